using System.Net;
using Fibril.Pathway.Bookings.Feeds;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Ui;
using Fibril.Practice.Places;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Who may make and take back a calendar link, and what is kept of it.</summary>
public class FeedLinkTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task A_link_is_shown_once_made_anew_and_taken_back_on_the_page()
    {
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync("/staff/feeds");
        await desk.PressAsync("Make a link: Fay Frontdesk (you)");
        var first = Link(desk);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first));

        await desk.PressAsync("Make anew: Fay Frontdesk (you)");
        Assert.NotEqual(first, Link(desk));
        await desk.GetAsync("/staff/feeds");
        Assert.DoesNotContain(first, desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await desk.PressAsync("Make anew: Fay Frontdesk (you)");
        var second = Link(desk);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));

        await desk.GetAsync("/staff/feeds");
        await desk.PressAsync("Fay Frontdesk");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
    }

    [Fact]
    public async Task The_token_is_kept_as_a_hash_and_belongs_to_its_clinic()
    {
        var place = await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Hash room");
        var link = (await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Place, place.Id), clinic.FrontDesk))!;
        var token = link.Segments[^1].Replace(".ics", "", StringComparison.Ordinal);

        var feed = await clinic.ReadAsync(db => db.CalendarFeeds.SingleAsync(f => f.OwnerId == place.Id));

        Assert.True(token.Length >= 43);
        Assert.Equal(64, feed.TokenHash.Length);
        Assert.NotEqual(token, feed.TokenHash);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/feeds/{Guid.NewGuid():N}/{token}.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/feeds/{clinic.ClinicId:N}/{feed.TokenHash}.ics"));
    }

    [Fact]
    public async Task A_colleague_makes_no_link_of_another_and_only_the_owner_takes_it_back()
    {
        var link = (await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Staff, clinic.Assistant.Id), clinic.Assistant))!;
        var id = await clinic.ReadAsync(db => db.CalendarFeeds.Where(f => f.OwnerId == clinic.Assistant.Id).Select(f => f.Id).SingleAsync());

        Assert.Null(await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Staff, clinic.Assistant.Id), clinic.FrontDesk));
        Assert.Null(await clinic.UseAsync<RevokeFeed, FormResult?>(u => u.Handle(id), clinic.FrontDesk));
        Assert.IsType<FormResult.GoTo>(await clinic.UseAsync<RevokeFeed, FormResult?>(u => u.Handle(id), clinic.Owner));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link.PathAndQuery));
    }

    [Fact]
    public async Task A_patient_makes_the_own_link_and_a_stranger_none()
    {
        var (patient, _) = await clinic.CreateReadyCourseAsync("Link");
        var (stranger, _) = await clinic.CreateReadyCourseAsync("Nosy");
        using var browser = Browser.Of(clinic, patient);
        await browser.GetAsync("/my/feed");
        await browser.PressAsync("Make my link");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Link(browser)));
        Assert.Null(await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Patient, patient.Id), patient: stranger));
        Assert.Null(await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Patient, patient.Id), clinic.FrontDesk));
        Assert.Null(await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Place, patient.Id), patient: stranger));
    }

    [Fact]
    public void A_patients_calendar_says_what_to_leave_out_from_when_and_never_a_prescribed_medicine()
    {
        var visit = new Booking { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Kind = VisitKind.Session, MadeAt = TestClinic.Start.UtcDateTime, MadeByName = "test" };
        visit.Place([new(SegmentKind.Needling, new(2026, 6, 20, 9, 0, 0, DateTimeKind.Utc), 30, null, null)]);
        var place = TestData.Clinic(TestClinic.Start.UtcDateTime);
        var holds = HoldCalendar.For(ProtocolPack.Current, new(2026, 6, 20), 1.0m, 2, [new("retinol", false), new("apixaban", true)]);

        var text = FeedCalendar.Write("test", FeedCalendar.OfPatient(visit, place, holds)).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);

        var first = holds.Where(h => h.Who == HoldWho.PatientMayPause && h.LastDayBefore is not null).ToList();
        Assert.NotEmpty(first);
        Assert.All(first, h => Assert.Contains($"DTSTART;VALUE=DATE:{h.LastDayBefore!.Value.AddDays(1):yyyyMMdd}", text, StringComparison.Ordinal));
        Assert.Contains("DTEND;VALUE=DATE:20260621", text, StringComparison.Ordinal);
        Assert.DoesNotContain("apixaban", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_moved_visit_keeps_its_uid_and_raises_its_sequence_and_a_cancelled_one_stays_for_a_while()
    {
        await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room S");
        await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair S");
        var (patient, course) = await clinic.CreateReadyCourseAsync("Patient");
        var visit = await clinic.BookAsync(course, new(2026, 6, 17, 9, 0, 0, DateTimeKind.Utc));
        var link = (await clinic.UseAsync<MakeFeed, Uri?>(u => u.Handle(FeedOwner.Patient, patient.Id), patient: patient))!;
        Assert.Contains("SEQUENCE:1", await TextAsync(link), StringComparison.Ordinal);

        await clinic.UseAsync<MoveVisit, FormResult?>(u => u.Handle(visit.Id, new(2026, 6, 17, 13, 0, 0, DateTimeKind.Utc)), clinic.FrontDesk);
        var moved = await TextAsync(link);
        await clinic.UseAsync<CancelVisit, FormResult?>(u => u.Handle(visit.Id, "flu"), clinic.FrontDesk);
        var cancelled = await TextAsync(link);
        clinic.Clock.Advance(FeedCalendar.Back + TimeSpan.FromDays(1));
        var later = await TextAsync(link);

        Assert.Contains($"UID:{visit.Id}@fibril", moved, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", moved, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260617T130000Z", moved, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", cancelled, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("flu", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("VEVENT", later, StringComparison.Ordinal);
    }

    private static string Link(Browser browser) => new Uri(browser.Page.QuerySelector("#feed-link")!.GetAttribute("value")!).PathAndQuery;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var calendar = Browser.Of(clinic);
        using var answer = await calendar.RawAsync(new(HttpMethod.Get, path));
        return answer.StatusCode;
    }

    private async Task<string> TextAsync(Uri link)
    {
        using var calendar = Browser.Of(clinic);
        using var answer = await calendar.RawAsync(new(HttpMethod.Get, link.PathAndQuery));
        return (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
    }
}
