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
        var rate = zone.RateHz ?? device?.RateHz;
        if (device?.Kind != DeviceKind.Pen || needles is not > 0 || rate is not > 0 || zone.SpeedCmPerS is not > 0 || zone.Passes <= 0)
        {
            return null;
        }

        return zone.Passes * Coverage.PenPerPass(needles.Value, (double)rate, (double)zone.SpeedCmPerS, ProtocolPack.Current.CoverageRules.TipWidthCm);
    }

    public static CoverageEstimate? Of(SessionZone zone, Device? device, int? needles) =>
        PerCm2(zone, device, needles) is { } density ? Coverage.Estimate(ProtocolPack.Current, density) : null;
}
