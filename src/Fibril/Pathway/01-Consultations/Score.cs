namespace Fibril.Pathway.Consultations;

/// <summary>One rating on one scale, at one time, by one rater.</summary>
public sealed class Score : CourseRow
{
    /// <summary>Scale id of the protocol.</summary>
    public required string Scale { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The parts it was made of, by the scale's own names.</summary>
    public Dictionary<string, decimal> Parts { get; init; } = [];

    public string? Zone { get; init; }

    public required DateTime RatedAt { get; init; }

    public required string RatedByName { get; init; }

    public bool RatedByPatient { get; init; }

    public bool IsBaseline { get; init; }

    public DateTime? InvalidatedAt { get; private set; }

    public string? InvalidatedWhy { get; private set; }

    public void Invalidate(string why, DateTime now) => (InvalidatedWhy, InvalidatedAt) = (why, now);
}
