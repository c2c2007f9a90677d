namespace Fibril.Protocol;

/// <summary>Pregnancy, breastfeeding and the months after.</summary>
internal static class PregnancyRules
{
    private static readonly string[] HormoneDriven = ["melasma", "striae", "pigment-spot", "uneven-tone"];

    public static readonly Dictionary<string, RuleCondition> All = new()
    {
        ["C10"] = C10,
        ["C11"] = C11,
    };

    private static IEnumerable<Firing> C10(Assessment a, Rule rule) => a.File.Pregnancy?.Status switch
    {
        PregnancyStatus.Pregnant => [new Firing("Pregnant", "/pregnancy/status").As("pregnant")],
        PregnancyStatus.Possible => [new Firing("Pregnancy is possible", "/pregnancy/status").As("possible")],
        _ => Breastfeeding(a) ? [] : MonthsAfter(a, rule),
    };

    private static IEnumerable<Firing> MonthsAfter(Assessment a, Rule rule)
    {
        DateOnly?[] ends = [a.DayOf(a.File.Pregnancy?.EndedOn), a.DayOf(a.File.Breastfeeding?.EndedOn)];
        var zones = a.File.Plan.Zones.Where(z => HormoneDriven.Contains(z.Indication)).Select(z => z.Zone).ToList();
        if (ends.Max() is not { } end || zones.Count == 0)
        {
            return [];
        }

        var pointer = ends[1] == end ? "/breastfeeding/endedOn" : "/pregnancy/endedOn";
        var firing = new Firing($"Pregnancy or breastfeeding ended {end:yyyy-MM-dd}", pointer) { Case = "afterwards", Zones = zones };
        return firing.Until(a, Later.Months(end, rule.Whole("months"))) is { } waits ? [waits] : [];
    }

    private static IEnumerable<Firing> C11(Assessment a, Rule rule) =>
        Breastfeeding(a) ? [new("Breastfeeding", "/breastfeeding/status")] : [];

    private static bool Breastfeeding(Assessment a) => a.File.Breastfeeding?.Status == BreastfeedingStatus.Yes;
}
