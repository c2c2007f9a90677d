using Fibril.Pathway.Consents;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Ui;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Journeys;

public class ConsentWithdrawn(TestClinic clinic) : JourneySteps(clinic), IClassFixture<TestClinic>
{
    [Fact]
    public async Task Who_takes_the_consent_back_is_not_treated_before_signing_again()
    {
        await Given_a_person_who_is_ready_to_book("Wilma");
        var hour = await When_the_front_desk_books_a_session(Clinic.Today.AddDays(5));
        await Then_the_course_is(CoursePhase.Booked);

        await When_she_takes_her_consent_back();
        await Then_the_course_is(CoursePhase.ConsentWithdrawn);
        await Then_she_reads("/my", "You took your consent back. Nothing will be done.");

        await hour.GoAsync(HourReach.Arrived);
        await Then_the_front_desk_is_offered_no_session();
        var session = await When_the_assistant_opens_the_session();
        await Then_the_gate_refuses_the_start(session);

        await When_she_reads_and_signs_the_consent();
        await Then_both_consents_are_kept();
        await hour.GoAsync(HourReach.Needling);
        await Then_the_course_is(CoursePhase.InSession);
        await hour.GoAsync(HourReach.Signed);
        await Then_the_course_is(CoursePhase.Recovering);
    }

    private async Task When_she_takes_her_consent_back()
    {
        using var browser = await Then_she_reads($"/my/consent/{CourseId}", "Valid");
        await browser.PressAsync("Take my consent back", ("You may change your mind", "I want to think about it."));
        await Clinic.DrainAsync();
        Assert.Contains("You took your consent back", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing will be done without a new one", browser.Text, StringComparison.Ordinal);
    }

    private async Task Then_the_front_desk_is_offered_no_session()
    {
        using var board = await Then_staff_read(Clinic.FrontDesk, "/staff", Person.Name, "arrived");
        Assert.DoesNotContain("Checks", board.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> When_the_assistant_opens_the_session()
    {
        using var board = await Then_staff_read(Clinic.Assistant, "/staff", Person.Name, "arrived");
        await board.PressAsync("Checks");
        Assert.StartsWith("/staff/sessions/", board.Address.AbsolutePath, StringComparison.Ordinal);
        return await LastSessionAsync();
    }

    private async Task Then_the_gate_refuses_the_start(Guid session)
    {
        var tick = await Walker.AsAsync<TickGate, FormResult?>(Team.Physician, u => u.Handle(session, SessionGate.Consent, null));
        Assert.Contains("consent-withdrawn", Refused(tick).Select(r => r.Code));
        var start = await Walker.AsAsync<StartNeedling, FormResult?>(Team.Physician, u => u.Handle(session));
        Assert.Contains("consent-withdrawn", Refused(start).Select(r => r.Code));
        await Then_staff_read(Team.Physician, $"/staff/sessions/{session}", "The consent was withdrawn.");
    }

    private async Task Then_both_consents_are_kept()
    {
        var consents = await Clinic.ReadAsync(db => db.Consents.Where(c => c.CourseId == CourseId && c.SignedAt != null).OrderBy(c => c.SignedAt).ToListAsync());
        Assert.Equal(["I want to think about it.", null], consents.Select(c => c.WithdrawnWhy));
        Assert.Equal([false, true], consents.Select(c => c.IsValid));
    }
}
