using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Fibril.Pathway;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>A depth beyond what is usual or beyond the cap is amber and said in words, at the field and after it was recorded.</summary>
public class DepthLimitsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData("cheek", "acne-scar", "1.5", null)]
    [InlineData("cheek", "acne-scar", "1.6", "Above the cap of 1.5 mm for cheek.")]
    [InlineData("cheek", "fine-wrinkles", "1.0", null)]
    [InlineData("cheek", "fine-wrinkles", "1.1", "Deeper than the usual 1.0 mm for cheek.")]
    [InlineData("cheek", "fine-wrinkles", "1.6", "Above the cap of 1.5 mm for cheek.")]
    [InlineData("cheek", null, "1.5", null)]
    [InlineData("periorbital", "fine-wrinkles", "0.5", null)]
    [InlineData("periorbital", "fine-wrinkles", "0.6", "Above the cap of 0.5 mm")]
    public void Limit_itself_is_within_and_beyond_it_there_is_a_sentence(string zone, string? indication, string depth, string? words)
    {
        var said = DepthWords.Of(ProtocolPack.Current.Zone(zone), indication, decimal.Parse(depth, CultureInfo.InvariantCulture));

        Assert.Equal(words is null, said is null);
        Assert.StartsWith(words ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_says_it_when_it_comes_back_and_so_does_the_session()
    {
        var session = await NeedlingAsync("Dora");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/sessions/{session.Id}/zones/cheek");
        Assert.Empty(Said(browser));
        Assert.Equal("0.1", browser.Page.QuerySelector("depth-limits input")!.GetAttribute("step"));
        Assert.Equal("1.5", browser.Page.QuerySelector("depth-limits [data-above]:last-child")!.GetAttribute("data-above"));

        await browser.PressAsync("Record", ("Depth", "1.6"), ("Pain", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Above the cap of 1.5 mm for cheek.", Assert.Single(Said(browser)), StringComparison.Ordinal);
        await browser.PressAsync("Record", ("Reason", "fibrotic"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Above the cap of 1.5 mm for cheek. Only a physician goes deeper, with a reason on record. Reason: fibrotic", Words(browser.Page.QuerySelector("li.zone")!), StringComparison.Ordinal);
        await browser.GetAsync($"/staff/sessions/{session.Id}/zones/cheek");
        Assert.Single(Said(browser));
    }

    [Fact]
    public async Task Zone_that_is_chosen_on_the_page_brings_its_own_limit()
    {
        var session = await NeedlingAsync("Dina");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/sessions/{session.Id}/zones/other");

        await browser.PressAsync("Record", ("Zone", "Forehead"), ("Depth", "1.1"), ("Passes", "3"), ("End point", "erythema"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Above the cap of 1.0 mm for forehead.", Assert.Single(Said(browser)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Said(Browser browser) => browser.Page.QuerySelectorAll("[role=status] [data-above]:not([hidden])").Select(Words);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Session> NeedlingAsync(string given)
    {
        var session = await clinic.OpenSessionAsync((await clinic.CreateCourseAsync(TestData.Patient(given))).Course);
        await clinic.InAsync(async s =>
        {
            var db = s.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(x => x.Id == session.Id)).StartNeedling(clinic.Clock.Now(), null);
            await db.SaveAsync(s.GetRequiredService<Caller>().Act("set up"));
        }, clinic.Physician);
        return session;
    }
}
