namespace Fibril.Protocol;

/// <summary>A rule that is ready to be judged.</summary>
internal sealed class CompiledRule(Rule rule)
{
    /// <summary>The rule.</summary>
    public readonly Rule Rule = rule;

    /// <summary>Its place in the order of judging: after every rule it asks about.</summary>
    public int Index;

    /// <summary>Its place in the order of ids.</summary>
    public int Rank;

    /// <summary>What it looks at.</summary>
    public CompiledClause[] Clauses = [];

    /// <summary>Rules of which it repeats the firings.</summary>
    public RuleSet Repeats;

    /// <summary>Rules that must be judged before.</summary>
    public HashSet<string> Needs = [];

    /// <summary>Deepest depth where it fires, in millimetres; null = it sets none.</summary>
    public decimal? LimitMm;

    /// <summary>The limit that the time between sessions goes by: as published, so that a clinic that goes less deep does not come back sooner.</summary>
    public decimal? PublishedLimitMm;

    /// <summary>Where the limit holds besides; null = wherever it fires.</summary>
    public Func<Assessment, bool>? LimitIf;

    /// <summary>What it says when it cannot be judged.</summary>
    public CompiledOutcome NotJudged = null!;
}

/// <summary>One clause that is ready to be judged.</summary>
internal sealed class CompiledClause
{
    public required RuleClause Clause;
    public required CompiledOutcome Outcome;
    public bool[] Wanted = [];
    public bool[]? Shown;

    /// <summary>Indications of which the condition needs one; empty = it can hold with any.</summary>
    public IReadOnlyList<string> Indications = [];
    public CompiledRule[] Repeated = [];
    public Func<Assessment, bool>? If;
    public Func<Assessment, DateOnly?>? Until;
    public bool ReadsZone;
    public (string Brace, Func<Assessment, string?> Of)[] Words = [];
    public (string Brace, Func<Assessment, string?> Of)[] SaysWords = [];
}

/// <summary>One outcome with the numbers of the rule in its texts.</summary>
internal sealed class CompiledOutcome(Rule rule, RuleOutcome outcome)
{
    public readonly RuleOutcome Outcome = outcome;
    public readonly FindingEffect Effect = outcome.Effect;
    public readonly RuleScope Scope = outcome.Scope ?? rule.Scope;
    public readonly string Reason = Filled(outcome.Reason, rule);
    public readonly string Patient = Filled(outcome.Patient, rule);
    public readonly string? Until = outcome.Until is { } until ? Filled(until, rule) : null;

    private static string Filled(string text, Rule rule) =>
        rule.Numbers.Aggregate(text, (filled, n) => filled.Replace($"{{{n.Key}}}", NumberText.Of(n.Value), StringComparison.Ordinal));
}
