namespace Fibril.Pathway.Consents;

/// <summary>One check question as it was answered: the wrong tries stay visible and flag "discuss".</summary>
public sealed record CheckAnswer(string Question, List<string> Tried, bool Right)
{
    public bool Discuss => Tried.Count > 1 || !Right;
}

public enum PhotoUse
{
    /// <summary>In the person's own record.</summary>
    Record,
    Teaching,
    Publication,
}

/// <summary>Leave to use photographs for one purpose; each is given and taken back alone.</summary>
public sealed record PhotoUseChoice(PhotoUse Use, DateTime GivenAt, DateTime? WithdrawnAt = null);

/// <summary>What was explained, understood and signed for one course. It can be withdrawn, and goes stale when facts change.</summary>
public sealed class Consent : CourseRow
{
    public required string DocumentVersion { get; init; }

    public required string Language { get; init; }

    /// <summary>The exact text that was shown, with the risks that apply to this person.</summary>
    public required string TextShown { get; init; }

    /// <summary>SHA-256 over <see cref="TextShown"/>.</summary>
    public required string TextHash { get; init; }

    public required DateTime OpenedAt { get; init; }

    public List<CheckAnswer> Checks { get; private set; } = [];

    /// <summary>What the person would like to ask before the session.</summary>
    public string Questions { get; set; } = "";

    public List<PhotoUseChoice> PhotoUses { get; private set; } = [];

    public string? SignedName { get; private set; }

    /// <summary>Drawn strokes as an SVG path; null when the name was typed only.</summary>
    public string? SignatureStrokes { get; private set; }

    public string? SignedWith { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public string? CountersignedByName { get; private set; }

    public DateTime? CountersignedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    public DateTime? StaleAt { get; private set; }

    public string? StaleWhy { get; private set; }

    /// <summary>Signed, not withdrawn, not stale.</summary>
    public bool IsValid => SignedAt is not null && WithdrawnAt is null && StaleAt is null;

    public void Check(string question, string chosen, bool right)
    {
        var before = Checks.FirstOrDefault(c => c.Question == question);
        var now = new CheckAnswer(question, [.. before?.Tried ?? [], chosen], right);
        Checks = [.. Checks.Where(c => c.Question != question), now];
    }

    public void Sign(string name, string? strokes, string with, DateTime now) =>
        (SignedName, SignatureStrokes, SignedWith, SignedAt) = (name, strokes, with, now);

    public void Countersign(string name, DateTime now) => (CountersignedByName, CountersignedAt) = (name, now);

    public void Withdraw(string? why, DateTime now) => (WithdrawnWhy, WithdrawnAt) = (why, now);

    public void GoStale(string why, DateTime now) => (StaleWhy, StaleAt) = (why, now);

    public void Allow(PhotoUse use, DateTime now) =>
        PhotoUses = [.. PhotoUses.Where(p => p.Use != use), new(use, now)];

    public void Disallow(PhotoUse use, DateTime now) =>
        PhotoUses = [.. PhotoUses.Select(p => p.Use == use && p.WithdrawnAt is null ? p with { WithdrawnAt = now } : p)];

    public bool Allows(PhotoUse use) => PhotoUses.Any(p => p.Use == use && p.WithdrawnAt is null);
}
