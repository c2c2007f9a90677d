namespace Fibril.Protocol;

/// <summary>Steroids and other medicines that hold down the immune system.</summary>
internal static class ImmuneMedicineRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["M21"] = M21,
        ["M22"] = M22,
    };

    private static IEnumerable<Firing> M21(Assessment a, Rule rule) =>
        from steroid in a.MedicinesFor(rule)
        where a.IsCurrent(steroid.Fact) && (HighDose(a, rule, steroid.Fact) || LongCourse(a, rule, steroid.Fact))
        select a.On(steroid);

    private static bool HighDose(Assessment a, Rule rule, MedicineFact steroid) =>
        (steroid.DoseMgPerDay ?? decimal.MaxValue) >= rule.Number("highMgPerDay")
        && (a.DayOf(steroid.StartedOn) is not { } start || Later.Days(start, rule.Whole("highDays")) < a.Day);

    private static bool LongCourse(Assessment a, Rule rule, MedicineFact steroid) =>
        (steroid.DoseMgPerDay ?? decimal.MaxValue) >= rule.Number("longMgPerDay")
        && (a.DayOf(steroid.StartedOn) is not { } start || Later.Months(start, rule.Whole("longMonths")) <= a.Day);

    private static IEnumerable<Firing> M22(Assessment a, Rule rule) => a.MedicinesFor(rule).Where(m => a.IsCurrent(m.Fact)).Select(a.On);
}
