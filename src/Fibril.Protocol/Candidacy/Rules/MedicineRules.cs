namespace Fibril.Protocol;

/// <summary>Retinoids by mouth, BTK inhibitors and SSRIs, supplements, photosensitisers, heart rhythm, and the rule on conduct.</summary>
internal static class MedicineRules
{
    private static readonly string[] BtkInhibitors = ["ibrutinib", "btk-inhibitor-other"];

    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["M03"] = OralRetinoid,
        ["M03b"] = OralRetinoid,
        ["M10"] = M10,
        ["M11"] = M11,
        ["M19"] = WithAnaesthetic,
        ["M20"] = M20,
        ["M24"] = Current,
        ["M25"] = WithAnaesthetic,
        ["M30"] = Current,
        ["M-RX"] = MRx,
    };

    private static IEnumerable<Firing> Current(Assessment a, Rule rule) => a.MedicinesFor(rule).Where(m => a.IsCurrent(m.Fact)).Select(a.On);

    /// <summary>No date while it is taken, not even with a planned end.</summary>
    private static IEnumerable<Firing> OralRetinoid(Assessment a, Rule rule) =>
        a.MedicinesFor(rule).Select(retinoid => retinoid.Fact.Taking
            ? a.On(retinoid)
            : a.On(retinoid).Until(a, Later.Months(a.LastDose(retinoid.Fact), rule.Whole("months")))).Fired();

    private static IEnumerable<Firing> M10(Assessment a, Rule rule) =>
        from medicine in a.MedicinesFor(rule)
        where a.IsCurrent(medicine.Fact)
        select a.On(medicine).As(BtkInhibitors.Contains(medicine.Fact.Id) ? "btk" : "ssri");

    private static IEnumerable<Firing> M11(Assessment a, Rule rule) =>
        from supplement in a.MedicinesFor(rule)
        where a.IsCurrent(supplement.Fact) || a.IsWithin(supplement.Fact, rule.Whole("days"))
        select a.On(supplement);

    private static IEnumerable<Firing> WithAnaesthetic(Assessment a, Rule rule) =>
        Current(a, rule).Select(firing => firing.As(AnaestheticCase.Of(a)));

    private static IEnumerable<Firing> M20(Assessment a, Rule rule)
    {
        if (a.Judge("C05") is not [var coldSores, ..])
        {
            return [];
        }

        var taken = a.MedicinesFor(rule).Where(antiviral => IsTaken(a, antiviral.Fact)).Select(a.On).FirstOrDefault();
        return [(taken ?? coldSores).As(taken is null ? "open" : "met") with { Met = taken is not null }];
    }

    private static bool IsTaken(Assessment a, MedicineFact antiviral) =>
        a.IsCurrent(antiviral) && antiviral.ConfirmedTaken == true && a.DayOf(antiviral.StartedOn) <= a.Day;

    private static IEnumerable<Firing> MRx(Assessment a, Rule rule) =>
        from medicine in a.Medicines
        where medicine.Fact.Prescribed || a.Pack.Medicine(medicine.Fact.Id).WhoMayPause == WhoMayPause.Prescriber
        where a.IsCurrent(medicine.Fact)
        select a.On(medicine);
}
