namespace Fibril.Protocol;

/// <summary>One way in which a rule fires: for each such fact of which the condition holds. Clauses of a rule do not exclude each other.</summary>
public sealed record RuleClause
{
    /// <summary>Kind of fact.</summary>
    public FactKind Each { get; init; } = FactKind.Case;

    /// <summary>Ids of it, or <c>all</c>; empty = those that name the rule in the vocabulary. For a firing: the rules repeated.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Which zones it names.</summary>
    public ClauseZones Zones { get; init; } = ClauseZones.All;

    /// <summary>What must hold; null = that the fact is there.</summary>
    public string? If { get; init; }

    /// <summary>First day on which it no longer fires; when that day is not known it fires without a date.</summary>
    public string? Until { get; init; }

    /// <summary>Which outcome of the rule.</summary>
    public string Case { get; init; } = RuleOutcome.Only;

    /// <summary>For a precaution that must be fulfilled before the start: is it?</summary>
    public bool? Met { get; init; }

    /// <summary>The fact in words, with names in braces; null = as facts of this kind are shown.</summary>
    public string? Says { get; init; }

    /// <summary>Measurements whose latest values are named with the fact.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>JSON Pointer to the fact, where its kind does not give one.</summary>
    public string? At { get; init; }

    /// <summary>Values for the braces of the texts besides the numbers of the rule.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

/// <summary>Which zones a clause names.</summary>
public enum ClauseZones
{
    /// <summary>All that are asked, or those of which the condition holds when it speaks of a zone.</summary>
    All,

    /// <summary>Those that the fact touches; none = it does not fire.</summary>
    Touched,

    /// <summary>Those that the fact does not touch; none = it does not fire.</summary>
    Untouched,
}

/// <summary>A depth that a rule allows at most where it fires.</summary>
public sealed record DepthLimit
{
    /// <summary>Name of the number of the rule, in millimetres.</summary>
    public required string To { get; init; }

    /// <summary>What must hold besides in the zone; null = nothing.</summary>
    public string? If { get; init; }
}
