namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>A place on a photograph, in pixels of its original, upright.</summary>
public sealed record PixelPoint(double X, double Y);

/// <summary>An area that was needled, drawn on a baseline: what is measured, and what is not taken for untreated skin.</summary>
public sealed class PhotoZone : CourseRow
{
    public required Guid PhotoId { get; init; }

    /// <summary>Id of the protocol's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>At least three.</summary>
    public List<PixelPoint> Corners { get; init; } = [];

    public required DateTime DrawnAt { get; init; }

    public required string DrawnByName { get; init; }

    public DateTime? RemovedAt { get; private set; }

    public void Remove(DateTime now) => RemovedAt ??= now;
}
