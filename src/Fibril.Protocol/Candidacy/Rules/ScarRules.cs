namespace Fibril.Protocol;

/// <summary>Skin that scars, grows patches or marks where it is hurt: keloid, vitiligo, lichen, melasma, young scars, phototype.</summary>
internal static class ScarRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C08a"] = Waiting.WhileActive,
        ["C08b"] = C08b,
        ["C08c"] = Waiting.NowOrEver,
        ["C08d"] = C08d,
        ["C18a"] = C18a,
        ["C18b"] = C18b,
        ["C19"] = C19,
        ["C20"] = C20,
        ["C25"] = C25,
        ["C32"] = C32,
    };

    private static IEnumerable<Firing> C08b(Assessment a, Rule rule)
    {
        var prone = a.Asked.Any(zone => a.Pack.Zone(zone).KeloidProne);
        return Waiting.NowOrEver(a, rule).Select(firing => firing.As(prone ? "keloid-prone-zone" : "other-zone"));
    }

    private static IEnumerable<Firing> C08d(Assessment a, Rule rule) => a.Fires("C08b") ? [] : a.InFamily("keloid").Select(a.On);

    private static IEnumerable<Firing> C18a(Assessment a, Rule rule) => a.OwnFor(rule).Where(c => !IsStable(a, c)).Select(a.On);

    private static IEnumerable<Firing> C18b(Assessment a, Rule rule) => a.OwnFor(rule).Where(c => IsStable(a, c)).Select(a.On);

    private static bool IsStable(Assessment a, Recorded<ConditionFact> vitiligo) =>
        a.DayOf(vitiligo.Fact.StableSince) is { } since && Later.Months(since, a.Pack.Rule("C18a").Whole("months")) <= a.Day;

    private static IEnumerable<Firing> C19(Assessment a, Rule rule) =>
        from disease in a.OwnFor(rule)
        let quiet = disease.Fact.Status == ConditionStatus.History
            && a.DayOf(disease.Fact.HealedOn) is { } since
            && Later.Months(since, rule.Whole("months")) <= a.Day
        select a.On(disease).As(quiet ? "quiet" : "active");

    private static IEnumerable<Firing> C20(Assessment a, Rule rule) =>
    [
        .. a.Touching(rule).Select(hit => a.On(hit.Condition).Named(hit.Zones)),
        .. a.PlannedZones.Where(zone => zone.Fact.Indication == "melasma").Select(a.On),
    ];

    private static IEnumerable<Firing> C25(Assessment a, Rule rule) =>
        a.Touching(rule).Select(hit => (a.DayOf(hit.Condition.Fact.Onset) is { } onset
            ? a.On(hit.Condition).Until(a, Later.Months(onset, rule.Whole("months")))
            : a.On(hit.Condition))?.Named(hit.Zones)).Fired();

    private static IEnumerable<Firing> C32(Assessment a, Rule rule) =>
        a.DarkSkin ? [new($"Phototype {a.File.Patient.Phototype}", "/patient/phototype")] : [];
}
