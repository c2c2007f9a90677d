namespace Fibril.Pathway.Recovery;

/// <summary>One sign as reported; ids of the triage contract. Severity 1 mild, 2 moderate, 3 severe.</summary>
public sealed record ReportedSign(string Id, int? Severity = null, string? Trend = null, int? Minutes = null, List<string>? Zones = null);

/// <summary>How the skin is on one day after a session, and what the triage made of it.</summary>
public sealed class CheckIn : CourseRow
{
    public required Guid SessionId { get; init; }

    /// <summary>Whole days since the last needle contact.</summary>
    public required int Day { get; init; }

    public required DateTime ReportedAt { get; init; }

    public required string ReportedByName { get; init; }

    public List<ReportedSign> Signs { get; init; } = [];

    public string Words { get; init; } = "";

    /// <summary>The picture sent with it; null when there is none.</summary>
    public Guid? PhotoId { get; private set; }

    /// <summary>Why the picture that was sent could not be kept; null when none was sent, or when one was.</summary>
    public string? PictureProblem { get; private set; }

    /// <summary>normal, routine, within-7-days, within-72-hours, same-day, emergency.</summary>
    public required string Level { get; init; }

    public List<string> Flags { get; init; } = [];

    /// <summary>The triage as it came out.</summary>
    public required string TriageJson { get; init; }

    public DateTime? AcknowledgedAt { get; private set; }

    public string? AcknowledgedByName { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedByName { get; private set; }

    public string? Outcome { get; private set; }

    public void Attach(Guid photoId) => (PhotoId, PictureProblem) = (photoId, null);

    public void MissPicture(string why) => PictureProblem = why;

    public void Acknowledge(string by, DateTime now) => (AcknowledgedByName, AcknowledgedAt) = (by, now);

    /// <summary>Nobody has it any more: who had it stands in the journal, and the calls go on.</summary>
    public void HandBack() => (AcknowledgedByName, AcknowledgedAt) = (null, null);

    public void Close(string outcome, string by, DateTime now) => (Outcome, ClosedByName, ClosedAt) = (outcome, by, now);
}

/// <summary>Harm, with what it may have come from.</summary>
public sealed class AdverseEvent : CourseRow
{
    public Guid? SessionId { get; init; }

    public Guid? CheckInId { get; init; }

    /// <summary>Type id of the protocol's list.</summary>
    public required string Type { get; init; }

    /// <summary>mild, moderate, severe.</summary>
    public required string Severity { get; init; }

    public bool IsSerious { get; init; }

    /// <summary>Why it is serious: ids of the protocol's list. Empty = not said.</summary>
    public List<string> SeriousBecause { get; init; } = [];

    public required DateOnly OnsetOn { get; init; }

    public required string Narrative { get; init; }

    public Guid? LotId { get; init; }

    public Guid? DeviceId { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedByName { get; init; }

    public string? Action { get; set; }

    public string? Outcome { get; private set; }

    public DateTime? ResolvedAt { get; private set; }

    public void Resolve(string outcome, DateTime now) => (Outcome, ResolvedAt) = (outcome, now);
}
