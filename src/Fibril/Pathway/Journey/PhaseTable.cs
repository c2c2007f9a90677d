namespace Fibril.Pathway.Journey;

/// <summary>One row of the state table: what a phase means, what comes next, and who does it.</summary>
public sealed record PhaseRow(CoursePhase Phase, string Word, string When, string Next, string Who);

/// <summary>The state machine in words; <c>docs/pathway/states.md</c> is printed from it. Its order is the order of the questions.</summary>
public static class PhaseTable
{
    public static IReadOnlyList<PhaseRow> All { get; } =
    [
        new(CoursePhase.Closed, "Closed", "somebody closed it, with a reason", "Reopen it when the person comes back", "practitioner"),
        new(CoursePhase.Complication, "Complication", "an urgent report is open, or an adverse event has no outcome", "Look at the report and close it with an outcome", "practitioner"),
        new(CoursePhase.InSession, "In session", "a session was opened and its needling is not finished", "Go on with the session", "practitioner, assistant"),
        new(CoursePhase.NeedsAnswers, "Needs answers", "the health questions were not sent", "Answer the health questions", "patient"),
        new(CoursePhase.NeedsDecision, "Needs a decision", "the answers were not judged yet", "Judge the answers", "practitioner"),
        new(CoursePhase.WaitsForPrescriber, "Waits for the prescriber", "a question to a prescriber has no answer", "Record the prescriber's answer", "practitioner"),
        new(CoursePhase.NeedsReview, "Needs review", "no clinician has decided yet, or the person was referred and the answer is awaited", "Review the decision", "practitioner"),
        new(CoursePhase.NotSuitable, "Not suitable here", "do-not-treat stands after the review, or a clinician decided not to treat", "Offer an alternative or refer, then close", "practitioner"),
        new(CoursePhase.Recovering, "Recovering", "the last session was at most 28 days ago and no visit is booked", "Look at the reports; book the next visit", "front desk"),
        new(CoursePhase.AwaitsOutcome, "Awaits the result", "all sessions were held and a look at the result is due", "See the result at 30, 90 and 180 days", "practitioner"),
        new(CoursePhase.Finished, "Finished", "all sessions were held and no look at the result is due", "Close the course", "practitioner"),
        new(CoursePhase.NeedsPlan, "Needs a plan", "no plan was agreed", "Draft the plan and agree on it", "practitioner, patient"),
        new(CoursePhase.ConsentWithdrawn, "Consent withdrawn", "the consent was withdrawn", "Talk about it; nothing is done without a new consent", "practitioner"),
        new(CoursePhase.NeedsConsent, "Needs consent", "there is no consent, or facts changed after it was signed", "Read and sign the consent", "patient"),
        new(CoursePhase.Booked, "Booked", "a visit is in the diary", "Keep the holds before the visit", "patient"),
        new(CoursePhase.Deferred, "Deferred", "the decision names a later day or a condition", "Wait until the day, then judge anew", "front desk"),
        new(CoursePhase.ReadyToBook, "Ready to book", "everything stands and no visit is booked", "Book the session", "patient, front desk"),
    ];

    public static PhaseRow Of(CoursePhase phase) => All.First(r => r.Phase == phase);

    /// <summary>The page <c>docs/pathway/states.md</c>.</summary>
    public static string Markdown()
    {
        var rows = All.Select(r => $"| {r.Word} | {r.When} | {r.Next} | {r.Who} |");
        return $"""
            # States of a course

            A course's state is derived from its facts and never set by hand. The questions are asked in this order; the first yes counts.
            This page is printed from `Pathway/Journey/PhaseTable.cs`; a test fails when the two differ.

            | State | When | Next | Who |
            |---|---|---|---|
            {string.Join('\n', rows)}

            """.ReplaceLineEndings("\n");
    }
}
