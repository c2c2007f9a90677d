using System.Net;
using Fibril.Pathway.Journey.Board;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Journey.Board;

public class LatePageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Theory]
    [InlineData("-5", "Write 1 minute or more: nobody is late by less.")]
    [InlineData("0", "Write 1 minute or more: nobody is late by less.")]
    [InlineData("abc", "Write the minutes in figures, from 1 to 240, such as 15.")]
    [InlineData("", "Write the minutes in figures, from 1 to 240, such as 15.")]
    [InlineData("10.5", "Write whole minutes, such as 15.")]
    [InlineData("241", "240 minutes are the most that can be asked for at once. Look at these first, then at the rest.")]
    [InlineData("99999999999", "240 minutes are the most that can be asked for at once. Look at these first, then at the rest.")]
    public async Task Minutes_that_nobody_can_be_late_by_are_answered_at_the_field(string minutes, string words)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/late?who={clinic.Practitioner.Id}&minutes={minutes}");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(words, browser.Page.GetElementById(browser.Page.GetElementById("minutes")!.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal(minutes, browser.Page.GetElementById("minutes")!.GetAttribute("value"));
        Assert.DoesNotContain("If nothing is done", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("240")]
    public async Task Minutes_within_the_range_are_looked_at_as_they_are(string minutes)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/late?who={clinic.Practitioner.Id}&minutes={minutes}");

        Assert.Null(browser.Page.GetElementById("minutes-error"));
        Assert.Contains("If nothing is done", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_was_not_asked_anything_finds_nothing_wrong()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff/late");

        Assert.Null(browser.Page.GetElementById("minutes-error"));
        Assert.Equal("15", browser.Page.GetElementById("minutes")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(241)]
    public async Task Nobody_gets_new_times_behind_such_a_delay(int minutes)
    {
        var result = await clinic.UseAsync<ReplanDay, FormResult>(u => u.Handle(clinic.Practitioner.Id, minutes, null), clinic.FrontDesk);

        Assert.Equal(["late-minutes"], Assert.IsType<FormResult.Refused>(result).Decision.Reasons.Select(r => r.Code));
    }
}
