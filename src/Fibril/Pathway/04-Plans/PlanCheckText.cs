using Fibril.Platform.Cli;
using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>A plan check as text for a terminal.</summary>
internal static class PlanCheckText
{
    public static IEnumerable<string> Of(ProtocolPack pack, PlanCheckAnswer answer) =>
    [
        answer.Headline,
        $"Protocol {answer.Protocol.Id} {answer.Protocol.Version}. The clinician decides.",
        "",
        "Zones",
        .. answer.Zones.Select(Zone),
        .. answer.Findings.Count == 0 ? [] : new[] { "", "Findings" },
        .. answer.Findings.SelectMany(f => Finding(pack, f)),
        .. answer.OffLabelZones.Count == 0 ? [] : new[] { "", $"Outside the device's label: {string.Join(", ", answer.OffLabelZones)}. The consent says so." },
        .. SourceLines.Of(pack, answer.Sources.Select(s => s.Id)),
    ];

    private static string Zone(ZoneLimits zone)
    {
        var limits = zone.CapMm == 0 ? "never needled" : $"cap {Mm(zone.CapMm)}{(zone.LeftMm < zone.CapMm ? $", the screening leaves {Mm(zone.LeftMm)}" : "")}";
        var skin = zone.SkinMm is { } mm ? $", skin about {Mm(mm)}" : "";
        return $"  {zone.Zone}: {Mm(zone.DepthMm)} planned, {limits}{skin}, at least {zone.LeastDays} days between sessions";
    }

    private static IEnumerable<string> Finding(ProtocolPack pack, PlanFinding finding) =>
    [
        $"  {finding.Code} {Word(finding.Severity)}{(finding.Zone is { } zone ? $", {pack.SiteName(zone).ToLowerInvariant()}" : "")}: {finding.Sentence}",
        $"        {string.Join(", ", finding.Sources)}; grade {finding.Grade}; {By(finding.OverridableBy)}",
    ];

    private static string Word(PlanSeverity severity) => severity switch
    {
        PlanSeverity.Blocked => "Not in this plan",
        PlanSeverity.NeedsPhysician => "Physician decides",
        PlanSeverity.Warning => "Warning",
        _ => "Note",
    };

    private static string By(Overrider by) => by switch
    {
        Overrider.Nobody => "nobody may go ahead",
        Overrider.Physician => "a physician may go ahead, with a reason",
        _ => "the practitioner may go ahead",
    };

    private static string Mm(decimal depth) => CliValues.Text(depth) + " mm";
}
