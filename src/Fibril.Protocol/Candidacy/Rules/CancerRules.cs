namespace Fibril.Protocol;

/// <summary>Radiotherapy and cancer medicines.</summary>
internal static class CancerRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C09a"] = C09a,
        ["C09b"] = C09b,
        ["C09c"] = C09c,
        ["M23"] = M23,
    };

    private static IEnumerable<Firing> C09a(Assessment a, Rule rule) =>
        from hit in a.Touching(a.ProceduresFor(rule), p => p.Zones)
        let firing = a.On(hit.Recorded).Named(hit.Zones)
        select LastFraction(a, hit.Recorded.Fact) is not { } last
            ? firing.As("recent")
            : firing.As("recent").Until(a, Later.Months(last, rule.Whole("months"))) ?? firing.As("late");

    private static IEnumerable<Firing> C09b(Assessment a, Rule rule) =>
        a.ProceduresFor(rule).Select(radiation =>
        {
            var outside = a.Asked.Except(a.Touched(radiation.Fact.Zones)).ToList();
            var firing = LastFraction(a, radiation.Fact) is { } last
                ? a.On(radiation).Until(a, Later.Months(last, rule.Whole("months")))
                : a.On(radiation);
            return outside.Count == 0 ? null : firing?.Named(outside);
        }).Fired();

    private static DateOnly? LastFraction(Assessment a, ProcedureFact radiation) => radiation.Ongoing == true ? null : a.DayOf(radiation.On);

    private static IEnumerable<Firing> C09c(Assessment a, Rule rule) =>
        a.MedicinesFor(rule).Select(drug => a.IsCurrent(drug.Fact)
            ? a.On(drug).As("current")
            : a.On(drug).As("recent").Until(a, Later.Months(a.LastDose(drug.Fact), rule.Whole("months")))).Fired();

    private static IEnumerable<Firing> M23(Assessment a, Rule rule) => a.MedicinesFor(rule).Where(m => a.IsCurrent(m.Fact)).Select(a.On);
}
