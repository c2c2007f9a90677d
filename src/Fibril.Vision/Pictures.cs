using Fibril.Vision.Measures;
using OpenCvSharp;

namespace Fibril.Vision;

/// <summary>
/// The pair for the eye, as PNG files in full size: the baseline as it is, the follow-up laid onto it with its colours multiplied by one factor for
/// each channel, and both side by side. Nothing else is done to a pixel; black is where the follow-up shows nothing.
/// </summary>
public sealed record Pictures(byte[] Before, byte[] AfterAligned, byte[] Side)
{
    /// <summary>Makes them from the same two files that were compared.</summary>
    /// <exception cref="InvalidOperationException">The two were not aligned.</exception>
    /// <exception cref="InvalidDataException">A file is damaged inside.</exception>
    public static Pictures Of(byte[] before, byte[] after, Comparison comparison)
    {
        var (first, shown) = Lay(before, after, comparison, int.MaxValue);
        using (first)
        using (shown)
        {
            using var side = new Mat();
            Cv2.HConcat(first, shown, side);
            return new(first.ImEncode(".png"), shown.ImEncode(".png"), side.ImEncode(".png"));
        }
    }

    /// <summary>Both for a screen, as JPEG of at most <paramref name="side"/> points on the longer side of the baseline, laid onto each other like the full ones.</summary>
    /// <exception cref="InvalidOperationException">The two were not aligned.</exception>
    /// <exception cref="InvalidDataException">A file is damaged inside.</exception>
    public static (byte[] Before, byte[] After) ForScreen(byte[] before, byte[] after, Comparison comparison, int side)
    {
        var (first, shown) = Lay(before, after, comparison, side);
        using (first)
        using (shown)
        {
            var quality = new ImageEncodingParam(ImwriteFlags.JpegQuality, 92);
            return (first.ImEncode(".jpg", [quality]), shown.ImEncode(".jpg", [quality]));
        }
    }

    /// <summary>The baseline, no longer than <paramref name="side"/>, and the follow-up laid onto it; the caller's own.</summary>
    private static (Mat First, Mat Shown) Lay(byte[] before, byte[] after, Comparison comparison, int side)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (!comparison.Alignment.IsAligned)
        {
            throw new InvalidOperationException("What was not aligned is not shown as if it were.");
        }

        using var one = Photo.Decode(before) ?? throw new InvalidDataException("The baseline is damaged inside.");
        using var two = Photo.Decode(after) ?? throw new InvalidDataException("The follow-up is damaged inside.");
        var scale = Math.Min(1, side / (double)Math.Max(one.Cols, one.Rows));
        var first = new Mat();
        Cv2.Resize(one, first, new Size(), scale, scale, InterpolationFlags.Area);
        using var matrix = comparison.Alignment.Transform.Then(new(scale, 0, (0.5 * scale) - 0.5, (0.5 * scale) - 0.5)).ToMat();
        using var moved = new Mat();
        Cv2.WarpAffine(two, moved, matrix, first.Size(), scale < 0.7 ? InterpolationFlags.Linear : InterpolationFlags.Cubic, BorderTypes.Constant, Scalar.Black);
        return (first, comparison.Gains == Gains.None ? moved.Clone() : Balanced(moved, comparison.Gains));
    }

    private static Mat Balanced(Mat bgr, Gains gains)
    {
        using var real = gains.Apply(bgr);
        var steps = new Mat();
        real.ConvertTo(steps, MatType.CV_8U, 255);
        return steps;
    }
}
