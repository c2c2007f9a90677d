using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>One rule as text for a terminal, a part each.</summary>
internal static class RuleLines
{
    public static IEnumerable<string> Of(ProtocolPack pack, RuleAnswer rule) =>
    [
        $"{rule.Id} {rule.Title}",
        $"Reaches the {rule.Scope.ToString().ToLowerInvariant()}. Protocol {pack.Header.Id} {pack.Header.Version}.",
        "",
        "Fires",
        .. rule.When.Select(Clause),
        .. rule.Outcomes.SelectMany(o => Outcome(rule, o)),
        .. Numbers(rule),
        .. Ground(rule),
        .. FedBy(rule),
        .. SourceLines.Of(pack, rule.Sources.Select(s => s.Id)),
    ];

    /// <summary>One clause as a sentence: for each fact, where, if, until, as which outcome.</summary>
    public static string Clause(RuleClause clause)
    {
        var each = JsonNamingPolicy.KebabCaseLower.ConvertName(clause.Each.ToString());
        var of = clause.Of.Count > 0 ? $" of {string.Join(", ", clause.Of)}" : "";
        var where = clause.Zones switch { ClauseZones.Touched => " that touches the zone", ClauseZones.Untouched => " that does not touch the zone", _ => "" };
        return $"  for each {each}{of}{where}{Part(", if ", clause.If)}{Part(", until ", clause.Until)}{(clause.Case == RuleOutcome.Only ? "" : $" ({clause.Case})")}";
    }

    private static string Part(string word, string? expression) => expression is null ? "" : word + expression;

    private static IEnumerable<string> Outcome(RuleAnswer rule, RuleOutcome outcome) =>
    [
        "",
        $"{(outcome.Case == RuleOutcome.Only ? "" : $"{outcome.Case}: ")}{Effect(outcome.Effect)}{(outcome.Scope is { } scope && scope != rule.Scope ? $", for the {scope.ToString().ToLowerInvariant()}" : "")}",
        $"  clinician: {outcome.Reason}",
        .. outcome.Until is { } until ? [$"  until: {until}"] : Array.Empty<string>(),
        $"  patient: {outcome.Patient}",
        $"  may go ahead in spite of it: {outcome.OverridableBy.ToString().ToLowerInvariant()}",
    ];

    private static IEnumerable<string> Numbers(RuleAnswer rule) =>
        rule.Numbers.Count == 0 ? [] : ["", "Numbers", .. rule.Numbers.Select(n => $"  {n.Key}: {CliValues.Text(n.Value)}")];

    private static IEnumerable<string> Ground(RuleAnswer rule) =>
    [
        "",
        $"Grade {rule.Grade}; {(rule.Basis == RuleBasis.Default ? "a convention or a default of the clinic, editable" : "evidence")}; review by {CliValues.Text(rule.ReviewOn)}",
        .. rule.Grades.Select(g => $"  {g.Id}: {g.Text}"),
    ];

    private static IEnumerable<string> FedBy(RuleAnswer rule) =>
        rule.FedBy.Count == 0
            ? ["", "Fed by the plan, the person or the answers; no list of the vocabulary names it."]
            : ["", "Fed by", .. rule.FedBy.Select(f => $"  {f.Key}: {string.Join(", ", f.Value)}")];

    private static string Effect(FindingEffect effect) => effect switch
    {
        FindingEffect.Note => "Note",
        FindingEffect.Precaution => "Precaution",
        FindingEffect.Defer => "Wait",
        FindingEffect.PhysicianReview => "Physician decides",
        _ => "Do not treat",
    };
}
