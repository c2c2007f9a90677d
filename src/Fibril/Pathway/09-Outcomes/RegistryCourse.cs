using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>Whether a result was looked at.</summary>
public enum FollowUp
{
    /// <summary>At least one look was held after the last session.</summary>
    Seen,

    /// <summary>None was held since, and none is overdue for long.</summary>
    Waiting,

    /// <summary>None was held since, and one is overdue for more than <see cref="RegistryRules.GraceDays"/> days.</summary>
    Lost,
}

/// <summary>A rating on the main scale against the baseline.</summary>
/// <param name="Day">Days after the first session.</param>
/// <param name="Gain">Points toward the better end; negative = worse.</param>
public sealed record CourseResult(string Scale, decimal Baseline, decimal Value, int Day, decimal Gain, ChangeVerdict Verdict);

/// <summary>One treated course as the registry counts it: no name, no date, and the values already in groups.</summary>
public sealed record RegistryCourse
{
    /// <summary>To leave a course out of its own comparison; goes into no table and no file.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>Indication id, "several" or "unknown".</summary>
    public required string Indication { get; init; }

    /// <summary>Treated areas, ids in order, joined by " + ".</summary>
    public required string Zones { get; init; }

    /// <summary>Kind of device, "several" or "unknown".</summary>
    public required string Device { get; init; }

    /// <summary>Band of the deepest setting, <see cref="RegistryBands.Depth"/>.</summary>
    public required string Depth { get; init; }

    /// <summary>I to VI or "unknown".</summary>
    public required string Phototype { get; init; }

    /// <summary>Five years, at the first session.</summary>
    public required string Age { get; init; }

    /// <summary>Days after the first session; the first is 0.</summary>
    public required IReadOnlyList<int> SessionDays { get; init; }

    public required int AdverseEvents { get; init; }

    public required FollowUp FollowUp { get; init; }

    /// <summary>The latest rating; null when nothing was rated after the baseline.</summary>
    public CourseResult? Result { get; init; }

    /// <summary>The first rating after as many sessions, and as long after, as the protocol's review asks for; null without.</summary>
    public CourseResult? AtReview { get; init; }

    public int Sessions => SessionDays.Count;
}
