using Fibril.Pathway.Consultations;

namespace Fibril.Pathway.Consents;

/// <summary>What was explained, understood and signed for one course. It can be withdrawn, and goes stale when facts change.</summary>
/// <remarks>One row is one exact text: when the text changes, the row goes stale and a new one is opened.</remarks>
public sealed class Consent : CourseRow
{
    public required string DocumentVersion { get; init; }

    public required string Language { get; init; }

    /// <summary>The exact text that was shown, with the risks that apply to this person.</summary>
    public required string TextShown { get; init; }

    /// <summary>SHA-256 over <see cref="TextShown"/>.</summary>
    public required string TextHash { get; init; }

    /// <summary>The facts that the text was made for.</summary>
    public ConsentBasis Basis { get; init; } = new();

    public required DateTime OpenedAt { get; init; }

    public List<PartRead> Reads { get; private set; } = [];

    public List<CheckAnswer> Checks { get; private set; } = [];

    /// <summary>What the person would like to ask before the session.</summary>
    public string Questions { get; private set; } = "";

    public DateTime? ChoicesMadeAt { get; private set; }

    public List<PhotoUseChoice> PhotoUses { get; private set; } = [];

    public string? SignedName { get; private set; }

    /// <summary>Drawn strokes as an SVG path; null when the name was typed only.</summary>
    public string? SignatureStrokes { get; private set; }

    /// <summary>The device as it named itself, or "paper".</summary>
    public string? SignedWith { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>Who saw the person sign on paper; null for a signature on a device.</summary>
    public string? WitnessedByName { get; private set; }

    public Guid? CountersignedById { get; private set; }

    public string? CountersignedByName { get; private set; }

    public DateTime? CountersignedAt { get; private set; }

    /// <summary>What was talked through: wrong answers and the person's own questions.</summary>
    public string TalkedThrough { get; private set; } = "";

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    public string? WithdrawnByName { get; private set; }

    public DateTime? StaleAt { get; private set; }

    public string? StaleWhy { get; private set; }

    /// <summary>Signed, not withdrawn, not stale.</summary>
    public bool IsValid => SignedAt is not null && IsOpenOrValid;

    /// <summary>Neither withdrawn nor stale, signed or not yet.</summary>
    public bool IsOpenOrValid => WithdrawnAt is null && StaleAt is null;

    public bool IsDraft => SignedAt is null && IsOpenOrValid;

    public bool OnPaper => WitnessedByName is not null;

    /// <summary>Questions that were not right at the first try, or not yet.</summary>
    public IReadOnlyList<CheckAnswer> ToDiscuss => [.. Checks.Where(c => c.Discuss)];

    public bool HasRead(string part, string hash) => Reads.Any(r => r.Part == part && r.Hash == hash);

    public void Read(string part, string hash, DateTime now)
    {
        if (!HasRead(part, hash))
        {
            Reads = [.. Reads, new(part, hash, now)];
        }
    }

    public void Check(string question, string chosen, bool right)
    {
        var before = Checks.FirstOrDefault(c => c.Question == question);
        var now = new CheckAnswer(question, [.. before?.Tried ?? [], chosen], right);
        Checks = [.. Checks.Where(c => c.Question != question), now];
    }

    public void Choose(string questions, IEnumerable<PhotoUseChoice> photoUses, DateTime now) =>
        (Questions, PhotoUses, ChoicesMadeAt) = (questions, [.. photoUses], now);

    /// <summary>Keeps what was done with an earlier text: what was read counts where the words are the same.</summary>
    public void GoOnFrom(Consent earlier)
    {
        Reads = earlier.Reads;
        if (earlier.SignedAt is null)
        {
            (Checks, Questions, PhotoUses, ChoicesMadeAt) = (earlier.Checks, earlier.Questions, earlier.PhotoUses, earlier.ChoicesMadeAt);
        }
    }

    public void Sign(string name, string? strokes, string with, DateTime now) =>
        (SignedName, SignatureStrokes, SignedWith, SignedAt) = (name, strokes, with, now);

    public void SignOnPaper(string name, string witness, DateTime now)
    {
        Sign(name, null, "paper", now);
        WitnessedByName = witness;
    }

    public void Countersign(Guid by, string name, string talkedThrough, DateTime now) =>
        (CountersignedById, CountersignedByName, TalkedThrough, CountersignedAt) = (by, name, talkedThrough, now);

    public void Withdraw(string? why, string by, DateTime now) => (WithdrawnWhy, WithdrawnByName, WithdrawnAt) = (why, by, now);

    public void GoStale(string why, DateTime now) => (StaleWhy, StaleAt) = (why, now);

    public void Disallow(PhotoUse use, DateTime now) =>
        PhotoUses = [.. PhotoUses.Select(p => p.Use == use && p.Stands ? p with { WithdrawnAt = now } : p)];

    /// <summary>Allows a use that was refused or taken back; what was chosen before stays to be read.</summary>
    public void Allow(PhotoUse use, DateTime now) => PhotoUses = Allows(use) ? PhotoUses : [.. PhotoUses, new(use, now)];

    public bool Allows(PhotoUse use) => PhotoUses.Any(p => p.Use == use && p.Stands);
}
