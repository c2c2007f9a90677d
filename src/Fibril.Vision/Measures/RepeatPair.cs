namespace Fibril.Vision.Measures;

/// <summary>Second less first, of one quality of unchanged skin.</summary>
/// <param name="Basis">By what the colours of the two were brought together.</param>
public readonly record struct RepeatDifference(SkinQuality Quality, ColourBasis Basis, double Value);

/// <summary>What two photographs of unchanged skin, taken one after the other, differ.</summary>
public static class RepeatPair
{
    /// <summary>
    /// Once over all skin; and once, unless a grey card settles the colours anyhow, in the middle third of it with the rest taken for unneedled skin, which is how drawn zones are
    /// measured.
    /// </summary>
    /// <returns>Empty when the two cannot be laid on each other.</returns>
    public static IReadOnlyList<RepeatDifference> Of(Photo first, Photo second)
    {
        var whole = Comparison.Of(first, second, []);
        if (Differences(whole) is not { Count: > 0 } differences)
        {
            return [];
        }

        var middle = Comparison.Of(first, second, [SkinZone.MiddleOf(first)], whole.Alignment.Transform);
        return middle.Basis == whole.Basis ? differences : [.. differences, .. Differences(middle)];
    }

    private static List<RepeatDifference> Differences(Comparison comparison) =>
        comparison.Measures.All(m => m.Change is not null) ? [.. comparison.Measures.Select(m => new RepeatDifference(m.Measure, m.NormalisedBy, m.Change!.Value))] : [];
}
