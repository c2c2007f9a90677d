using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>What <c>fibril protocol show</c> answers.</summary>
/// <param name="Grades">The letters of the grade, with what they mean.</param>
/// <param name="When">When it fires, as the pack writes it.</param>
/// <param name="Outcomes">What it may say, numbers filled in.</param>
/// <param name="FedBy">Ids of the vocabulary that it reads, by the list they stand in.</param>
internal sealed record RuleAnswer(
    string Id,
    string Title,
    RuleScope Scope,
    IReadOnlyList<RuleClause> When,
    IReadOnlyList<RuleOutcome> Outcomes,
    IReadOnlyDictionary<string, decimal> Numbers,
    string Grade,
    IReadOnlyList<EvidenceGrade> Grades,
    RuleBasis Basis,
    DateOnly ReviewOn,
    IReadOnlyDictionary<string, IReadOnlyList<string>> FedBy,
    IReadOnlyList<Source> Sources)
{
    public static RuleAnswer Of(ProtocolPack pack, Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.Scope,
        rule.When,
        [.. rule.Outcomes.Select(o => Filled(rule, o))],
        rule.Numbers,
        rule.Grade,
        pack.GradesOf(rule.Grade),
        rule.Basis,
        rule.ReviewOn,
        Feeds(pack, rule.Id).Where(f => f.Value.Count > 0).ToDictionary(),
        SourceLines.Cited(pack, rule.Sources));

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Feeds(ProtocolPack pack, string rule) =>
    [
        new("conditions", Reading(pack.Conditions, rule)),
        new("medicines", Reading(pack.Medicines, rule)),
        new("products", Reading(pack.Products, rule)),
        new("procedures", Reading(pack.Procedures, rule)),
        new("allergies", Reading(pack.Allergies, rule)),
        new("measurements", Reading(pack.MeasurementsKinds, rule)),
        new("topicals", Reading(pack.Topicals, rule)),
        new("indications", Reading(pack.Indications, rule)),
    ];

    private static List<string> Reading(IEnumerable<VocabularyEntry> entries, string rule) => [.. entries.Where(e => e.Rules.Contains(rule)).Select(e => e.Id)];

    private static RuleOutcome Filled(Rule rule, RuleOutcome outcome) => outcome with
    {
        Reason = Filled(rule, outcome.Reason),
        Until = outcome.Until is { } until ? Filled(rule, until) : null,
        Patient = Filled(rule, outcome.Patient),
    };

    /// <summary>What depends on the person stays in braces.</summary>
    public static string Filled(Rule rule, string text) =>
        rule.Numbers.Aggregate(text, (t, n) => t.Replace($"{{{n.Key}}}", Platform.Cli.CliValues.Text(n.Value), StringComparison.Ordinal));
}
