using Fibril.Pathway.Journey;

namespace Fibril.Tests.Pathway.Journey;

public class CourseStatusTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    private static readonly CourseFacts New = new() { CourseId = Guid.Empty, PatientId = Guid.Empty };

    private static readonly CourseFacts Judged = New with { ConsultationStarted = true, ConsultationSubmitted = true, Examined = true, Outcome = "proceed" };

    private static readonly CourseFacts Ready = Judged with { Reviewed = true, PlanDrafted = true, PlanAgreed = true, SessionsPlanned = 3, Consent = ConsentStanding.Valid };

    public static TheoryData<CoursePhase, CourseFacts> Table => new()
    {
        { CoursePhase.NeedsAnswers, New },
        { CoursePhase.NeedsDecision, Judged with { Outcome = null } },
        { CoursePhase.NeedsReview, Judged },
        { CoursePhase.WaitsForPrescriber, Judged with { PrescriberWaits = 1 } },
        { CoursePhase.NeedsReview, Judged with { Outcome = "physician-review", Referred = true } },
        { CoursePhase.NotSuitable, Judged with { Outcome = "do-not-treat", Reviewed = true } },
        { CoursePhase.NeedsPlan, Judged with { Reviewed = true } },
        { CoursePhase.NeedsConsent, Ready with { Consent = ConsentStanding.None } },
        { CoursePhase.NeedsConsent, Ready with { Consent = ConsentStanding.Stale } },
        { CoursePhase.ConsentWithdrawn, Ready with { Consent = ConsentStanding.Withdrawn } },
        { CoursePhase.Deferred, Ready with { Outcome = "defer", NotBeforeOn = Today.AddDays(1) } },
        { CoursePhase.ReadyToBook, Ready with { Outcome = "proceed", NotBeforeOn = Today } },
        { CoursePhase.ReadyToBook, Ready },
        { CoursePhase.Booked, Ready with { NextVisitAt = new DateTime(2026, 6, 12, 9, 0, 0, DateTimeKind.Utc) } },
        { CoursePhase.InSession, Ready with { SessionRunning = true } },
        { CoursePhase.Recovering, Ready with { SessionsHeld = 1, LastSessionOn = Today.AddDays(-28) } },
        { CoursePhase.ReadyToBook, Ready with { SessionsHeld = 1, LastSessionOn = Today.AddDays(-29) } },
        { CoursePhase.Complication, Ready with { SessionsHeld = 1, LastSessionOn = Today.AddDays(-2), OpenLevel = "same-day" } },
        { CoursePhase.Recovering, Ready with { SessionsHeld = 1, LastSessionOn = Today.AddDays(-2), OpenLevel = "routine" } },
        { CoursePhase.AwaitsOutcome, Ready with { SessionsHeld = 3, LastSessionOn = Today.AddDays(-40), OutcomeDueOn = Today } },
        { CoursePhase.Finished, Ready with { SessionsHeld = 3, LastSessionOn = Today.AddDays(-200), OutcomesHeld = 3 } },
        { CoursePhase.Closed, Ready with { ClosedAt = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), OpenLevel = "emergency" } },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void PhaseOf_facts_gives_phase(CoursePhase expected, CourseFacts facts)
    {
        Assert.Equal(expected, CourseStatusRules.PhaseOf(facts, Today));
    }

    [Fact]
    public void Of_every_phase_is_reached_by_the_table()
    {
        var reached = Table.Select(row => row.Data.Item1).ToHashSet();

        Assert.Equal(Enum.GetValues<CoursePhase>().ToHashSet(), reached);
    }

    [Fact]
    public void Of_new_course_opens_the_first_step_and_no_other()
    {
        var status = CourseStatus.Of(New, Today);

        Assert.Equal([1], status.Steps.Where(s => s.State == StepState.Open).Select(s => s.Number));
    }
}
