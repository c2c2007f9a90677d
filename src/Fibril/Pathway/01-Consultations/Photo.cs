namespace Fibril.Pathway.Consultations;

public enum PhotoView
{
    Front,
    Left45,
    Left90,
    Right45,
    Right90,
    CloseUp,
}

/// <summary>A clinical photograph: the file is encrypted elsewhere, here is what it shows.</summary>
public sealed class Photo : CourseRow
{
    public required PhotoView View { get; init; }

    public string? Zone { get; init; }

    public required DateTime TakenAt { get; init; }

    public required string TakenByName { get; init; }

    /// <summary>The stored file.</summary>
    public required Guid FileId { get; init; }

    public Guid? SessionId { get; init; }

    public string Note { get; init; } = "";

    public DateTime? InvalidatedAt { get; private set; }

    public string? InvalidatedWhy { get; private set; }

    public void Invalidate(string why, DateTime now) => (InvalidatedWhy, InvalidatedAt) = (why, now);
}
