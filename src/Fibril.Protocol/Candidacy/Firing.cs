namespace Fibril.Protocol;

/// <summary>A fact with its place in the case file.</summary>
internal readonly record struct Recorded<T>(T Fact, string Pointer);

/// <summary>A rule that fires on a fact: which case of it, where, until when.</summary>
/// <param name="Fact">The fact, readable.</param>
/// <param name="Pointer">JSON Pointer to it; null when it is the absence of one.</param>
internal sealed record Firing(string Fact, string? Pointer)
{
    /// <summary>Case of the rule.</summary>
    public string Case { get; init; } = RuleOutcome.Only;

    /// <summary>Zones it names; null = all that are asked.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>First day on which it no longer fires.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>True when something must come true besides the date.</summary>
    public bool ConditionBesides { get; init; }

    /// <summary>Fulfilled before the start (M20).</summary>
    public bool? Met { get; init; }

    /// <summary>Words for the braces of the texts, besides the numbers of the rule.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

/// <summary>When a rule fires.</summary>
internal delegate IEnumerable<Firing> RuleCondition(Assessment facts, Rule rule);
