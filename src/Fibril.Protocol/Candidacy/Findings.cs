using System.Globalization;

namespace Fibril.Protocol;

/// <summary>Turns what fired into findings with texts, evidence and reach.</summary>
internal static class Findings
{
    /// <summary>Every finding: strictest first, then by rule id, then in the order of the facts.</summary>
    public static IReadOnlyList<Finding> Of(Assessment assessment) =>
        [.. assessment.Pack.Rules
            .SelectMany(rule => assessment.Judge(rule.Id).Select(firing => Of(assessment, rule, firing)))
            .OrderByDescending(finding => finding.Effect)];

    private static Finding Of(Assessment assessment, Rule rule, Firing firing)
    {
        var outcome = rule.Outcome(firing.Case);
        var scope = outcome.Scope ?? rule.Scope;
        var until = firing.NotBefore is null || firing.ConditionBesides ? outcome.Until : null;
        return new()
        {
            Rule = rule.Id,
            Effect = outcome.Effect,
            Scope = scope,
            Zones = scope == RuleScope.Zone ? firing.Zones ?? assessment.Asked : assessment.Asked,
            Fact = firing.Fact,
            FactRef = firing.Pointer,
            NotBefore = firing.NotBefore,
            Until = until is null ? null : Filled(until, rule, firing),
            Reason = Filled(outcome.Reason, rule, firing),
            PatientText = Filled(outcome.Patient, rule, firing),
            Sources = rule.Sources,
            Grade = rule.Grade,
            Basis = rule.Basis,
            OverridableBy = outcome.OverridableBy,
            Met = firing.Met,
        };
    }

    private static string Filled(string text, Rule rule, Firing firing)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var numbers = rule.Numbers.Select(n => KeyValuePair.Create(n.Key, n.Value.ToString(CultureInfo.InvariantCulture)));
        return firing.Words.Concat(numbers).Aggregate(
            text,
            (filled, word) => filled.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal));
    }
}
