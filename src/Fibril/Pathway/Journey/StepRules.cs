using System.Globalization;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey;

/// <summary>The nine steps of the strip: state, one line why, and the page that goes on.</summary>
public static class StepRules
{
    /// <summary>All nine, in the order of the pathway.</summary>
    public static IReadOnlyList<Step> All(CourseFacts f, DateOnly today) =>
    [
        Step(f, 1, "Consultation", Consultation(f), "consultation"),
        Step(f, 2, "Screening", Screening(f, today), "screening"),
        Step(f, 3, "Consent", Consent(f), "consent"),
        Step(f, 4, "Plan", Plan(f), "plan"),
        Step(f, 5, "Booking", Booking(f), "bookings"),
        Step(f, 6, "Session", Session(f), "sessions"),
        Step(f, 7, "Aftercare", Aftercare(f), "aftercare"),
        Step(f, 8, "Recovery", Recovery(f, today), "recovery"),
        Step(f, 9, "Outcome", Outcome(f, today), "outcomes"),
    ];

    private static Step Step(CourseFacts f, int number, string name, (StepState State, string Why) step, string page) =>
        new(number, name, step.State, step.Why, $"/staff/courses/{f.CourseId}/{page}");

    private static (StepState, string) Consultation(CourseFacts f) => f switch
    {
        { ConsultationSubmitted: true, Examined: true } => (StepState.Done, "answered and examined"),
        { ConsultationSubmitted: true } => (StepState.Open, "answered; the examination is to be recorded"),
        { ConsultationStarted: true } => (StepState.Waiting, "the person is answering"),
        _ => (StepState.Open, "no questions answered yet"),
    };

    private static (StepState, string) Screening(CourseFacts f, DateOnly today) => f switch
    {
        { Outcome: null } => (StepState.NotYet, "no answers to judge"),
        { PrescriberWaits: > 0 } => (StepState.Waiting, $"waits for {Words.Count(f.PrescriberWaits, "prescriber's answer", "prescribers' answers")}"),
        { Referred: true } => (StepState.Waiting, "referred; the answer is awaited"),
        { Reviewed: false } => (StepState.Open, $"{Headline(f, today)}; to be reviewed"),
        { Outcome: "do-not-treat" } => (StepState.Stopped, "not suitable here"),
        { Outcome: "defer" or "physician-review" } => (StepState.Waiting, Headline(f, today)),
        _ => (StepState.Done, Headline(f, today)),
    };

    private static string Headline(CourseFacts f, DateOnly today) => f.Outcome switch
    {
        "proceed" => "suitable",
        "proceed-with-precautions" => "suitable with precautions",
        "do-not-treat" => "not suitable here",
        _ when f.NotBeforeOn > today => $"not before {Short(f.NotBeforeOn.Value)}",
        "defer" => "waits for a condition",
        _ => "needs a physician's decision",
    };

    private static (StepState, string) Consent(CourseFacts f) => f.Consent switch
    {
        ConsentStanding.Valid => (StepState.Done, "signed and valid"),
        ConsentStanding.Stale => (StepState.Open, "facts changed; to be read again"),
        ConsentStanding.Withdrawn => (StepState.Stopped, "withdrawn"),
        ConsentStanding.Opened => (StepState.Waiting, "being read"),
        _ => f is { Reviewed: true, Outcome: not "do-not-treat" } ? (StepState.Open, "to be read and signed") : (StepState.NotYet, "after the screening"),
    };

    private static (StepState, string) Plan(CourseFacts f) => f switch
    {
        { PlanAgreed: true } => (StepState.Done, $"{Words.Count(f.SessionsPlanned, "session")} agreed"),
        { PlanDrafted: true } => (StepState.Waiting, "drafted; to be agreed"),
        { Reviewed: true, Outcome: not "do-not-treat" } => (StepState.Open, "to be drafted"),
        _ => (StepState.NotYet, "after the screening"),
    };

    private static (StepState, string) Booking(CourseFacts f) => f switch
    {
        { NextVisitAt: { } at } => (StepState.Done, $"next visit {Short(DateOnly.FromDateTime(at))}"),
        { PlanAgreed: true } when CourseStatusRules.IsComplete(f) => (StepState.Done, "all sessions held"),
        { PlanAgreed: true } => (StepState.Open, "no visit booked"),
        _ => (StepState.NotYet, "after the plan"),
    };

    private static (StepState, string) Session(CourseFacts f) => f switch
    {
        { SessionRunning: true } => (StepState.Open, "running now"),
        { SessionsUnsigned: > 0 } => (StepState.Open, $"{Words.Count(f.SessionsUnsigned, "record")} to sign"),
        { SessionsHeld: > 0 } => (CourseStatusRules.IsComplete(f) ? StepState.Done : StepState.Waiting, $"{f.SessionsHeld} of {f.SessionsPlanned} held"),
        _ => (StepState.NotYet, "none held"),
    };

    private static (StepState, string) Aftercare(CourseFacts f) => f switch
    {
        { SessionsHeld: 0 } => (StepState.NotYet, "after a session"),
        { AftercareGiven: true } => (StepState.Done, "sheet given"),
        _ => (StepState.Open, "sheet not given"),
    };

    private static (StepState, string) Recovery(CourseFacts f, DateOnly today) => f switch
    {
        { LastSessionOn: null } => (StepState.NotYet, "after a session"),
        _ when CourseStatusRules.HasComplication(f) => (StepState.Alarm, f.OpenLevel is { } level ? $"open report: {Words.Of(level).ToLowerInvariant()}" : "adverse event without an outcome"),
        { OpenLevel: { } level } when level is not "normal" => (StepState.Open, $"open report: {Words.Of(level).ToLowerInvariant()}"),
        { LastReportDay: { } day } => (StepState.Done, $"last report on day {day}"),
        { LastSessionOn: { } last } when today.DayNumber - last.DayNumber <= CourseStatusRules.RecoveryDays => (StepState.Waiting, "no report yet"),
        _ => (StepState.Done, "over without a report"),
    };

    private static (StepState, string) Outcome(CourseFacts f, DateOnly today) => f switch
    {
        { OutcomeDueOn: { } due } when due <= today => (StepState.Open, $"look at the result was due {Short(due)}"),
        { OutcomeDueOn: { } due } => (StepState.Waiting, $"look at the result on {Short(due)}"),
        { OutcomesHeld: > 0 } => (StepState.Done, $"{Words.Count(f.OutcomesHeld, "look")} at the result"),
        _ => (StepState.NotYet, "after the last session"),
    };

    private static string Short(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);
}
