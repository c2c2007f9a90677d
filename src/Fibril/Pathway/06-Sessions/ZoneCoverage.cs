using Fibril.Practice.Devices;
using Fibril.Protocol;
using DeviceKind = Fibril.Practice.Devices.DeviceKind;

namespace Fibril.Pathway.Sessions;

/// <summary>An estimate per zone for comparing sessions; never a target. Pure.</summary>
public static class ZoneCoverage
{
    /// <summary>Holes for each cm² from passes, speed, rate and needles; null when one of them is not known or the device is no pen. Source: clinical base 5.2, formula 3.</summary>
    public static double? PerCm2(SessionZone zone, Device? device, int? needles)
    {
        if (WhyNone(zone, device, needles) is not null)
        {
            return null;
        }

        var rate = zone.RateHz ?? device!.RateHz;
        return zone.Passes * Coverage.PenPerPass(needles!.Value, (double)rate!.Value, (double)zone.SpeedCmPerS!.Value, ProtocolPack.Current.CoverageRules.TipWidthCm);
    }

    public static CoverageEstimate? Of(SessionZone zone, Device? device, int? needles) =>
        PerCm2(zone, device, needles) is { } density ? Coverage.Estimate(ProtocolPack.Current, density) : null;

    /// <summary>Why there is no estimate, in words; null when there is one. Source: clinical base 5.2, formula 3.</summary>
    public static string? WhyNone(SessionZone zone, Device? device, int? needles)
    {
        if (device?.Kind != DeviceKind.Pen)
        {
            return device is null ? "no device is chosen" : "not a pen"; // the formula is of a pen
        }

        string?[] missing =
        [
            needles > 0 ? null : "needles of the cartridge",
            (zone.RateHz ?? device.RateHz) > 0 ? null : "rate",
            zone.SpeedCmPerS > 0 ? null : "glide speed",
            zone.Passes > 0 ? null : "passes",
        ];
        var list = missing.OfType<string>().ToList();
        return list.Count == 0 ? null : $"{string.Join(", ", list)} not noted";
    }
}
