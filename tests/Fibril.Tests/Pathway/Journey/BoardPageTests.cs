using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey;

public class BoardPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Board_shows_todays_visit_with_its_next_step()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Bea", "Board"));
        var booking = new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Consultation, MadeAt = clinic.Clock.Now(), MadeByName = "Fay" };
        booking.Place([new Segment(SegmentKind.Talk, clinic.Clock.Now().AddHours(1), 30, clinic.Practitioner.Id, null)]);
        await clinic.AddAsync(booking);
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var row = browser.Page.QuerySelectorAll("table.board tbody tr").Single(r => r.TextContent.Contains("Bea Board", StringComparison.Ordinal));
        Assert.Contains("expected", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("11:00", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_stranger_is_sent_to_the_sign_in()
    {
        using var browser = Browser.Of(clinic);

        await browser.GetAsync("/staff");

        Assert.Equal("/sign-in", browser.Address.AbsolutePath);
    }

    [Fact]
    public async Task Patient_page_shows_the_strip_and_writes_a_view_entry()
    {
        var (patient, _) = await clinic.CreateCourseAsync(TestData.Patient("Stella", "Strip"));
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);

        await browser.GetAsync($"/staff/patients/{patient.Id}");

        Assert.Equal(9, browser.Page.QuerySelectorAll(".strip-step").Length);
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.PersonId == patient.Id && e.ActorName == clinic.Assistant.Name)));
    }

    [Fact]
    public async Task Patient_page_of_nobody_is_404()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);

        await browser.GetAsync($"/staff/patients/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Course_closed_without_a_reason_is_refused_and_with_one_is_closed()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Cleo", "Close"));
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/patients/{patient.Id}");

        await browser.PressAsync("Close the course");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        await browser.GetAsync($"/staff/patients/{patient.Id}");
        await browser.PressAsync("Close the course", ("Why", "Moved away"));

        Assert.Contains("Moved away", browser.Text, StringComparison.Ordinal);
        Assert.NotNull((await clinic.ReadAsync(db => db.Courses.FirstAsync(c => c.Id == course.Id))).ClosedAt);
    }
}
