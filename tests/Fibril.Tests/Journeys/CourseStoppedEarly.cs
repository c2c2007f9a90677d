using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Journeys;

public class CourseStoppedEarly(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    private const string Why = "Moves to another city.";

    [Fact]
    public async Task A_course_that_ends_after_one_session_keeps_everything_and_can_go_on_later()
    {
        await Given_a_person_who_is_ready_to_book("Mona");
        var heldOn = Clinic.Today.AddDays(5);
        await When_a_session_is_held(heldOn);
        var before = await RowsAsync();

        Given_it_is(heldOn.AddDays(35), 10);
        await Then_the_course_is(CoursePhase.ReadyToBook);
        await When_the_practitioner_closes_the_course_with_a_reason();
        await Then_the_course_is(CoursePhase.Closed);
        await Then_nothing_was_deleted(before);
        await Then_the_timeline_shows_session_and_end();
        await Then_she_reads("/my", "This course is closed.");
        await Then_no_session_can_be_booked();

        await When_the_practitioner_reopens_it();
        await Then_the_course_is(CoursePhase.ReadyToBook);
        await Then_nothing_was_deleted(before);
        await Then_the_end_stays_visible_as_no_longer_standing();
        await When_a_session_is_held(heldOn.AddDays(40));
        await Then_the_course_is(CoursePhase.Recovering);
    }

    private async Task When_the_practitioner_closes_the_course_with_a_reason()
    {
        using var browser = await Then_staff_read(Clinic.Practitioner, $"/staff/patients/{Person.Id}");
        await browser.PressAsync("Close the course", ("Why", Why));
        Assert.Contains(Why, browser.Text, StringComparison.Ordinal);
    }

    private async Task Then_nothing_was_deleted(IReadOnlyDictionary<string, int> before)
    {
        var now = await RowsAsync();
        Assert.All(before, kind => Assert.Equal(kind.Value, now[kind.Key]));
    }

    private async Task Then_the_timeline_shows_session_and_end()
    {
        using var browser = await Then_staff_read(Clinic.FrontDesk, $"/staff/patients/{Person.Id}", "Session 1: needling finished");
        var end = Timeline(browser).First();
        Assert.Contains("Course closed", end, StringComparison.Ordinal);
        Assert.Contains(Why, end, StringComparison.Ordinal);
    }

    private async Task Then_no_session_can_be_booked()
    {
        var answer = await Walker.AsAsync<BookVisit, FormResult?>(Clinic.FrontDesk, u => u.Handle(CourseId, VisitKind.Session, At(Clinic.Today.AddDays(3), 11)));
        Assert.Contains("course-closed", Refused(answer).Select(r => r.Code));
    }

    private async Task When_the_practitioner_reopens_it()
    {
        using var browser = await Then_staff_read(Clinic.Practitioner, $"/staff/patients/{Person.Id}");
        await browser.PressAsync("Reopen");
        Assert.Contains("Close this course", browser.Text, StringComparison.Ordinal);
    }

    private async Task Then_the_end_stays_visible_as_no_longer_standing()
    {
        using var browser = await Then_staff_read(Clinic.FrontDesk, $"/staff/patients/{Person.Id}", "Course reopened");
        Assert.Contains(Timeline(browser), e => e.Contains("Course closed (no longer stands)", StringComparison.Ordinal) && e.Contains(Why, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Timeline(Browser browser) =>
        browser.Page.QuerySelectorAll(".timeline-list li").Select(FormFiller.Words);

    /// <summary>How many rows of each kind the course has.</summary>
    private Task<Dictionary<string, int>> RowsAsync() => Clinic.ReadAsync(async db => new Dictionary<string, int>
    {
        ["consultation"] = await CountAsync(db.Consultations),
        ["screening"] = await CountAsync(db.Screenings),
        ["consent"] = await CountAsync(db.Consents),
        ["plan"] = await CountAsync(db.Plans),
        ["booking"] = await CountAsync(db.Bookings),
        ["session"] = await CountAsync(db.Sessions),
        ["aftercare"] = await CountAsync(db.AftercareSheets),
    });

    private Task<int> CountAsync<T>(IQueryable<T> rows) where T : CourseRow => rows.CountAsync(r => r.CourseId == CourseId);
}
