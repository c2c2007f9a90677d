using System.Globalization;
using System.Text;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>A decision as text for a terminal.</summary>
internal static class DecisionText
{
    /// <summary>The rule of a blank answer; the same sentence for each, so that the questions stand in a list of their own.</summary>
    private const string NotAnswered = "U-ASK";

    public static string Of(CandidacyDecision decision, CaseFile file)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{OutcomeWords.Headline(decision.Decision, decision.NotBefore)}\n");
        text.Append(CultureInfo.InvariantCulture, $"For a session on {decision.SessionDate:yyyy-MM-dd}, known on {decision.On:yyyy-MM-dd}, protocol {decision.Protocol.Id} {decision.Protocol.Version}\n\nZones\n");
        foreach (var zone in decision.Zones)
        {
            var from = zone.NotBefore is { } day ? string.Create(CultureInfo.InvariantCulture, $", not before {day:yyyy-MM-dd}") : "";
            text.Append(CultureInfo.InvariantCulture, $"  {zone.Zone}: {OutcomeWords.Id(zone.Decision)}{from}, at most {zone.MaxDepthMm:0.##} mm, at least {zone.MinIntervalDays} days between visits\n");
        }

        var asked = decision.Findings.Where(f => f.Rule == NotAnswered).ToList();
        text.Append("\nFindings\n");
        foreach (var finding in decision.Findings.Except(asked))
        {
            Add(text, finding);
        }

        if (asked.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNot answered, and unknown is not no ({NotAnswered}, {string.Join(", ", asked[0].Sources)}; grade {asked[0].Grade})\n");
            asked.ForEach(f => text.Append(CultureInfo.InvariantCulture, $"  {OutcomeWords.Effect(f.Effect)}: {f.Fact.Replace("Not answered: ", "", StringComparison.Ordinal)}\n"));
        }

        foreach (var line in (file.Note ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(CultureInfo.InvariantCulture, $"  ! {line}\n");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Finding finding)
    {
        var from = finding.NotBefore is { } day ? string.Create(CultureInfo.InvariantCulture, $" until {day:yyyy-MM-dd}") : "";
        text.Append(CultureInfo.InvariantCulture, $"  {finding.Rule,-5} {OutcomeWords.Effect(finding.Effect)}{from}: {finding.Fact}\n");
        text.Append($"        {finding.Reason} {finding.Until}".TrimEnd()).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"        {string.Join(", ", finding.Sources)}; grade {finding.Grade}{(finding.Basis == RuleBasis.Default ? "; a default of the clinic" : "")}\n");
    }
}
