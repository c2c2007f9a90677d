namespace Fibril.Pathway.Plans;

/// <summary>One zone of a plan: how deep, how often over it, for what.</summary>
/// <param name="DepthMm">Set needle depth in millimetres.</param>
public sealed record PlannedZone(string Zone, string Indication, decimal DepthMm, int Passes);

/// <summary>Something that goes with the needling, and when.</summary>
public sealed record Combination(string Id, string When, string Note);

/// <summary>Zones × depth × sessions × interval, with what it may bring, what else there is, and what it costs.</summary>
public sealed class Plan : CourseRow
{
    public List<PlannedZone> Zones { get; set; } = [];

    public required int Sessions { get; set; }

    public required int IntervalDays { get; set; }

    public Guid? DeviceId { get; set; }

    /// <summary>Anaesthetic id of the vocabulary; "none" without.</summary>
    public required string Anaesthetic { get; set; }

    /// <summary>Topical ids of the vocabulary's allow-list.</summary>
    public List<string> Topicals { get; set; } = [];

    public List<Combination> Combinations { get; set; } = [];

    /// <summary>What was said to expect, as it was shown: range, sources, assumptions.</summary>
    public string Expectation { get; set; } = "";

    /// <summary>Alternatives that were talked through, "doing nothing" among them.</summary>
    public List<string> AlternativesDiscussed { get; set; } = [];

    /// <summary>After this session it is looked at whether to go on.</summary>
    public int ReviewAfterSession { get; set; } = 3;

    public decimal? PricePerSession { get; set; }

    public string Notes { get; set; } = "";

    public required DateTime DraftedAt { get; init; }

    public required string DraftedByName { get; init; }

    public DateTime? AgreedAt { get; private set; }

    public string? AgreedByName { get; private set; }

    public DateTime? SupersededAt { get; private set; }

    public void Agree(string by, DateTime now) => (AgreedByName, AgreedAt) = (by, now);

    public void Supersede(DateTime now) => SupersededAt ??= now;
}
