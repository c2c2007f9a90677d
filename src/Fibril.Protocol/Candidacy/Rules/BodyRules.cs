namespace Fibril.Protocol;

/// <summary>Heart, liver, connective tissue, granulomas, circulation, healing.</summary>
internal static class BodyRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C16a"] = Waiting.Now,
        ["C16b"] = C16b,
        ["C35"] = C35,
        ["C36"] = Waiting.Now,
        ["C37"] = C37,
        ["C47"] = C47,
        ["C48"] = Waiting.WhileActive,
    };

    private static IEnumerable<Firing> C16b(Assessment a, Rule rule) =>
        a.Fires("C16a") ? [] : a.OwnFor(rule).Where(c => c.Fact.Status == ConditionStatus.History).Select(a.On);

    private static IEnumerable<Firing> C35(Assessment a, Rule rule) =>
        Waiting.NowOrEver(a, rule).Select(firing => firing.As(a.Plan.Energy == Energy.Rf ? "rf" : "mechanical"));

    private static IEnumerable<Firing> C37(Assessment a, Rule rule) =>
        Waiting.NowOrEver(a, rule).Select(firing => firing.As(AnaestheticCase.Of(a)));

    private static IEnumerable<Firing> C47(Assessment a, Rule rule) =>
        from disease in a.OwnFor(rule)
        let remote = disease.Fact.Status == ConditionStatus.History
            && a.DayOf(disease.Fact.HealedOn) is { } since
            && Later.Months(since, rule.Whole("months")) <= a.Day
        select a.On(disease).As(remote ? "remote" : "recent");
}

/// <summary>The two cases of rules that ask one thing of the plan: is a numbing cream used?</summary>
internal static class AnaestheticCase
{
    public static string Of(Assessment a) => a.Plan.WithoutAnaesthetic ? "without-anaesthetic" : "with-anaesthetic";
}
