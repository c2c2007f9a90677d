namespace Fibril.Protocol;

/// <summary>Sun, self-tanner, alcohol.</summary>
internal static class ExposureRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C26a"] = C26a,
        ["C26b"] = C26b,
        ["C26c"] = C26c,
        ["M29"] = M29,
    };

    private static IEnumerable<Firing> C26a(Assessment a, Rule rule)
    {
        if (a.File.Exposures?.Sunburn is not { } burn || a.Touched(burn.Zones) is not { Count: > 0 } zones)
        {
            return [];
        }

        var there = new Firing(burn.ResolvedOn is { } day ? $"Sunburn, gone since {day}" : "Sunburn, there now", "/exposures/sunburn");
        var firing = a.DayOf(burn.ResolvedOn) is { } resolved ? there.Until(a, Later.Days(resolved, rule.Whole("days"))) : there;
        return firing is null ? [] : [firing.Named(zones)];
    }

    private static IEnumerable<Firing> C26b(Assessment a, Rule rule)
    {
        if (a.File.Exposures is not { } exposures || a.Touched(exposures.UvZones) is not { Count: > 0 } zones)
        {
            return [];
        }

        var light = a.File.Patient.Phototype <= 3;
        var days = rule.Whole(light ? "lightSkinDays" : "darkSkinDays");
        var firing = (a.DayOf(exposures.LastUv), exposures.Tan) switch
        {
            ({ } last, _) => new Firing($"Heavy sun or tanning bed, last {exposures.LastUv}", "/exposures/lastUv").Until(a, Later.Days(last, days)),
            (null, true) => new Firing("Visible tan, last sun not known", "/exposures/tan"),
            _ => null,
        };
        return firing is null ? [] : [firing.Named(zones) with { Words = new Dictionary<string, string> { ["days"] = $"{days}" } }];
    }

    private static IEnumerable<Firing> C26c(Assessment a, Rule rule) =>
        a.DayOf(a.File.Exposures?.LastSelfTan) is { } last
        && Later.Days(last, rule.Whole("days")) > a.Day
        && a.Touched(a.File.Exposures!.SelfTanZones) is { Count: > 0 } zones
            ? [new Firing($"Self-tanner, last used {a.File.Exposures.LastSelfTan}", "/exposures/lastSelfTan").Named(zones)]
            : [];

    private static IEnumerable<Firing> M29(Assessment a, Rule rule) =>
        a.DayOf(a.File.Exposures?.LastAlcohol) is { } last && Later.Days(last, rule.Whole("days")) > a.Day
            ? [new($"Alcohol, last drink {a.File.Exposures!.LastAlcohol}", "/exposures/lastAlcohol")]
            : [];
}
