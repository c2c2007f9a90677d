using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Practice.Protocols;

public class ProtocolPageTests
{
    [Fact]
    public async Task Rules_past_their_review_are_listed_for_the_owner()
    {
        await using var clinic = new TestClinic { Clock = new(new DateTimeOffset(2028, 1, 10, 9, 0, 0, TimeSpan.Zero)) };
        await clinic.InitializeAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync("/staff/practice/protocol");

        var overdue = RuleReview.Overdue(ProtocolPack.Current.Rules, new(2028, 1, 10));
        Assert.NotEmpty(overdue);
        Assert.Equal($"{overdue.Count} rules past the review day", browser.Page.QuerySelector(".alert-warning h2")!.TextContent);
        var listed = browser.Page.QuerySelectorAll(".alert-warning li").Select(li => li.TextContent.Trim()).ToList();
        Assert.Equal(overdue.Count, listed.Count);
        Assert.StartsWith($"{overdue[0].Id} {overdue[0].Title}: ", listed[0], StringComparison.Ordinal);
        Assert.Contains("2027", listed[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_warns_while_every_review_lies_ahead()
    {
        await using var clinic = new TestClinic();
        await clinic.InitializeAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync("/staff/practice/protocol");

        Assert.Null(browser.Page.QuerySelector(".alert-warning"));
    }
}
