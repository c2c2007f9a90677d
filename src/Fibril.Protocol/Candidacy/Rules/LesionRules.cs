namespace Fibril.Protocol;

/// <summary>Spots, rosacea, tattoos, scarring hair loss.</summary>
internal static class LesionRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C17a"] = C17a,
        ["C17b"] = C17b,
        ["C17c"] = Waiting.UntilHealed,
        ["C17d"] = Waiting.WhileActive,
        ["C33a"] = Waiting.UntilHealed,
        ["C33b"] = Waiting.WhileActive,
        ["C34"] = Waiting.WhileActive,
        ["C49"] = C49,
    };

    private static IEnumerable<Firing> C17a(Assessment a, Rule rule)
    {
        foreach (var firing in Waiting.Now(a, rule))
        {
            yield return firing;
        }

        if (a.File.Screening?.LesionCheck == LesionCheck.Suspicious)
        {
            yield return new("A physician found the spot suspicious", "/screening/lesionCheck");
        }
    }

    private static IEnumerable<Firing> C17b(Assessment a, Rule rule) =>
        from hit in a.Touching(rule)
        where hit.Condition.Fact.Status == ConditionStatus.Active || hit.Condition.Fact.ClearanceLetter != true
        select a.On(hit.Condition).Named(hit.Zones);

    private static IEnumerable<Firing> C49(Assessment a, Rule rule) =>
        a.Asked.Contains("scalp") ? Waiting.Now(a, rule).Select(firing => firing.Named(["scalp"])) : [];
}
