using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Board;

public class CreamStripTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly int Most = ProtocolPack.Current.Anaesthetic("lidocaine-tetracaine").MaxDwellMinutes;

    [Fact]
    public async Task Cream_of_one_person_is_seen_on_every_page_but_the_board_and_the_session_itself()
    {
        var a = await UnderCreamAsync("Anna", minutes: Most + 5);
        var b = await UnderCreamAsync("Bert", minutes: 5);
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/sessions/{b.Id}");
        var clock = Assert.Single(browser.Page.QuerySelectorAll(".creams numbing-clock"), c => c.TextContent.Contains("Anna", StringComparison.Ordinal));
        Assert.Contains("too long: take it off", clock.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Most + 5} min", clock.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/staff/sessions/{a.Id}#cream", clock.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("Bert", browser.Page.QuerySelector(".creams")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.Page.QuerySelector(".creams")!.ClassList.Contains("d-print-none"));

        foreach (var page in new[] { $"/staff/sessions/{b.Id}/zones/cheek", $"/staff/sessions/{b.Id}/sign", "/staff/stock" })
        {
            await browser.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Equal(["Anna Example", "Bert Example"], browser.Page.QuerySelectorAll(".creams a").Select(l => l.TextContent));
        }

        await browser.GetAsync("/staff");
        Assert.Null(browser.Page.QuerySelector(".creams"));

        await browser.GetAsync($"/staff/creams?here=/staff/sessions/{a.Id}");
        Assert.Equal("Bert Example", Assert.Single(browser.Page.QuerySelectorAll("cream-strip .creams a")).TextContent);

        await clinic.UseAsync<TakeCreamOff, object?>(async u => await u.Handle(a.Id), clinic.Assistant);
        await clinic.UseAsync<TakeCreamOff, object?>(async u => await u.Handle(b.Id), clinic.Assistant);
        await browser.GetAsync("/staff/stock");
        Assert.Null(browser.Page.QuerySelector(".creams"));
        Assert.NotNull(browser.Page.QuerySelector("cream-strip"));
    }

    [Fact]
    public async Task Front_desk_is_led_to_the_person_and_nobody_else_sees_who_is_under_the_cream()
    {
        var session = await UnderCreamAsync("Dora", minutes: 10);
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        using var stranger = Browser.Of(clinic);
        using var patient = Browser.Of(clinic, await clinic.ReadAsync(db => db.Patients.SingleAsync(p => p.Id == session.PatientId)));

        await desk.GetAsync("/staff/diary");
        Assert.Contains($"/staff/patients/{session.PatientId}", desk.Page.QuerySelectorAll(".creams a").Select(a => a.GetAttribute("href")));

        foreach (var page in new[] { "/sign-in", "/staff/no-such-page", "/staff/creams" })
        {
            await stranger.GetAsync(page);
            Assert.Null(stranger.Page.QuerySelector("cream-strip"));
        }

        await patient.GetAsync("/my");
        Assert.Null(patient.Page.QuerySelector("cream-strip"));
    }

    private async Task<Session> UnderCreamAsync(string given, int minutes)
    {
        var now = clinic.Clock.Now();
        var (patient, course) = await clinic.CreateReadyCourseAsync(given);
        var booking = new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Session, MadeAt = now, MadeByName = "Fay" };
        booking.Place([new(SegmentKind.Needling, now, 30, clinic.Practitioner.Id, null)]);
        await clinic.AddAsync(booking);
        var plan = await clinic.ReadAsync(db => db.Plans.SingleAsync(p => p.CourseId == course.Id));
        Session session = new() { CourseId = course.Id, PatientId = patient.Id, BookingId = booking.Id, PlanId = plan.Id, Number = 1, HeldOn = clinic.Today, OpenedAt = now.AddMinutes(-minutes) };
        session.PutCreamOn(new("lidocaine-tetracaine", null, "L1", 4, 60), now.AddMinutes(-minutes));
        return await clinic.AddAsync(session);
    }
}
