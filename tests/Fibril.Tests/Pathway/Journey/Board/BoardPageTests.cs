using System.Net;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey.Board;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Places;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Journey.Board;

public class BoardPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Board_shows_todays_visit_with_its_next_step()
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient("Bea", "Board"));
        var booking = new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Consultation, MadeAt = clinic.Clock.Now(), MadeByName = "Fay" };
        var start = clinic.Clock.Now().AddHours(1);
        booking.Place([new Segment(SegmentKind.Talk, start, 30, clinic.Practitioner.Id, null)]);
        await clinic.AddAsync(booking);
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync("/staff");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var row = browser.Page.QuerySelectorAll("table.board tbody tr").Single(r => r.TextContent.Contains("Bea Board", StringComparison.Ordinal));
        Assert.Contains("expected", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{start.In(TimeZoneInfo.FindSystemTimeZoneById("Europe/London")):HH:mm}", row.TextContent, StringComparison.Ordinal);
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

    [Fact]
    public async Task Board_says_when_a_cream_is_too_long_on_the_skin_and_who_else_would_wait()
    {
        var now = clinic.Clock.Now();
        var (room, chair) = (await clinic.AddPlaceAsync(PlaceKind.TreatmentRoom, "Room L"), await clinic.AddPlaceAsync(PlaceKind.NumbingChair, "Chair L"));
        var (patient, course) = await clinic.CreateReadyCourseAsync("Nell");
        var booking = new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Session, MadeAt = now, MadeByName = "Fay" };
        booking.Place(
        [
            new(SegmentKind.Numbing, now.AddMinutes(-50), 60, null, chair.Id), new(SegmentKind.CreamOff, now.AddMinutes(10), 5, clinic.Assistant.Id, chair.Id),
            new(SegmentKind.Needling, now.AddMinutes(15), 30, clinic.Practitioner.Id, room.Id), new(SegmentKind.Aftercare, now.AddMinutes(45), 10, clinic.Assistant.Id, room.Id),
        ]);
        booking.Arrive(now.AddMinutes(-60));
        await clinic.AddAsync(booking);
        var plan = await clinic.ReadAsync(db => db.Plans.SingleAsync(p => p.CourseId == course.Id));
        Session session = new() { CourseId = course.Id, PatientId = patient.Id, BookingId = booking.Id, PlanId = plan.Id, Number = 1, HeldOn = clinic.Today, OpenedAt = now.AddMinutes(-55) };
        session.PutCreamOn(new("lidocaine-tetracaine", null, "L1", 4, 60), now.AddMinutes(-70));
        await clinic.AddAsync(session);
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);

        await browser.GetAsync("/staff");

        Assert.Contains($"Cream 70 minutes on the skin, at most {ProtocolPack.Current.Anaesthetic("lidocaine-tetracaine").MaxDwellMinutes}: take it off", browser.Page.QuerySelector(".needs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Look for", browser.Page.QuerySelector("numbing-clock [data-over]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tag-alarm", browser.Page.QuerySelectorAll("table.board .tag").Single(t => t.TextContent == "numbing").ClassList);
        Assert.Contains("too long on the skin", browser.Page.QuerySelectorAll("table.board-grid .bar").Single(b => b.TextContent.Contains("numbing", StringComparison.Ordinal) && b.QuerySelector(".tag") is not null).TextContent, StringComparison.Ordinal);

        await browser.GetAsync($"/staff/late?who={clinic.Practitioner.Id}&minutes=30");
        Assert.Contains("too long", browser.Text, StringComparison.Ordinal);
        Assert.Contains("take it off by", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_board_hears_of_what_is_written_and_not_of_what_is_only_looked_at()
    {
        var (patient, _) = await clinic.CreateCourseAsync(TestData.Patient("Heidi", "Heard"));
        var before = await FirstAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync($"/staff/patients/{patient.Id}");
        Assert.Equal(before, await FirstAsync());

        var written = await clinic.InAsync(async services =>
        {
            await using var changes = services.GetRequiredService<BoardWatch>().Handle(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
            await changes.MoveNextAsync();
            var next = changes.MoveNextAsync().AsTask();
            await clinic.AddAsync(TestData.Patient("Nina", "New"));
            while (!next.IsCompleted)
            {
                clinic.Clock.Advance(TimeSpan.FromSeconds(2));
                await Task.WhenAny(next, Task.Delay(20)); // left to run, the clock would be days ahead of the class's other tests
            }

            return changes.Current;
        });
        Assert.True(written > before);

        Task<long> FirstAsync() => clinic.InAsync(async services =>
        {
            await using var changes = services.GetRequiredService<BoardWatch>().Handle(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
            await changes.MoveNextAsync();
            return changes.Current;
        });
    }
}
