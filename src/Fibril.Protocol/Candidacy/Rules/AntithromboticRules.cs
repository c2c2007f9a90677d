namespace Fibril.Protocol;

/// <summary>Painkillers that thin the blood, aspirin and other blood thinners. No rule asks anybody to leave one out.</summary>
internal static class AntithromboticRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C13"] = C13,
        ["M01"] = M01,
        ["M02"] = M02,
        ["M04"] = M04,
        ["M05"] = M05,
        ["M06"] = M06,
        ["M07"] = Current,
        ["M08"] = Current,
        ["M09"] = Current,
    };

    private static IEnumerable<Firing> Current(Assessment a, Rule rule) => a.MedicinesFor(rule).Where(m => a.IsCurrent(m.Fact)).Select(a.On);

    private static IEnumerable<Firing> C13(Assessment a, Rule rule) =>
        new[] { "M05", "M06", "M07", "M08", "M09" }.SelectMany(a.Judge).Select(firing => firing.As(RuleOutcome.Only));

    private static IEnumerable<Firing> M01(Assessment a, Rule rule) =>
        a.MedicinesFor(rule)
            .Where(m => !m.Fact.Prescribed)
            .Select(m => a.On(m).Until(a, Later.Days(a.LastDose(m.Fact), rule.Whole("days"))))
            .Fired();

    private static IEnumerable<Firing> M02(Assessment a, Rule rule) =>
        from medicine in a.MedicinesFor(rule)
        where medicine.Fact.Prescribed || medicine.Fact.Id == "celecoxib"
        where a.IsCurrent(medicine.Fact) || a.IsWithin(medicine.Fact, rule.Whole("days"))
        select a.On(medicine);

    private static IEnumerable<Firing> M04(Assessment a, Rule rule) =>
        from aspirin in a.MedicinesFor(rule)
        where !aspirin.Fact.Prescribed
        where a.IsCurrent(aspirin.Fact) || a.IsWithin(aspirin.Fact, rule.Whole("days"))
        select a.On(aspirin);

    private static IEnumerable<Firing> M05(Assessment a, Rule rule) =>
        from aspirin in a.MedicinesFor(rule)
        where aspirin.Fact.Prescribed && a.IsCurrent(aspirin.Fact)
        select a.On(aspirin);

    private static IEnumerable<Firing> M06(Assessment a, Rule rule)
    {
        var youngStent = a.Own("coronary-stent").Any(stent =>
            a.DayOf(stent.Fact.Onset) is not { } placed || Later.Months(placed, rule.Whole("stentMonths")) > a.Day);
        var against = youngStent || a.Fires("M05");
        return Current(a, rule).Select(firing => firing.As(against ? "advise-against" : "alone"));
    }
}
