using System.Globalization;
using System.Text.Json;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>Decisions in words, for the clinician.</summary>
public static class OutcomeWords
{
    /// <summary>The word of the contract: <c>do-not-treat</c>.</summary>
    public static string Id(CandidacyOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    public static string Headline(CandidacyOutcome outcome, DateOnly? notBefore) => outcome switch
    {
        CandidacyOutcome.Proceed => "Suitable",
        CandidacyOutcome.ProceedWithPrecautions => "Suitable, with precautions",
        CandidacyOutcome.Defer when notBefore is { } day => $"Suitable from {Day(day)}",
        CandidacyOutcome.Defer => "Not suitable now",
        CandidacyOutcome.PhysicianReview when notBefore is { } day => $"Needs a physician's decision, not before {Day(day)}",
        CandidacyOutcome.PhysicianReview => "Needs a physician's decision",
        _ => "Not suitable here",
    };

    public static Tone Tone(CandidacyOutcome outcome) => outcome switch
    {
        CandidacyOutcome.Proceed => Platform.Ui.Tone.Good,
        CandidacyOutcome.ProceedWithPrecautions => Platform.Ui.Tone.Info,
        CandidacyOutcome.DoNotTreat => Platform.Ui.Tone.Alarm,
        _ => Platform.Ui.Tone.Wait,
    };

    public static Tone Tone(FindingEffect effect) => effect == FindingEffect.Note ? Platform.Ui.Tone.Plain : Tone((CandidacyOutcome)effect);

    public static string Effect(FindingEffect effect) => effect switch
    {
        FindingEffect.Note => "Note",
        FindingEffect.Precaution => "Precaution",
        FindingEffect.Defer => "Wait",
        FindingEffect.PhysicianReview => "Physician decides",
        _ => "Do not treat",
    };

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Zones(Finding finding) =>
        finding.Scope == RuleScope.Zone ? string.Join(", ", finding.Zones.Select(ProtocolPack.Current.SiteName)) : finding.Scope == RuleScope.Session ? "the visit" : "the person";
}
