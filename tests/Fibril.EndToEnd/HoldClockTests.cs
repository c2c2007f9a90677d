using System.Text.RegularExpressions;
using Fibril.EndToEnd.Support;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.EndToEnd;

/// <summary>The ten minutes of a hold on a page that stays open. It has a clinic of its own, because it books.</summary>
public partial class HoldClockTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_page_that_stays_open_counts_down_says_when_it_is_soon_and_turns_by_itself()
    {
        await using var her = await clinic.OpenAsync(390);
        await her.SignInByMailAsync("kira.volkova@demo.example");
        var hold = await HoldAsync();
        await her.GoAsync($"/my/visits/{hold}/confirm");
        var (page, left) = (her.Page, her.Page.Locator("[data-left]"));

        Assert.Matches(Calm(), await left.InnerTextAsync());
        Assert.Equal(0, await page.Locator("[data-left].tag-wait").CountAsync());
        Assert.Empty(await her.FaultsAsync());
        await her.DrawAsync("hold");

        await page.EvaluateAsync(Ahead(8 * 60));
        await page.Locator("[data-left].tag-wait").WaitForAsync();
        await page.Locator("[data-said]", new() { HasText = "2 minutes left." }).WaitForAsync();
        Assert.Empty(await her.FaultsAsync());
        await her.DrawAsync("hold-soon");

        await page.GetByText("Book it").FocusAsync();
        await page.EvaluateAsync(Ahead(2 * 60));
        await her.ReadsAsync("The ten minutes are over. The time is no longer kept for you.");
        await page.Locator("[data-said]", new() { HasText = "The ten minutes are over." }).WaitForAsync();
        Assert.True(await page.Locator("[data-over] h1").EvaluateAsync<bool>("h1 => h1 === document.activeElement"));
        Assert.False(await page.GetByText("Book it").IsVisibleAsync());
        Assert.True(await page.GetByText("Look for a time again").IsVisibleAsync());
        Assert.Empty(await her.FaultsAsync());
        await her.DrawAsync("hold-over");

        await her.PressAsync("Try to take it anyway"); // by the clinic's clock it was still kept
        await her.ReadsAsync("Your visit");
    }

    [Fact]
    public async Task A_device_with_a_wrong_clock_counts_by_the_clinics()
    {
        await using var her = await clinic.OpenAsync(390);
        await her.SignInByMailAsync("kira.volkova@demo.example");
        var hold = await HoldAsync();
        await her.Page.AddInitScriptAsync(Ahead(25 * 60));

        await her.GoAsync($"/my/visits/{hold}/confirm");

        await her.ReadsAsync("This device's clock is 25 minutes ahead. The clinic's clock counts.");
        Assert.Matches(Calm(), await her.Page.Locator("[data-left]").InnerTextAsync());
        Assert.Empty(await her.FaultsAsync());
    }

    private static string Ahead(int seconds) => $"{{ const now = Date.now.bind(Date); Date.now = () => now() + {seconds * 1000}; }}";

    private async Task<Guid> HoldAsync()
    {
        var course = await clinic.InAsync<ClinicDb, Guid>(db => (from c in db.Courses join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == "Volkova" select c.Id).FirstAsync());
        var found = await clinic.InAsync<FindTimes, TimesFound?>(use => use.Handle(course, VisitKind.Consultation));
        var start = found!.Days.SelectMany(d => d.Offers).First().StartsAt;
        await clinic.InAsync<HoldTime, object?>(async use => await use.Handle(course, VisitKind.Consultation, start));
        return await clinic.InAsync<ClinicDb, Guid>(db => db.Bookings.Where(b => b.CourseId == course && b.HeldUntil != null && b.CancelledAt == null).OrderByDescending(b => b.MadeAt).Select(b => b.Id).FirstAsync());
    }

    [GeneratedRegex(@"^(10|[3-9]):[0-5]\d left$", RegexOptions.CultureInvariant)]
    private static partial Regex Calm();
}
