using OpenCvSharp;

namespace Fibril.Vision.Quality;

/// <summary>
/// How blurred a picture is, without another to compare with: it is blurred once more, and the less its neighbouring pixels lose of their differences, the more it was
/// blurred before. Crété-Roffet and others, "The blur effect: perception and estimation with a new no-reference perceptual blur metric", SPIE 6492, 2007.
/// </summary>
internal static class Sharpness
{
    private const int Taps = 9;

    /// <param name="grey">Eight bits.</param>
    /// <param name="mask">Where it counts.</param>
    /// <returns>0 sharp to 1 blurred; the worse of the two directions.</returns>
    public static double Blur(Mat grey, Mat mask)
    {
        using var real = new Mat();
        Cv2.GaussianBlur(grey, real, new Size(3, 3), 0); // the grain of a sensor is no sharpness
        real.ConvertTo(real, MatType.CV_32F);
        return Math.Max(Along(real, mask, new Size(Taps, 1), 1, 0), Along(real, mask, new Size(1, Taps), 0, 1));
    }

    private static double Along(Mat real, Mat mask, Size taps, int dx, int dy)
    {
        using var again = new Mat();
        Cv2.Blur(real, again, taps);
        using var before = Steps(real, dx, dy);
        using var after = Steps(again, dx, dy);
        using var lost = new Mat();
        Cv2.Subtract(before, after, lost);
        Cv2.Max(lost, 0.0, lost);
        var all = Cv2.Mean(before, mask).Val0;
        return all <= 0 ? 1 : Math.Clamp(1 - (Cv2.Mean(lost, mask).Val0 / all), 0, 1);
    }

    /// <summary>Differences of neighbours.</summary>
    private static Mat Steps(Mat plane, int dx, int dy)
    {
        using var kernel = Mat.FromArray(dx == 1 ? new float[,] { { -1, 1, 0 } } : new float[,] { { -1 }, { 1 }, { 0 } });
        var steps = new Mat();
        Cv2.Filter2D(plane, steps, MatType.CV_32F, kernel);
        using var none = Mat.Zeros(steps.Size(), steps.Type()).ToMat();
        Cv2.Absdiff(steps, none, steps);
        return steps;
    }
}
