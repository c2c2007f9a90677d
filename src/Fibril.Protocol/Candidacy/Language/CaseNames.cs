using static Fibril.Protocol.RuleNames;

namespace Fibril.Protocol;

/// <summary>Names of the person, the plan, and what is asked once.</summary>
internal static class CaseNames
{
    public static readonly RuleName[] All =
    [
        Day("day", a => a.Day),
        Day("birth", a => a.File.Patient.BirthDate),
        Number("phototype", a => a.File.Patient.Phototype),
        Word<Sex>(FactKind.Case, "sex", a => a.File.Patient.Sex),
        Word<DeviceKind>(FactKind.Case, "device", a => a.Plan.Device),
        Word<Energy>(FactKind.Case, "energy", a => a.Plan.Energy),
        Word<DeviceLabel>(FactKind.Case, "label", a => a.Plan.DeviceLabel),
        Word<NeedleMaterial>(FactKind.Case, "needles", a => a.Plan.NeedleMaterial ?? NeedleMaterial.Steel),
        Flag("without-anaesthetic", a => a.Plan.WithoutAnaesthetic),
        Number("sessions", a => a.Plan.Sessions),
        Number("interval", a => a.Plan.IntervalDays),
        Number("deepest", a => a.Deepest),
        Flag("face-asked", a => a.AsksFace),
        Flag("keloid-prone-asked", a => a.AsksKeloidProne),
        Word<PregnancyStatus>(FactKind.Pregnancy, "pregnancy", a => a.File.Pregnancy?.Status),
        Word<BreastfeedingStatus>(FactKind.Pregnancy, "breastfeeding", a => a.File.Breastfeeding?.Status),
        RuleNames.Day(FactKind.Pregnancy, "pregnancy-ended", a => a.DayOf(a.File.Pregnancy?.EndedOn)),
        RuleNames.Day(FactKind.Pregnancy, "breastfeeding-ended", a => a.DayOf(a.File.Breastfeeding?.EndedOn)),
        RuleNames.Flag(FactKind.Exposure, "sunburn", a => a.File.Exposures?.Sunburn is not null),
        RuleNames.Day(FactKind.Exposure, "sunburn-gone", a => a.DayOf(a.File.Exposures?.Sunburn?.ResolvedOn)),
        RuleNames.Day(FactKind.Exposure, "last-sun", a => a.DayOf(a.File.Exposures?.LastUv)),
        RuleNames.Flag(FactKind.Exposure, "tan", a => a.File.Exposures?.Tan == true),
        RuleNames.Day(FactKind.Exposure, "last-self-tan", a => a.DayOf(a.File.Exposures?.LastSelfTan)),
        RuleNames.Day(FactKind.Exposure, "last-alcohol", a => a.DayOf(a.File.Exposures?.LastAlcohol)),
        Word<BddResult>(FactKind.Screening, "bdd", a => a.File.Screening?.Bdd),
        Word<LesionCheck>(FactKind.Case, "lesion-check", a => a.File.Screening?.LesionCheck),
        RuleNames.Flag(FactKind.Screening, "dissatisfied", a => a.File.Screening?.RepeatedDissatisfaction == true),
        RuleNames.Flag(FactKind.Screening, "minimal-defect", a => a.File.Screening?.MinimalDefect == true),
    ];

    private static RuleName Flag(string id, Func<Assessment, bool> of) => RuleNames.Flag(FactKind.Case, id, of);

    private static RuleName Number(string id, Func<Assessment, decimal?> of) => RuleNames.Number(FactKind.Case, id, of);

    private static RuleName Day(string id, Func<Assessment, DateOnly?> of) => RuleNames.Day(FactKind.Case, id, of);
}
