namespace Fibril.Protocol;

/// <summary>Products used on the skin; what is only planned for the session is another fact.</summary>
internal static class ProductRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["M12"] = OwnHold,
        ["M13"] = OwnHold,
        ["M14"] = OwnHold,
        ["M15"] = OwnHold,
        ["M16"] = OwnHold,
        ["M17"] = M17,
        ["M18"] = Precaution,
        ["M26"] = HealedHold,
        ["M27"] = Precaution,
        ["M28"] = OwnHold,
    };

    /// <summary>Until the skin has healed after a course, and the days of the rule.</summary>
    public static IEnumerable<Firing> HealedHold(Assessment a, Rule rule) =>
        a.Touching(a.ProductsFor(rule), p => p.Zones)
            .Select(hit => (a.DayOf(hit.Recorded.Fact.HealedOn) is { } healed
                ? a.On(hit.Recorded).Until(a, Later.Days(healed, rule.Whole("days")))
                : a.On(hit.Recorded))?.Named(hit.Zones))
            .Fired();

    /// <summary>The days that the vocabulary gives for this product, from its last use.</summary>
    private static IEnumerable<Firing> OwnHold(Assessment a, Rule rule) =>
        a.Touching(a.ProductsFor(rule), p => p.Zones)
            .Select(hit => a.On(hit.Recorded).Until(a, EndOfHold(a, hit.Recorded.Fact)) is { } firing ? Worded(a, hit.Recorded.Fact, firing.Named(hit.Zones)) : null)
            .Fired();

    /// <summary>The same days, but a precaution never carries a date.</summary>
    private static IEnumerable<Firing> Precaution(Assessment a, Rule rule) => OwnHold(a, rule).Select(firing => firing with { NotBefore = null });

    private static IEnumerable<Firing> M17(Assessment a, Rule rule) =>
        (a.Plan.Topicals ?? []).Index()
            .Where(topical => topical.Item == "vitamin-c")
            .Select(topical => new Firing("Vitamin C planned at needling", $"/plan/topicals/{topical.Index}"))
            .Concat(Precaution(a, rule));

    private static DateOnly EndOfHold(Assessment a, ProductFact product) =>
        Later.Days(product.LastUsed.DayAsOf(a.File.On), a.Pack.Product(product.Id).HoldDays ?? 0);

    private static Firing Worded(Assessment a, ProductFact product, Firing firing) =>
        firing with { Words = new Dictionary<string, string> { ["days"] = $"{a.Pack.Product(product.Id).HoldDays}" } };
}
