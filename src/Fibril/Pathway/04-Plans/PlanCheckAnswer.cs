using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>What <c>fibril plan check</c> answers.</summary>
/// <param name="Headline">The answer in a sentence.</param>
/// <param name="Allowed">Nothing is blocked and nothing waits for a physician.</param>
/// <param name="Protocol">The knowledge it was judged with.</param>
/// <param name="OffLabelZones">Zones outside the device's label: the consent needs its line.</param>
/// <param name="Sources">What the findings cite.</param>
internal sealed record PlanCheckAnswer(
    string Headline,
    bool Allowed,
    ProtocolStamp Protocol,
    IReadOnlyList<ZoneLimits> Zones,
    IReadOnlyList<PlanFinding> Findings,
    IReadOnlyList<string> OffLabelZones,
    IReadOnlyList<Source> Sources)
{
    public static PlanCheckAnswer Of(ProtocolPack pack, PlanToCheck plan, PlanReview review) => new(
        HeadlineOf(review),
        review.Decision.IsAllowed,
        ProtocolStamp.Of(pack),
        [.. plan.Plan.Zones.Select(z => ZoneLimits.Of(pack, plan, z))],
        review.Findings,
        review.OffLabelZones,
        SourceLines.Cited(pack, review.Findings.SelectMany(f => f.Sources)));

    private static string HeadlineOf(PlanReview review)
    {
        var (blocked, physician) = (Count(PlanSeverity.Blocked), Count(PlanSeverity.NeedsPhysician));
        return (blocked, physician, review.Findings.Count) switch
        {
            ( > 0, _, _) => $"Not in this plan: {blocked} blocked{(physician > 0 ? $", {physician} for a physician" : "")}",
            (_, > 0, _) => $"Needs a physician's decision: {physician} {(physician == 1 ? "point" : "points")}",
            (_, _, > 0) => "Nothing stands against this plan; read the points below",
            _ => "Nothing stands against this plan",
        };

        int Count(PlanSeverity severity) => review.Findings.Count(f => f.Severity == severity);
    }
}

/// <summary>A planned zone beside its limits.</summary>
/// <param name="CapMm">Deepest without a physician; 0 = never.</param>
/// <param name="LeftMm">What the screening leaves of it.</param>
/// <param name="SkinMm">Thickness of epidermis and dermis in the thinner sex; null = not on file.</param>
/// <param name="LeastDays">Least days between two sessions at that depth.</param>
internal sealed record ZoneLimits(string Zone, string Name, decimal DepthMm, decimal CapMm, decimal LeftMm, decimal? SkinMm, int LeastDays)
{
    public static ZoneLimits Of(ProtocolPack pack, PlanToCheck plan, Protocol.PlannedZone planned)
    {
        var zone = pack.Zone(planned.Zone);
        var left = Math.Min(zone.CapMm, plan.DepthLimits.GetValueOrDefault(zone.Id, zone.CapMm));
        return new(
            zone.Id, zone.Name, planned.DepthMm, zone.CapMm, left, zone.DermisMm + pack.PlanKnowledge.EpidermisMm,
            pack.Intervals.GapDays(Math.Min(planned.DepthMm, left), zone.Id, plan.Phototype, plan.Pih));
    }
}
