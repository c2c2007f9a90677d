namespace Fibril.Protocol;

/// <summary>Why care says no or careful: a code another system can act on, a sentence a person can read, and where it comes from.</summary>
/// <param name="Code">Stable code: a rule id such as <c>C01</c>, or a kebab-case word such as <c>consent-stale</c>.</param>
/// <param name="Sentence">One plain sentence: what, and what to do next.</param>
/// <param name="Source">Source id of the protocol, a requirement id, or <c>clinic</c> for a house rule.</param>
/// <param name="NotBefore">First day on which this reason no longer stands; null when no date ends it.</param>
public sealed record Reason(string Code, string Sentence, string Source, DateOnly? NotBefore = null);

/// <summary>The answer of a rule: allowed, or refused with every reason at once. A value, never an exception.</summary>
public sealed record Decision
{
    private static readonly Decision Granted = new([]);

    private Decision(IReadOnlyList<Reason> reasons) => Reasons = reasons;

    /// <summary>True when nothing stands against it.</summary>
    public bool IsAllowed => Reasons.Count == 0;

    /// <summary>All reasons against it; empty when allowed.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Nothing stands against it.</summary>
    public static Decision Allow() => Granted;

    /// <summary>Refused for these reasons.</summary>
    /// <exception cref="ArgumentException">No reason was given: a refusal without a reason helps nobody.</exception>
    public static Decision Refuse(params IEnumerable<Reason> reasons)
    {
        var list = reasons.ToList();
        return list.Count > 0 ? new(list) : throw new ArgumentException("A refusal needs a reason.", nameof(reasons));
    }

    /// <summary>Allowed when the list is empty, refused with the whole list otherwise.</summary>
    public static Decision From(IEnumerable<Reason> reasons)
    {
        var list = reasons.ToList();
        return list.Count == 0 ? Granted : new(list);
    }

    /// <summary>Refused when either is, with the reasons of both.</summary>
    public Decision And(Decision other) => From([.. Reasons, .. other.Reasons]);
}
