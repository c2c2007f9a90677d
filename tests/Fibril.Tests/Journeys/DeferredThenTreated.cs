using System.Globalization;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Journeys;

public class DeferredThenTreated(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    private DateOnly waitsUntil;

    [Fact]
    public async Task Retinol_yesterday_means_a_few_days_of_waiting_and_then_the_session()
    {
        await Given_a_person_with_acne_scars();
        await When_she_says_that_she_used_retinol_yesterday();
        await Then_the_decision_waits_until(Clinic.Today.AddDays(4));

        await When_the_physician_examines_the_skin_and_accepts_the_decision();
        await When_the_physician_drafts_a_plan();
        await When_she_agrees_to_the_plan();
        await When_she_reads_and_signs_the_consent();
        await Then_the_course_is(CoursePhase.Deferred);
        await Then_she_reads("/my", "It is not time yet");

        await Then_an_earlier_booking_is_refused_with_the_reason();
        await Then_the_first_time_offered_is_that_day_with_the_reason();

        Given_it_is(waitsUntil, 8);
        await Then_the_course_is(CoursePhase.ReadyToBook);
        var hour = await When_the_front_desk_books_a_session(waitsUntil);
        await Then_the_course_is(CoursePhase.Booked);
        await hour.GoAsync(HourReach.Signed);
        await Then_the_course_is(CoursePhase.Recovering);
        await Then_she_was_treated_on(waitsUntil);
    }

    private Task When_she_says_that_she_used_retinol_yesterday() => When_she_answers_the_health_questions("skin-products", new()
    {
        Kind = AnswerItemKind.Product, Id = "retinol", Zones = ["face"],
        On = Clinic.Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    private async Task Then_the_decision_waits_until(DateOnly day)
    {
        waitsUntil = day;
        Assert.Equal(day, await Clinic.ReadAsync(db => db.Screenings.Where(s => s.CourseId == CourseId && s.SupersededAt == null).Select(s => s.NotBeforeOn).SingleAsync()));
        await Then_she_reads($"/my/screening/{CourseId}", $"From {Day(day)}", "That is the earliest day that fits your answers");
    }

    private async Task Then_an_earlier_booking_is_refused_with_the_reason()
    {
        var answer = await Walker.AsAsync<BookVisit, FormResult?>(Clinic.FrontDesk, u => u.Handle(CourseId, VisitKind.Session, At(waitsUntil.AddDays(-1), 11)));
        Assert.Contains(Refused(answer), r => r.Code == "not-before" && r.NotBefore == waitsUntil);
        Assert.Empty(await Clinic.ReadAsync(db => db.Bookings.Where(b => b.CourseId == CourseId).ToListAsync()));
    }

    private async Task Then_the_first_time_offered_is_that_day_with_the_reason()
    {
        using var browser = await Then_she_reads($"/my/visits/new/{CourseId}", "last used on 9 June 2026, and we ask for 5 days without it");
        Assert.Equal(waitsUntil.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture), FormFiller.Words(browser.Page.QuerySelector("details[open] summary strong")!));
    }

    private async Task Then_she_was_treated_on(DateOnly day) =>
        Assert.Equal(day, await Clinic.ReadAsync(db => db.Sessions.Where(s => s.CourseId == CourseId && s.SignedAt != null).Select(s => s.HeldOn).SingleAsync()));

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
