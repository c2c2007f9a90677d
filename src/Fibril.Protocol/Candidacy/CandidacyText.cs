using System.Globalization;
using System.Text;

namespace Fibril.Protocol;

/// <summary>A decision as plain text for people who decide: headline, zones, reasons with dates and sources, what is open.</summary>
public static class CandidacyText
{
    /// <summary>The text, in English, with line feeds; the same decision gives the same text.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="pack">When given, open questions are spelled out and the sources are named at the end.</param>
    public static string Render(CandidacyDecision decision, ProtocolPack? pack = null)
    {
        var text = new StringBuilder();
        text.Append(Headline(decision)).Append('\n');
        Section(text, "Please check", (decision.Notices ?? []).Select(n => n.Text));
        Section(text, "Zones", decision.Zones.Select(Zone));
        Section(text, "Why", decision.Findings.Where(f => f.Effect != FindingEffect.Note).SelectMany(Reasons));
        Section(text, "Before it can go ahead", decision.Conditions);
        Section(text, "Not answered", decision.Unanswered.Select(id => pack?.Questions.FirstOrDefault(q => q.Id == id) is { } q ? $"{id}: {q.Asks}" : id));
        Section(text, "Good to know", decision.Findings.Where(f => f.Effect == FindingEffect.Note).SelectMany(Reasons));
        Section(text, "Sources", Sources(decision, pack));
        text.Append(CultureInfo.InvariantCulture, $"\nProtocol {decision.Protocol.Id} {decision.Protocol.Version}, {decision.Protocol.Hash}\n");
        text.Append("It shows its reasons; the clinician decides.\n");
        return text.ToString();
    }

    /// <summary>The answer in words, such as <c>Physician review</c>.</summary>
    public static string Name(CandidacyOutcome outcome) => outcome switch
    {
        CandidacyOutcome.Proceed => "Proceed",
        CandidacyOutcome.ProceedWithPrecautions => "Proceed with precautions",
        CandidacyOutcome.Defer => "Defer",
        CandidacyOutcome.PhysicianReview => "Physician review",
        CandidacyOutcome.DoNotTreat => "Do not treat",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Headline(CandidacyDecision decision) =>
        $"{Name(decision.Decision)}{NotBefore(decision.NotBefore)} (session planned for {Day(decision.SessionDate)})";

    private static string Zone(ZoneDecision zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{zone.Zone}: {Name(zone.Decision)}{NotBefore(zone.NotBefore)}; at most {zone.MaxDepthMm} mm, at least {zone.MinIntervalDays} days between sessions");

    private static IEnumerable<string> Reasons(Finding finding)
    {
        yield return $"{finding.Rule} {Name((CandidacyOutcome)finding.Effect)}{NotBefore(finding.NotBefore)}: {finding.Fact}";
        yield return $"  {finding.Reason}{(finding.Met == false ? " NOT MET: the start is blocked." : "")}";
        var basis = finding.Basis == RuleBasis.Default ? "a default of the clinic, not proven; " : "";
        var zones = finding.Scope == RuleScope.Zone ? $"{string.Join(", ", finding.Zones)}; " : "";
        yield return $"  {zones}{basis}grade {finding.Grade}; sources {string.Join(", ", finding.Sources)}; override: {ContractJson.Word(finding.OverridableBy)}";
    }

    private static IEnumerable<string> Sources(CandidacyDecision decision, ProtocolPack? pack) =>
        from id in decision.Findings.SelectMany(f => f.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let source = pack?.Source(id)
        where source is not null
        select $"{id}: {source.Title}";

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
        {
            text.Append('\n').Append(title).Append('\n');
            list.ForEach(line => text.Append("  ").Append(line).Append('\n'));
        }
    }

    private static string NotBefore(DateOnly? day) => day is { } date ? $", not before {Day(date)}" : "";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
