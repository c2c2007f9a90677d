using Fibril.Vision.Alignment;
using Fibril.Vision.Measures;
using OpenCvSharp;

namespace Fibril.Vision;

/// <summary>What two photographs of the same skin say: how they lie on each other, and what changed; no measures when they do not.</summary>
public sealed record Comparison(AlignmentAnswer Alignment, IReadOnlyList<SkinMeasure> Measures)
{
    /// <summary>The name of the only zone when none is drawn: all skin that both show.</summary>
    public const string WholeSkin = "all";

    private const double LeastUnneedled = 0.05;

    /// <summary>By what the colours were brought together.</summary>
    public ColourBasis Basis { get; private init; }

    internal Gains Gains { get; private init; } = Gains.None;

    /// <summary>Aligns and measures.</summary>
    /// <param name="zones">What was needled; empty for all skin that both show.</param>
    /// <param name="by">How somebody laid the follow-up onto the baseline by hand, in pixels of the files; null to find it.</param>
    /// <param name="errors">The clinic's own errors; null for the stated defaults.</param>
    public static Comparison Of(Photo before, Photo after, IReadOnlyList<SkinZone> zones, Similarity? by = null, RepeatErrors? errors = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(zones);
        var alignment = by is { } hand ? new(hand, 0, true, null) { ByHand = true } : Aligner.Align(before, after);
        if (!alignment.IsAligned)
        {
            return new(alignment, []);
        }

        using var moved = new Mat();
        using var area = new Mat();
        using var common = CommonSkin(before, after, alignment, moved, area);
        var drawn = zones.Select(z => (z.Name, Mask: z.Draw(before))).ToList();
        var (basis, gains) = Balance(before, after, moved, common, drawn);
        using var first = Gains.None.Apply(before.Pixels);
        using var second = gains.Apply(moved);
        var counted = drawn.Count == 0 ? common : area; // in a drawn zone also what is too red to be told by its colour
        using var one = new ZoneReader(first, counted);
        using var two = new ZoneReader(second, counted);
        var measures = (drawn.Count == 0 ? [(Name: WholeSkin, Mask: common)] : drawn).SelectMany(z => Measure(z.Name, one.Read(z.Mask), two.Read(z.Mask), basis, errors ?? RepeatErrors.Defaults)).ToList();
        drawn.ForEach(z => z.Mask.Dispose());
        return new(alignment, measures) { Basis = basis, Gains = gains };
    }

    /// <summary>Skin in both; also lays the follow-up onto the baseline.</summary>
    private static Mat CommonSkin(Photo before, Photo after, AlignmentAnswer alignment, Mat moved, Mat area)
    {
        using var first = SkinMask.Of(before.Pixels);
        using var second = SkinMask.Of(after.Pixels);
        using var matrix = after.FromFile.Inverse().Then(alignment.Transform).Then(before.FromFile).ToMat();
        Cv2.WarpAffine(after.Pixels, moved, matrix, before.Pixels.Size(), InterpolationFlags.Cubic, BorderTypes.Replicate);
        var common = new Mat();
        Cv2.WarpAffine(second.Skin, common, matrix, before.Pixels.Size(), InterpolationFlags.Nearest, BorderTypes.Constant, Scalar.Black);
        Cv2.BitwiseAnd(common, first.Skin, common);
        Cv2.WarpAffine(second.Area, area, matrix, before.Pixels.Size(), InterpolationFlags.Nearest, BorderTypes.Constant, Scalar.Black);
        Cv2.BitwiseAnd(area, first.Area, area);
        return common;
    }

    private static (ColourBasis, Gains) Balance(Photo before, Photo after, Mat moved, Mat common, List<(string Name, Mat Mask)> zones)
    {
        if (GreyCard.Find(before.Pixels) is { } first && GreyCard.Find(after.Pixels) is { } second)
        {
            return (ColourBasis.GreyCard, Gains.Between(second, first));
        }

        using var outside = common.Clone();
        foreach (var zone in zones)
        {
            outside.SetTo(Scalar.Black, zone.Mask);
        }

        return zones.Count == 0 || Cv2.CountNonZero(outside) < LeastUnneedled * Cv2.CountNonZero(common)
            ? (ColourBasis.None, Gains.None)
            : (ColourBasis.UnneedledSkin, Gains.Between(Colour.Median(moved, outside), Colour.Median(before.Pixels, outside)));
    }

    private static IEnumerable<SkinMeasure> Measure(string zone, double[]? before, double[]? after, ColourBasis basis, RepeatErrors errors) =>
        Enum.GetValues<SkinQuality>().Select((quality, i) => SkinMeasure.Of(zone, quality, after is null ? null : before?[i], before is null ? null : after?[i], basis, errors));
}
