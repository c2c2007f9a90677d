namespace Fibril.Protocol;

/// <content>Depth and interval of a zone.</content>
internal sealed partial class Assessment
{
    /// <summary>Rules that limit the depth wherever they fire, and those that do so in the zones they name.</summary>
    private static readonly string[] LimitingEverywhere = ["C08d", "M05"];
    private static readonly string[] LimitingInZone = ["C20", "C33b"];

    /// <summary>Deepest depth without an override, in millimetres.</summary>
    public decimal MaxDepthMm(string zone) => DepthLimits(zone).Min();

    /// <summary>Least days to the next needling, for the depth that may be used.</summary>
    public int MinIntervalDays(string zone) =>
        pack.Intervals.GapDays(Math.Min(DepthIn(zone), MaxDepthMm(zone)), zone, file.Patient.Phototype, Pih);

    private IEnumerable<decimal> DepthLimits(string zone)
    {
        yield return pack.Zone(zone).CapMm;
        if (Fires("C32") && pack.Zone(zone).IsFace && IsFirstSession(zone))
        {
            yield return pack.Rule("C32").Number("maxDepthMm");
        }

        var limiting = LimitingEverywhere.Where(Fires).Concat(LimitingInZone.Where(rule => FiresIn(rule, zone)));
        foreach (var rule in limiting)
        {
            yield return pack.Rule(rule).Number("maxDepthMm");
        }
    }

    private bool IsFirstSession(string zone) =>
        !(file.Procedures ?? []).Any(p => p.Id == "needling" && pack.Touches(p.Zones, zone));
}
