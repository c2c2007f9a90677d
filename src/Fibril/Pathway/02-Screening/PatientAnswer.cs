using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>One reason in plain words, with the day it ends.</summary>
public sealed record PatientReason(string Text, DateOnly? From);

/// <summary>
/// The decision as the person may read it. Dates and their reasons at once; what a clinician has to decide is said as that,
/// never as a verdict before somebody has looked.
/// </summary>
public sealed record PatientAnswer
{
    public required string Headline { get; init; }

    public required string Lead { get; init; }

    public required string WhoDecides { get; init; }

    public DateOnly? Earliest { get; init; }

    public IReadOnlyList<PatientReason> Reasons { get; init; } = [];

    public IReadOnlyList<string> Precautions { get; init; } = [];

    public IReadOnlyList<string> Medicines { get; init; } = [];

    public static PatientAnswer Of(CandidacyScreening screening)
    {
        var effective = ScreeningRules.Effective(screening);
        var isReviewed = screening.Verdict is not null;
        var (headline, lead) = isReviewed ? Reviewed(screening.Verdict!.Value, ScreeningRules.Standing(screening)) : Waiting(effective);
        return new()
        {
            Headline = headline,
            Lead = lead,
            Earliest = effective.NotBefore,
            WhoDecides = isReviewed ? "A clinician has looked at this with your answers." : "This is what your answers tell us so far. A clinician decides, together with you.",
            Reasons = [.. ReasonsOf(effective, isReviewed)],
            Precautions = [.. Texts(effective, f => f.Effect == FindingEffect.Precaution && f.Rule != "U-ASK")],
            Medicines = [.. Texts(effective, f => f.Rule == "M-RX")],
        };
    }

    private static (string Headline, string Lead) Waiting(EffectiveDecision effective) => effective switch
    {
        { NotBefore: { } day } => ($"From {OutcomeWords.Day(day)}", "That is the earliest day that fits your answers. These are the reasons:"),
        { Outcome: CandidacyOutcome.Defer } => ("Not yet", "Something has to be over first. We cannot name a day yet:"),
        { Outcome: CandidacyOutcome.PhysicianReview or CandidacyOutcome.DoNotTreat } =>
            ("We would like to talk with you first", "Something in your answers needs a clinician's eye. Nothing is decided yet."),
        _ => ("Nothing stands in the way so far", "Your answers name nothing that would make us wait."),
    };

    private static (string Headline, string Lead) Reviewed(Verdict verdict, EffectiveDecision standing) => verdict switch
    {
        Verdict.NotTreated => ("We do not treat this now", "The clinician has looked at it and will explain why and what else can help."),
        Verdict.Referred => ("Somebody else looks at it first", "The clinician has asked a colleague. We go on when the answer is here."),
        _ when standing.NotBefore is { } day => ($"From {OutcomeWords.Day(day)}", "The clinician agrees. These are the reasons to wait:"),
        _ when standing.Outcome == CandidacyOutcome.Defer => ("Not yet", "The clinician agrees. Something has to be over first; we cannot name a day yet:"),
        _ => ("You can be treated", "The clinician agrees."),
    };

    /// <summary>Unreviewed, only what waits is told; a refusal is a clinician's to say.</summary>
    private static IEnumerable<PatientReason> ReasonsOf(EffectiveDecision effective, bool isReviewed) => effective.Findings
        .Where(f => f.Rule != "U-ASK" && (f.Effect == FindingEffect.Defer || f.Effect == FindingEffect.PhysicianReview || (isReviewed && f.Effect == FindingEffect.DoNotTreat)))
        .OrderByDescending(f => f.NotBefore)
        .Select(f => new PatientReason(f.PatientText, f.NotBefore))
        .Distinct();

    private static IEnumerable<string> Texts(EffectiveDecision effective, Func<Finding, bool> which) =>
        effective.Findings.Where(which).Select(f => f.PatientText).Distinct(StringComparer.Ordinal);
}
