using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>
/// The picture freed of light: what a spot differs from its surroundings, in units of how much spots differ there. A lamp on
/// the other side, a dimmer room or another contrast leave it nearly as it is.
/// </summary>
internal static class Relief
{
    /// <summary>Contrast of this size, as a logarithm, counts half: below it there is mostly noise.</summary>
    private const double Floor = 0.012;

    /// <summary>Units that fill the 256 steps, up and down together.</summary>
    private const double Range = 6;

    private static readonly float[] Logarithms = [.. Enumerable.Range(0, 256).Select(i => (float)Math.Log(i + 6))];

    /// <param name="fine">Grain finer than this is smoothed away, pixels; 0 for none.</param>
    /// <param name="coarse">Shading coarser than this is taken away, pixels.</param>
    /// <returns>Eight bits: 127.5 is no difference, a unit is 42.5 steps.</returns>
    public static Mat Of(Mat bgr, double fine, double coarse)
    {
        using var light = new Mat();
        using var real = new Mat();
        Cv2.CvtColor(bgr, light, ColorConversionCodes.BGR2GRAY);
        using var table = Mat.FromArray(Logarithms);
        Cv2.LUT(light, table, real);
        using var quarter = Quarter(real);
        Cv2.GaussianBlur(quarter, quarter, new Size(), coarse / 4);
        using var wide = new Mat();
        Cv2.Resize(quarter, wide, real.Size());
        if (fine > 0)
        {
            Cv2.GaussianBlur(real, real, new Size(5, 5), fine);
        }

        Cv2.Subtract(real, wide, real);
        using var unit = Unit(real, coarse);
        Cv2.Multiply(real, unit, wide, 255 / Range);
        var steps = new Mat();
        wide.ConvertTo(steps, MatType.CV_8U, 1, 127.5);
        return steps;
    }

    /// <summary>One over how much spots differ around each place.</summary>
    private static Mat Unit(Mat difference, double coarse)
    {
        var square = new Mat();
        Cv2.Multiply(difference, difference, square);
        using var energy = Quarter(square);
        Cv2.GaussianBlur(energy, energy, new Size(), coarse * 1.5 / 4);
        Cv2.Sqrt(energy, energy);
        Cv2.Add(energy, new Scalar(Floor), energy);
        Cv2.Divide(1, energy, energy);
        Cv2.Resize(energy, square, difference.Size());
        return square;
    }

    /// <summary>A wide blur is as smooth at a quarter of the size, and much sooner done.</summary>
    private static Mat Quarter(Mat plane)
    {
        var small = new Mat();
        Cv2.Resize(plane, small, new Size(Math.Max(1, (plane.Cols + 3) / 4), Math.Max(1, (plane.Rows + 3) / 4)), 0, 0, InterpolationFlags.Area);
        return small;
    }
}
