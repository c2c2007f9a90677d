using System.Globalization;

namespace Fibril.Protocol;

/// <summary>A treatment plan against caps, thickness, phototype, interval, label, allow-list and combinations. Source: knowledge base 4.</summary>
public static class PlanCheck
{
    /// <summary>All findings, most serious first. Nothing is dropped; who may go ahead stands at each.</summary>
    /// <exception cref="ProtocolException">The plan names an id that the pack does not have.</exception>
    public static PlanReview Check(ProtocolPack pack, PlanToCheck plan)
    {
        IEnumerable<PlanFinding> found =
        [
            .. plan.Plan.Zones.SelectMany(z => ZoneChecks.Of(pack, plan, z)),
            .. Whole(pack, plan),
            .. plan.Combinations.SelectMany(c => CombinationChecks.Of(pack, plan, c)),
        ];
        var offLabel = plan.Plan.Zones
            .Where(z => !DeviceLabels.Covers(pack, plan.Plan.DeviceLabel, z.Zone, z.Indication, plan.Phototype))
            .Select(z => z.Zone);
        return new([.. found.Select(f => AsTheClinicHasIt(pack, f)).OrderByDescending(f => f.Severity)], [.. offLabel]);
    }

    /// <summary>What a clinic has switched off is still said, and stops nothing.</summary>
    private static PlanFinding AsTheClinicHasIt(ProtocolPack pack, PlanFinding finding) =>
        pack.Changes.FirstOrDefault(c => c.Rule == finding.Code) is { Off: true }
            ? finding with { Severity = PlanSeverity.Note, Sentence = $"Switched off by this clinic: {finding.Sentence}" }
            : finding;

    private static IEnumerable<PlanFinding> Whole(ProtocolPack pack, PlanToCheck plan)
    {
        if (plan.Phototype is null)
        {
            yield return new("phototype-missing", PlanSeverity.NeedsPhysician, null, "The phototype is not known; depth, gap and sun times depend on it.", ["S16", "S115"], "T/X", Overrider.Physician);
        }

        if (plan.Plan.Energy == Energy.Rf)
        {
            yield return OfRule(pack, "R039", PlanSeverity.Blocked, null, Overrider.Nobody);
        }

        foreach (var topical in (plan.Plan.Topicals ?? []).Select(pack.Topical).Where(t => !Allowed(t, plan)))
        {
            var rule = pack.Rule("R072");
            yield return new("R072", PlanSeverity.Blocked, null, $"Not on the allow-list: {topical.Name}. Take it off the plan.", rule.Sources, rule.Grade, Overrider.Nobody);
        }

        var deepest = plan.Plan.Zones.Select(z => z.DepthMm).DefaultIfEmpty().Max();
        if (plan.Plan.WithoutAnaesthetic && deepest >= pack.PlanKnowledge.AnaestheticFromMm)
        {
            yield return new("anaesthetic-missing", PlanSeverity.Warning, null, $"{Mm(deepest)} without numbing hurts; plan an anaesthetic from {Mm(pack.PlanKnowledge.AnaestheticFromMm)} on.", ["S29", "S118b"], "D", Overrider.Practitioner);
        }
    }

    private static bool Allowed(TopicalEntry topical, PlanToCheck plan) =>
        topical.Allowed && (topical.OnlyWithIndication is not { } only || plan.Plan.Zones.Any(z => z.Indication == only));

    internal static PlanFinding OfRule(ProtocolPack pack, string rule, PlanSeverity severity, string? zone, Overrider by, string? sentence = null)
    {
        var found = pack.Rule(rule);
        return new(rule, severity, zone, sentence ?? found.Outcomes[0].Reason, found.Sources, found.Grade, by);
    }

    internal static string Mm(decimal depth) => depth.ToString("0.0#", CultureInfo.InvariantCulture) + " mm";
}
