namespace Fibril.Protocol;

/// <summary>A rule as a clinic has it: data made of data, so that whatever reads rules reads the clinic's. Pure.</summary>
public static class ChangedRule
{
    private const string Decided = "A physician has decided.";

    /// <summary>The rule as the clinic has it.</summary>
    /// <param name="rule">As published.</param>
    /// <param name="change">Without problems.</param>
    public static Rule Of(Rule rule, RuleChange change) => change.Off ? SwitchedOff(rule, change) : Tightened(rule, change);

    /// <summary>It fires on the same facts and the same days, and stops nothing.</summary>
    private static Rule SwitchedOff(Rule rule, RuleChange change) => rule with
    {
        Change = change,
        LimitsDepth = null,
        When = [.. rule.When.Select(c => Undated(c) with { Met = null })],
        Outcomes = [.. rule.Outcomes.Select(o => o with
        {
            Effect = FindingEffect.Note,
            Until = null,
            Reason = $"This clinic has switched the rule off: {Sentence(change)} The protocol says: {o.Reason}",
        })],
    };

    private static Rule Tightened(Rule rule, RuleChange change) => rule with
    {
        Change = change,
        PublishedNumbers = rule.Numbers,
        Numbers = rule.Numbers.ToDictionary(n => n.Key, n => change.Numbers.TryGetValue(n.Key, out var own) ? own : n.Value, StringComparer.Ordinal),
        When = [.. rule.When.Select(c => Tightened(rule, c, change))],
        Outcomes = [.. rule.Outcomes.Select(o => Tightened(o, change))],
    };

    private static RuleClause Tightened(Rule rule, RuleClause clause, RuleChange change)
    {
        var longer = change.DaysLonger is { } days && clause.Until is not null ? clause with { Until = $"{clause.Until} + {days} days" } : clause;
        return RuleChanges.Raised(rule.Outcome(clause.Case).Effect, change.Effect) == FindingEffect.DoNotTreat ? Undated(longer) : longer;
    }

    private static RuleOutcome Tightened(RuleOutcome outcome, RuleChange change)
    {
        var stricter = RuleChanges.Raised(outcome.Effect, change.Effect);
        var review = stricter == FindingEffect.PhysicianReview && stricter != outcome.Effect;
        var who = change.OverridableBy is { } asked && RuleChanges.Rank(asked) > RuleChanges.Rank(outcome.OverridableBy) ? asked : outcome.OverridableBy;
        return outcome with
        {
            Effect = stricter,
            Until = outcome.Until ?? (review ? Decided : null),
            OverridableBy = stricter >= FindingEffect.PhysicianReview && who == Overrider.Practitioner ? Overrider.Physician : who,
            Reason = $"{outcome.Reason}{Longer(change)} This clinic is stricter: {Sentence(change)}",
            Patient = $"{outcome.Patient}{Longer(change)}{InOurClinic(stricter != outcome.Effect ? stricter : null)}",
        };
    }

    private static string InOurClinic(FindingEffect? stricter) => stricter switch
    {
        FindingEffect.PhysicianReview => " In our clinic a doctor decides.",
        FindingEffect.DoNotTreat => " In our clinic we do not treat this.",
        _ => "",
    };

    private static string Longer(RuleChange change) => change.DaysLonger is { } days ? $" We wait {days} {(days == 1 ? "day" : "days")} longer." : "";

    private static string Sentence(RuleChange change) => change.Because.Trim() is var text && text[^1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>The day as a part of the condition: what carries no date still ends on it.</summary>
    private static RuleClause Undated(RuleClause clause)
    {
        if (clause.Until is not { } until)
        {
            return clause;
        }

        var still = $"({until} is unknown or {until} > day)";
        return clause with { Until = null, If = clause.If is { } condition ? $"({condition}) and {still}" : still };
    }
}
