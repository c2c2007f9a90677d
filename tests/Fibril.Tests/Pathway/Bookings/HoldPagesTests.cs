using System.Net;
using AngleSharp.Dom;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Places;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>The page of a time that is kept for ten minutes, without a script, in time and too late. Each test has a day of its own.</summary>
public sealed class HoldPagesTests : IClassFixture<TestClinic>, IAsyncLifetime
{
    private readonly TestClinic clinic;

    public HoldPagesTests(TestClinic clinic) => this.clinic = clinic;

    public async ValueTask InitializeAsync() => await clinic.OneRoomAndChairAsync();

    public async ValueTask DisposeAsync() => await TermsAsync(t => t with { Consent = PrerequisiteLevel.Reminder, ByRequest = false });

    [Fact]
    public async Task A_kept_time_says_until_when_and_gives_the_clock_what_it_counts_from()
    {
        var (_, browser, _) = await KeepAsync("Kept", 15);
        var until = clinic.Clock.GetUtcNow().AddMinutes(10);

        var clock = browser.Page.QuerySelector("hold-clock")!;
        Assert.Equal((until, until.AddMinutes(-10)), (DateTimeOffset.Parse(clock.GetAttribute("data-until")!), DateTimeOffset.Parse(clock.GetAttribute("data-now")!)));
        Assert.Equal("off", Assert.Single(clock.QuerySelectorAll("[data-left][hidden]")).GetAttribute("aria-live"));
        Assert.Equal("status", clock.QuerySelector("[data-said]")!.GetAttribute("role"));
        Assert.Contains($"We keep this time for you until {TimeZoneInfo.ConvertTime(until, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")):HH:mm}.", Squeeze(browser), StringComparison.Ordinal);
        Assert.All(clock.QuerySelectorAll("[data-over]"), e => Assert.True(e.HasAttribute("hidden")));
        Assert.NotNull(browser.Page.QuerySelector("noscript meta[http-equiv=refresh]"));
    }

    [Fact]
    public async Task A_late_press_says_so_and_one_more_books_it_with_what_was_typed()
    {
        await TermsAsync(t => t with { Consent = PrerequisiteLevel.SkippableWithReason });
        var (_, browser, course) = await KeepAsync("Late", 16, ("Why may it wait?", "I sign at the door."));
        clinic.Clock.Advance(HoldTime.Length);

        await browser.PressAsync("Book it");
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        AssertOver(browser);
        Assert.Null(browser.Page.QuerySelector("noscript meta[http-equiv=refresh]"));
        await browser.PressAsync("Try to take it anyway");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Booked", browser.Text, StringComparison.Ordinal);
        var visit = await clinic.ReadAsync(db => db.Bookings.SingleAsync(b => b.CourseId == course.Id && b.HeldUntil == null));
        Assert.Equal((At(16), "I sign at the door."), (visit.StartsAt, visit.SkippedWhy));
    }

    [Fact]
    public async Task A_late_reload_is_410_with_the_same_sentence_also_after_somebody_cleared_the_hold()
    {
        var (_, browser, course) = await KeepAsync("Reloads", 17);
        var page = browser.Address.ToString();
        clinic.Clock.Advance(HoldTime.Length);

        await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        AssertOver(browser);

        await clinic.BookAsync((await clinic.CreateReadyCourseAsync("Clears")).Course, At(17).AddHours(4));
        await browser.GetAsync(page);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        AssertOver(browser);
        await browser.FollowAsync("Look for a time again");
        Assert.Equal($"/my/visits/new/{course.Id}?kind=Session&from=2026-06-17", browser.Address.PathAndQuery);
    }

    [Fact]
    public async Task A_time_that_has_gone_meanwhile_leads_to_the_three_nearest_and_keeps_what_was_typed()
    {
        await TermsAsync(t => t with { Consent = PrerequisiteLevel.SkippableWithReason });
        var (_, browser, _) = await KeepAsync("Slow", 18, ("Why may it wait?", "My doctor has it."));
        clinic.Clock.Advance(HoldTime.Length);
        var (_, quick) = await clinic.CreateReadyCourseAsync("Quick");
        await clinic.UseAsync<BookVisit, FormResult?>(u => u.Handle(quick.Id, VisitKind.Session, At(18), why: "by telephone"), clinic.FrontDesk);

        await browser.PressAsync("Book it");

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("The ten minutes are over. The time is no longer kept for you.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody was faster", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try to take it anyway", browser.Text, StringComparison.Ordinal);
        var others = browser.Page.QuerySelectorAll("[aria-label='Free instead'] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, others.Count);
        await browser.GetAsync(others[0]);
        await browser.PressAsync("Keep this time");
        await browser.PressAsync("Book it");
        Assert.Contains("Booked", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_clinic_says_yes_itself_a_late_press_can_still_ask()
    {
        await TermsAsync(t => t with { ByRequest = true });
        var (_, browser, _) = await KeepAsync("Asks", 19);
        clinic.Clock.Advance(HoldTime.Length);

        await browser.PressAsync("Ask for it");
        AssertOver(browser);
        await browser.PressAsync("Try to take it anyway");

        Assert.Contains("You asked for this time", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_hold_that_was_booked_leads_to_the_visit()
    {
        var (_, browser, _) = await KeepAsync("Back", 22);
        var page = browser.Address.ToString();
        await browser.PressAsync("Book it");
        var visit = browser.Address;

        await browser.GetAsync(page);

        Assert.Equal((HttpStatusCode.OK, visit), (browser.Status, browser.Address));
    }

    [Fact]
    public async Task The_list_of_times_marks_the_one_that_the_person_holds()
    {
        var (patient, browser, course) = await KeepAsync("Marks", 23);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        var until = TimeZoneInfo.ConvertTime(clinic.Clock.GetUtcNow().AddMinutes(10), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).ToString("HH:mm");

        await browser.GetAsync($"/my/visits/new/{course.Id}?from=2026-06-23");
        await desk.GetAsync($"/staff/courses/{course.Id}/bookings?from=2026-06-23");

        Assert.StartsWith($"10:00 to about 11:20 Held by you until {until}", Marked(browser), StringComparison.Ordinal);
        Assert.StartsWith($"10:00 to about 11:20 Held by the patient until {until}", Marked(desk), StringComparison.Ordinal);

        static string Marked(Browser browser) => FormFiller.Words(Assert.Single(browser.Page.QuerySelectorAll(".offers label"), l => l.TextContent.Contains("Held by", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_staff_sees_until_when_a_time_is_kept_and_that_it_is_no_longer()
    {
        var (_, browser, _) = await KeepAsync("Seen", 24);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        var page = $"/staff/bookings/{browser.Address.AbsolutePath.Split('/')[3]}";

        await desk.GetAsync(page);
        Assert.NotNull(desk.Page.QuerySelector("hold-clock [data-left]"));
        clinic.Clock.Advance(HoldTime.Length);
        await desk.GetAsync(page);

        Assert.Null(desk.Page.QuerySelector("hold-clock"));
        Assert.Contains("No longer held", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_no_hold_in_time_or_too_late()
    {
        var (_, own, _) = await KeepAsync("Own", 25);
        using var browser = Browser.Of(clinic, (await clinic.CreateReadyCourseAsync("Nosy")).Patient);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(own.Address.AbsolutePath)).Status);
        clinic.Clock.Advance(HoldTime.Length);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(own.Address.AbsolutePath)).Status);
    }

    private static void AssertOver(Browser browser)
    {
        Assert.Contains("The ten minutes are over. The time is no longer kept for you.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We keep this time", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.Page.QuerySelectorAll("button").Single(b => FormFiller.Words(b) == "Try to take it anyway").HasAttribute("hidden"));
        Assert.False(browser.Page.QuerySelectorAll("a").Single(a => FormFiller.Words(a) == "Look for a time again").HasAttribute("hidden"));
    }

    private async Task<(Patient Patient, Browser Browser, Course Course)> KeepAsync(string given, int day, params (string Label, string Value)[] fields)
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync(given);
        var browser = Browser.Of(clinic, patient);
        await browser.GetAsync($"/my/visits/new/{course.Id}?from=2026-06-{day}");
        await browser.PressAsync("Keep this time", [($"{day} June", Offer.ValueOf(At(day))), .. fields]);
        Assert.EndsWith("/confirm", browser.Address.AbsolutePath, StringComparison.Ordinal);
        return (patient, browser, course);
    }

    private Task TermsAsync(Func<BookingTerms, BookingTerms> change) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        var row = await db.Clinics.SingleAsync();
        row.Booking = change(row.Booking);
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
    });

    private static string Squeeze(Browser browser) => FormFiller.Words(browser.Page.Body!);

    private static DateTime At(int day) => new(2026, 6, day, 9, 0, 0, DateTimeKind.Utc);
}
