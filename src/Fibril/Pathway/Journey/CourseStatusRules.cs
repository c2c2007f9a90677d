using Fibril.Pathway.Recovery;

namespace Fibril.Pathway.Journey;

/// <summary>Which phase a course is in: an ordered chain of questions, the first yes counts.</summary>
public static class CourseStatusRules
{
    /// <summary>A recovery is watched for 28 days after the last needle contact (clinical.md 6.2, check-ins of day 0 to 28).</summary>
    public const int RecoveryDays = 28;

    /// <summary>The phase of a course on a day.</summary>
    public static CoursePhase PhaseOf(CourseFacts facts, DateOnly today) =>
        Ordered(facts, today).First(p => p.Holds).Phase;

    /// <summary>The questions in their order.</summary>
    internal static IEnumerable<(CoursePhase Phase, bool Holds)> Ordered(CourseFacts f, DateOnly today)
    {
        yield return (CoursePhase.Closed, f.ClosedAt is not null);
        yield return (CoursePhase.Complication, HasComplication(f));
        yield return (CoursePhase.InSession, f.SessionRunning);
        yield return (CoursePhase.NeedsAnswers, !f.ConsultationSubmitted);
        yield return (CoursePhase.NeedsDecision, f.Outcome is null);
        yield return (CoursePhase.WaitsForPrescriber, !f.Reviewed && f.PrescriberWaits > 0);
        yield return (CoursePhase.NeedsReview, !f.Reviewed);
        yield return (CoursePhase.NotSuitable, f.Outcome is "do-not-treat");
        yield return (CoursePhase.Recovering, IsRecovering(f, today));
        yield return (CoursePhase.AwaitsOutcome, IsComplete(f) && f.OutcomeDueOn is not null);
        yield return (CoursePhase.Finished, IsComplete(f));
        yield return (CoursePhase.NeedsPlan, !f.PlanAgreed);
        yield return (CoursePhase.ConsentWithdrawn, f.Consent is ConsentStanding.Withdrawn);
        yield return (CoursePhase.NeedsConsent, f.Consent is not ConsentStanding.Valid);
        yield return (CoursePhase.Booked, f.NextVisitAt is not null);
        yield return (CoursePhase.Deferred, IsDeferred(f, today));
        yield return (CoursePhase.ReadyToBook, true);
    }

    /// <summary>An urgent report nobody has closed, or harm without an outcome.</summary>
    public static bool HasComplication(CourseFacts f) => f.OpenHarm > 0 || (f.OpenLevel is { } level && TriageLevels.IsUrgent(level));

    /// <summary>The last needle contact lies at most 28 days back.</summary>
    public static bool IsRecovering(CourseFacts f, DateOnly today) =>
        f.LastSessionOn is { } last && today.DayNumber - last.DayNumber <= RecoveryDays && f.NextVisitAt is null;

    /// <summary>All planned sessions were held.</summary>
    public static bool IsComplete(CourseFacts f) => f.SessionsPlanned > 0 && f.SessionsHeld >= f.SessionsPlanned;

    /// <summary>The decision names a later day, or a condition without a day.</summary>
    public static bool IsDeferred(CourseFacts f, DateOnly today) =>
        f.NotBeforeOn > today || f.Outcome is "defer" or "physician-review" && f.NotBeforeOn is null;
}
