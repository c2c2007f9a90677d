namespace Fibril.Protocol;

/// <summary>Allergies, and blood that numbing creams can harm.</summary>
internal static class AllergyRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C27a"] = C27a,
        ["C27b"] = C27b,
        ["C28"] = C28,
        ["C29a"] = C29a,
        ["C29b"] = Allergies,
        ["C46"] = Allergies,
    };

    private static IEnumerable<Firing> Allergies(Assessment a, Rule rule) => a.AllergiesFor(rule).Select(a.On);

    private static IEnumerable<Firing> C27a(Assessment a, Rule rule)
    {
        var shallow = a.Plan.WithoutAnaesthetic && a.Plan.Zones.All(z => z.DepthMm <= rule.Number("depthMm"));
        return Allergies(a, rule).Select(firing => firing.As(shallow ? "without-anaesthetic" : "with-anaesthetic"));
    }

    private static IEnumerable<Firing> C27b(Assessment a, Rule rule) => Allergies(a, rule).Concat(Waiting.NowOrEver(a, rule));

    private static IEnumerable<Firing> C28(Assessment a, Rule rule) =>
        Waiting.NowOrEver(a, rule).Concat(a.Judge("M19")).Select(firing => firing.As(AnaestheticCase.Of(a)));

    private static IEnumerable<Firing> C29a(Assessment a, Rule rule) =>
        a.Plan.NeedleMaterial is null or NeedleMaterial.Steel ? Allergies(a, rule) : [];
}
