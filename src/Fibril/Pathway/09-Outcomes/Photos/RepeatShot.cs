using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Two photographs of the same skin taken one after the other before anything was done: what they differ is the error of the method here.</summary>
public sealed class RepeatShot : CourseRow
{
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>By what the colours were brought together: None, GreyCard, UnneedledSkin.</summary>
    public required string Basis { get; init; }

    /// <summary>Second less first, by measure (<c>Redness</c>); with another basis than the row's by both (<c>UnneedledSkin/Redness</c>).</summary>
    public Dictionary<string, double> Differences { get; init; } = [];

    public required DateTime MeasuredAt { get; init; }

    /// <summary>The basis of the first is that of the row.</summary>
    internal static Dictionary<string, double> Keyed(IReadOnlyList<RepeatDifference> differences) =>
        differences.ToDictionary(d => d.Basis == differences[0].Basis ? $"{d.Quality}" : $"{d.Basis}/{d.Quality}", d => Math.Round(d.Value, 4));

    internal IReadOnlyList<RepeatDifference> Read() => [.. Differences.Select(d => d.Key.Split('/') is [var basis, var quality]
        ? new RepeatDifference(Enum.Parse<SkinQuality>(quality), Enum.Parse<ColourBasis>(basis), d.Value)
        : new(Enum.Parse<SkinQuality>(d.Key), Enum.Parse<ColourBasis>(Basis), d.Value))];
}
