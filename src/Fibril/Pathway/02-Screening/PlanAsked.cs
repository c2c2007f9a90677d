using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>What is judged before a plan exists: the asked areas at the zone's usual depth, pen, no energy, lidocaine 4 %.</summary>
public static class PlanAsked
{
    /// <summary>Indications that rules look at, strictest first: one zone is judged for one of them.</summary>
    private static readonly string[] Watched = ["pigment-spot", "alopecia-scarring", "alopecia-unknown", "melasma", "scar-other", "striae", "acne-scar"];

    private static readonly string[] Scars = ["acne-scar", "scar-other", "striae"];

    /// <summary>Null while no area was chosen: then there is nothing to judge.</summary>
    public static PlanFacts? Of(ProtocolPack pack, Consultation consultation) => consultation.Areas.Count == 0 ? null : new()
    {
        Device = DeviceKind.Pen,
        Energy = Energy.None,
        DeviceLabel = DeviceLabel.None,
        Anaesthetic = "lidocaine-4",
        Zones = [.. consultation.Areas.GroupBy(a => a.Zone).Select(g => Zone(pack, [.. g], consultation.Examination))],
    };

    /// <summary>Upper end of the usual depth, within the zone's cap; a prohibited zone is asked with the least depth there is.</summary>
    public static decimal UsualDepthMm(Zone zone, string indication)
    {
        var usual = Scars.Contains(indication) ? zone.ScarMm ?? zone.FineMm : zone.FineMm ?? zone.ScarMm;
        var upper = decimal.Parse((usual ?? "0").Split('-')[^1], CultureInfo.InvariantCulture);
        return zone.IsProhibited ? 0.1m : Math.Min(upper == 0 ? zone.CapMm : upper, zone.CapMm);
    }

    private static PlannedZone Zone(ProtocolPack pack, List<AskedArea> areas, Examination? seen)
    {
        var zone = pack.Zone(areas[0].Zone);
        var indication = areas.Select(a => a.Indication).OrderBy(i => Array.IndexOf(Watched, i) is var at && at < 0 ? int.MaxValue : at).First();
        return new()
        {
            Zone = zone.Id,
            DepthMm = areas.Max(a => UsualDepthMm(zone, a.Indication)),
            Indication = indication,
            ScarTypes = indication == "acne-scar" ? Types(seen) : null,
        };
    }

    private static ScarTypes? Types(Examination? seen) =>
        (seen?.IcePick ?? seen?.Boxcar ?? seen?.Rolling) is null ? null : new() { IcePick = seen!.IcePick, Boxcar = seen.Boxcar, Rolling = seen.Rolling };
}
