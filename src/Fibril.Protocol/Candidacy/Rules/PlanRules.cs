using System.Globalization;

namespace Fibril.Protocol;

/// <summary>What the plan itself asks: zones, depth, interval, device, topicals, and questions nobody answered.</summary>
internal static class PlanRules
{
    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["R002"] = R002,
        ["R013"] = R013,
        ["R017"] = R017,
        ["R021"] = R021,
        ["R025"] = R025,
        ["R039"] = R039,
        ["R072"] = R072,
        ["Z-CAP"] = ZCap,
        ["Z-INT"] = ZInt,
        ["U-ASK"] = UAsk,
    };

    private static IEnumerable<Firing> R002(Assessment a, Rule rule) =>
        from zone in a.PlannedZones
        where !DeviceLabels.Covers(a.Pack, a.Plan.DeviceLabel, zone.Fact.Zone, zone.Fact.Indication, a.File.Patient.Phototype)
        select a.On(zone);

    private static IEnumerable<Firing> R013(Assessment a, Rule rule) =>
        from zone in a.PlannedZones
        where zone.Fact.Indication == "acne-scar" && zone.Fact.ScarTypes?.IcePick > rule.Number("icePickAbovePercent")
        select a.On(zone);

    private static IEnumerable<Firing> R017(Assessment a, Rule rule) =>
        from zone in a.PlannedZones
        where zone.Fact.Indication == "pigment-spot" && a.File.Screening?.LesionCheck != LesionCheck.Benign
        select a.On(zone);

    private static IEnumerable<Firing> R021(Assessment a, Rule rule)
    {
        var planned = a.PlannedZones.Where(z => z.Fact.Indication is "alopecia-scarring" or "alopecia-unknown").Select(a.On);
        var past = a.Asked.Contains("scalp")
            ? a.OwnFor(rule).Where(c => c.Fact.Status == ConditionStatus.History).Select(c => a.On(c).Named(["scalp"]))
            : [];
        return planned.Concat(past).Where(firing => !a.FiresIn("C49", firing.Zones![0]));
    }

    private static IEnumerable<Firing> R025(Assessment a, Rule rule) =>
        a.PlannedZones.Where(z => a.Pack.Zone(z.Fact.Zone).IsProhibited).Select(a.On);

    private static IEnumerable<Firing> R039(Assessment a, Rule rule) =>
        a.Plan.Energy == Energy.Rf ? [new("Radiofrequency needling planned", "/plan/energy")] : [];

    private static IEnumerable<Firing> R072(Assessment a, Rule rule) =>
        from topical in (a.Plan.Topicals ?? []).Index()
        let entry = a.Pack.Topical(topical.Item)
        where !entry.Allowed || (entry.OnlyWithIndication is { } only && a.Plan.Zones.All(z => z.Indication != only))
        select new Firing($"Planned on the skin: {entry.Name}", $"/plan/topicals/{topical.Index}");

    private static IEnumerable<Firing> ZCap(Assessment a, Rule rule) =>
        from zone in a.PlannedZones
        let cap = a.Pack.Zone(zone.Fact.Zone).CapMm
        where cap > 0 && zone.Fact.DepthMm > cap
        select a.On(zone) with { Words = Word("cap", cap) };

    private static IEnumerable<Firing> ZInt(Assessment a, Rule rule) =>
        from zone in a.PlannedZones
        let least = a.MinIntervalDays(zone.Fact.Zone)
        where a.Plan.IntervalDays < least && a.Plan.Sessions is null or > 1
        select a.On(zone) with { Words = Word("least", least) };

    private static IEnumerable<Firing> UAsk(Assessment a, Rule rule) =>
        from question in Answers.Open(a.Pack, a.File)
        let blank = (a.File.Unanswered ?? []).ToList().IndexOf(question.Id)
        select new Firing($"Not answered: {question.Asks}", blank < 0 ? null : $"/unanswered/{blank}")
        {
            Case = ContractJson.Word(question.Kind),
            Words = new Dictionary<string, string> { ["asks"] = question.Asks },
        };

    private static Dictionary<string, string> Word(string name, decimal value) =>
        new() { [name] = value.ToString(CultureInfo.InvariantCulture) };
}
