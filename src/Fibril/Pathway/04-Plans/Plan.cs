namespace Fibril.Pathway.Plans;

/// <summary>One zone of a plan: how deep, how often over it, for what.</summary>
/// <param name="DepthMm">Set needle depth in millimetres.</param>
/// <param name="OverCapReason">A physician's reason for going deeper than the zone's cap; null within it.</param>
public sealed record PlannedZone(string Zone, string Indication, decimal DepthMm, int Passes, string? OverCapReason = null, string? OverCapByName = null);

/// <summary>Something that goes with the needling, and when.</summary>
/// <param name="Id">Procedure or product id of the protocol: prp, filler, toxin …</param>
/// <param name="DaysFromSession">Negative before the session, 0 on its day, positive after it.</param>
public sealed record Combination(string Id, int DaysFromSession, string Note = "");

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

    /// <summary>Why device, zone, aim or skin type lie outside the device's label; empty within it.</summary>
    public List<string> OffLabel { get; set; } = [];

    /// <summary>What was said to expect, as it was shown: range, sources, assumptions.</summary>
    public string Expectation { get; set; } = "";

    /// <summary>Alternatives that were talked through, "doing nothing" among them.</summary>
    public List<string> AlternativesDiscussed { get; set; } = [];

    /// <summary>After this session it is looked at whether to go on.</summary>
    public int ReviewAfterSession { get; set; } = 3;

    public decimal? PricePerSession { get; set; }

    /// <summary>ISO 4217 code of the price.</summary>
    public string Currency { get; set; } = "";

    public string Notes { get; set; } = "";

    public required DateTime DraftedAt { get; init; }

    public required string DraftedByName { get; init; }

    /// <summary>Why it took the place of an earlier plan; empty for the first.</summary>
    public string RevisedWhy { get; init; } = "";

    public DateTime? AgreedAt { get; private set; }

    public string? AgreedByName { get; private set; }

    /// <summary>Who wrote down an agreement given in person; null when the person agreed alone.</summary>
    public string? AgreementRecordedByName { get; private set; }

    public DateTime? SupersededAt { get; private set; }

    public decimal? PriceTotal => PricePerSession * Sessions;

    public decimal DeepestMm => Zones.Count == 0 ? 0 : Zones.Max(z => z.DepthMm);

    public bool IsCurrent => SupersededAt is null;

    public void Agree(string by, DateTime now, string? recordedBy = null) =>
        (AgreedByName, AgreedAt, AgreementRecordedByName) = (by, now, recordedBy);

    public void Supersede(DateTime now) => SupersededAt ??= now;
}
