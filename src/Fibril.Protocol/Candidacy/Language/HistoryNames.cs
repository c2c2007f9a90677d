using static Fibril.Protocol.FactKind;
using static Fibril.Protocol.RuleNames;

namespace Fibril.Protocol;

/// <summary>Names of a condition, a measurement, an open question.</summary>
internal static class HistoryNames
{
    public static readonly RuleName[] All =
    [
        Flag(Condition, "active", a => a.Condition.Status == ConditionStatus.Active),
        Flag(Condition, "past", a => a.Condition.Status == ConditionStatus.History),
        // Not known while it is there, whatever was written down.
        Day(Condition, "healed", a => a.Condition.Status == ConditionStatus.Active ? null : a.DayOf(a.Condition.HealedOn)),
        Day(Condition, "treatment-ended", a => a.DayOf(a.Condition.TreatmentEndedOn)),
        Day(Condition, "onset", a => a.DayOf(a.Condition.Onset)),
        Day(Condition, "stable-since", a => a.DayOf(a.Condition.StableSince)),
        Number(Condition, "attacks-per-year", a => a.Condition.AttacksPerYear),
        Flag(Condition, "counted", a => a.Condition.Lesions is not null),
        Number(Condition, "papules", a => a.Condition.Lesions?.Papules ?? 0),
        Number(Condition, "pustules", a => a.Condition.Lesions?.Pustules ?? 0),
        Number(Condition, "nodules", a => a.Condition.Lesions?.Nodules ?? 0),
        Number(Condition, "cysts", a => a.Condition.Lesions?.Cysts ?? 0),
        Flag(Condition, "uncontrolled", a => a.Condition.Controlled == false),
        Flag(Condition, "clearance-letter", a => a.Condition.ClearanceLetter == true),
        Flag(Condition, "ketosis", a => Has(a, DiabetesComplication.Ketosis)),
        Flag(Condition, "foot-ulcer", a => Has(a, DiabetesComplication.FootUlcer)),
        Flag(Condition, "nerve-damage", a => Has(a, DiabetesComplication.Neuropathy)),
        Flag(Condition, "vessel-damage", a => Has(a, DiabetesComplication.Vasculopathy)),
        Number(Measurement, "value", a => a.Measurement.Value),
        Word<QuestionKind>(FactKind.Question, "kind", a => a.Question.Kind),
        new(FactKind.Question, "asks", new Bound.Word(a => a.Question.Asks, pack => [.. pack.Questions.Select(q => q.Asks)])),
    ];

    private static bool Has(Assessment a, DiabetesComplication complication) => a.Condition.Complications?.Contains(complication) == true;
}
