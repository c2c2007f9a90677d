namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Two photographs of the same skin taken one after the other before anything was done: what they differ is the error of the method here.</summary>
public sealed class RepeatShot : CourseRow
{
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>By what the colours were brought together: None, GreyCard, UnneedledSkin.</summary>
    public required string Basis { get; init; }

    /// <summary>Second less first, by measure.</summary>
    public Dictionary<string, double> Differences { get; init; } = [];

    public required DateTime MeasuredAt { get; init; }
}
