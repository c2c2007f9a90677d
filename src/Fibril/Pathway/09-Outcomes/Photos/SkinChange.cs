using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>One measure as it was kept; words of the measure and conclusion are those of the library.</summary>
public sealed record KeptMeasure(string Zone, string Measure, double? Before, double? After, double? Change, double Error, string Conclusion);

/// <summary>What a follow-up was measured to differ from its baseline, kept by somebody who had looked at how they lie on each other; the latest of a pair counts.</summary>
public sealed class SkinChange : CourseRow
{
    public required Guid BeforeId { get; init; }

    public required Guid AfterId { get; init; }

    public List<KeptMeasure> Measures { get; init; } = [];

    public required string Basis { get; init; }

    public required DateTime KeptAt { get; init; }

    public required string KeptByName { get; init; }

    /// <summary>Whether the same comes out now.</summary>
    public bool Same(IReadOnlyList<SkinMeasure> now) => Measures.SequenceEqual(Of(now));

    public static IEnumerable<KeptMeasure> Of(IReadOnlyList<SkinMeasure> measures) =>
        measures.Select(m => new KeptMeasure(m.Zone, m.Measure.ToString(), Round(m.Before), Round(m.After), Round(m.Change), Math.Round(m.Error, 3), m.Conclusion.ToString()));

    private static double? Round(double? value) => value is { } v ? Math.Round(v, 3) : null;
}
