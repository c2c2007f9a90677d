using System.Globalization;
using Fibril.Pathway.Screening;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What is said of a depth beyond a limit.</summary>
/// <param name="AboveMm">The limit itself is still within, in millimetres.</param>
public sealed record DepthLimit(string Zone, decimal AboveMm, string Words);

/// <summary>A depth against what is usual in a zone and against its cap, in words. Pure. Source: clinical base 4.1, screens 3.6.</summary>
public static class DepthWords
{
    /// <summary>Upper end of what is usual, in millimetres; it never passes the cap.</summary>
    /// <param name="indication">What the zone is needled for; null when nobody planned it, which takes the deeper of the usual settings.</param>
    public static decimal UsualMm(Zone zone, string? indication) => indication is null
        ? Math.Max(PlanAsked.UsualDepthMm(zone, "acne-scar"), PlanAsked.UsualDepthMm(zone, "fine-wrinkles"))
        : PlanAsked.UsualDepthMm(zone, indication);

    /// <summary>What is to be said of a depth; null up to the usual depth itself.</summary>
    public static string? Of(Zone zone, string? indication, decimal depthMm) => LimitsOf(zone, indication).LastOrDefault(l => depthMm > l.AboveMm)?.Words;

    /// <summary>The usual depth, where it lies below the cap, and the cap.</summary>
    public static IReadOnlyList<DepthLimit> LimitsOf(Zone zone, string? indication)
    {
        var (usual, name) = (UsualMm(zone, indication), zone.Name.ToLowerInvariant());
        return
        [
            .. usual < zone.CapMm ? [new DepthLimit(zone.Id, usual, $"Deeper than the usual {Mm(usual)} for {name}.")] : Array.Empty<DepthLimit>(),
            new(zone.Id, zone.CapMm, $"Above the cap of {Mm(zone.CapMm)} for {name}. Only a physician goes deeper, with a reason on record."),
        ];
    }

    public static string Mm(decimal depth) => depth.ToString("0.0#", CultureInfo.InvariantCulture) + " mm";
}
