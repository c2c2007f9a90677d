using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>
/// The picture freed of light: what a spot differs from its surroundings, in units of how much spots differ there. A lamp on
/// the other side, a dimmer room or another contrast leave it nearly as it is.
/// </summary>
internal static class Relief
{
    private const double Floor = 0.012;

    /// <param name="fine">Grain finer than this is smoothed away, pixels.</param>
    /// <param name="coarse">Shading coarser than this is taken away, pixels.</param>
    /// <returns>Real numbers, mostly between −3 and 3.</returns>
    public static Mat Of(Mat bgr, double fine, double coarse)
    {
        using var light = new Mat();
        Cv2.CvtColor(bgr, light, ColorConversionCodes.BGR2GRAY);
        using var real = new Mat();
        light.ConvertTo(real, MatType.CV_32F, 1, 6);
        Cv2.Log(real, real);
        using var shade = Soft(real, coarse);
        if (fine > 0)
        {
            Cv2.GaussianBlur(real, real, new Size(), fine);
        }

        var relief = new Mat();
        Cv2.Subtract(real, shade, relief);
        using var square = relief.Mul(relief).ToMat();
        using var energy = Soft(square, coarse * 1.5);
        Cv2.Sqrt(energy, energy);
        Cv2.Add(energy, new Scalar(Floor), energy);
        Cv2.Divide(relief, energy, relief);
        Cv2.Min(relief, 3.0, relief);
        Cv2.Max(relief, -3.0, relief);
        return relief;
    }

    /// <summary>The same in 256 steps, 128 being no difference.</summary>
    public static Mat Steps(Mat relief)
    {
        var steps = new Mat();
        relief.ConvertTo(steps, MatType.CV_8U, 127.5 / 3, 127.5);
        return steps;
    }

    /// <summary>A wide blur at a quarter of the size: as smooth, and much sooner done.</summary>
    private static Mat Soft(Mat plane, double sigma)
    {
        using var small = new Mat();
        Cv2.Resize(plane, small, new Size(Math.Max(1, (plane.Cols + 3) / 4), Math.Max(1, (plane.Rows + 3) / 4)), 0, 0, InterpolationFlags.Area);
        Cv2.GaussianBlur(small, small, new Size(), sigma / 4);
        var soft = new Mat();
        Cv2.Resize(small, soft, plane.Size(), 0, 0, InterpolationFlags.Linear);
        return soft;
    }
}
