using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>The shade of each pixel apart from how bright it is: the logarithms of red to green and of green to blue.</summary>
internal sealed class SkinShade : IDisposable
{
    // Skin lies near (0.35, 0.25) in daylight; light of another colour moves it by some 0.3.
    private const double LeastRed = 0.08, MostRed = 1.1, LeastGreen = -0.12, MostGreen = 1.2;
    private const double LeastSpread = 0.05, MostSpread = 0.16;
    private const int Darkest = 18, Brightest = 252;
    private readonly Mat red = new(), green = new(), bright = new();

    private SkinShade(Mat bgr)
    {
        using var soft = new Mat();
        using var real = new Mat();
        Cv2.GaussianBlur(bgr, soft, new Size(5, 5), 0);
        soft.ConvertTo(real, MatType.CV_32FC3, 1, 4);
        Cv2.Log(real, real);
        Cv2.Split(real, out var planes);
        Cv2.Subtract(planes[2], planes[1], red);
        Cv2.Subtract(planes[1], planes[0], green);
        Array.ForEach(planes, p => p.Dispose());
        Cv2.CvtColor(soft, bright, ColorConversionCodes.BGR2GRAY);
    }

    public static SkinShade Of(Mat bgr) => new(bgr);

    /// <summary>Pixels whose shade skin can have under any usual light.</summary>
    public Mat Seeds()
    {
        var seeds = Within(red, LeastRed, MostRed);
        using var second = Within(green, LeastGreen, MostGreen);
        using var lit = Within(bright, Darkest, Brightest);
        Cv2.BitwiseAnd(seeds, second, seeds);
        Cv2.BitwiseAnd(seeds, lit, seeds);
        return seeds;
    }

    /// <summary>Seeds whose shade is near that of most seeds around the middle.</summary>
    public Mat Near(Mat seeds, double reach)
    {
        var (redMiddle, redSpread) = Middle(red, seeds);
        var (greenMiddle, greenSpread) = Middle(green, seeds);
        using var distance = new Mat();
        using var other = new Mat();
        Cv2.Subtract(red, new Scalar(redMiddle), distance);
        Cv2.Multiply(distance, distance, distance, 1 / (redSpread * redSpread));
        Cv2.Subtract(green, new Scalar(greenMiddle), other);
        Cv2.Multiply(other, other, other, 1 / (greenSpread * greenSpread));
        Cv2.Add(distance, other, distance);
        var near = Within(distance, 0, reach * reach);
        Cv2.BitwiseAnd(near, seeds, near);
        return near;
    }

    public void Dispose()
    {
        red.Dispose();
        green.Dispose();
        bright.Dispose();
    }

    /// <summary>Weighted median and spread; a pixel counts the more the nearer it is to the middle of the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Middle, double Spread) Middle(Mat plane, Mat seeds)
    {
        const int Bins = 400;
        var histogram = new double[Bins];
        plane.GetArray(out float[] values);
        seeds.GetArray(out byte[] on);
        double total = 0;
        var (rows, columns) = (plane.Rows, plane.Cols);
        for (var i = 0; i < values.Length; i++)
        {
            if (on[i] != 0)
            {
                var (x, y) = (((i % columns) / (double)columns) - 0.5, ((i / columns) / (double)rows) - 0.5);
                var weight = Math.Exp(-((x * x) + (y * y)) / 0.05);
                histogram[Math.Clamp((int)((values[i] + 1) * 100), 0, Bins - 1)] += weight;
                total += weight;
            }
        }

        var (low, middle, high) = (Quantile(histogram, total * 0.16), Quantile(histogram, total * 0.5), Quantile(histogram, total * 0.84));
        return (middle, Math.Clamp((high - low) / 2, LeastSpread, MostSpread));
    }

    private static double Quantile(double[] histogram, double until)
    {
        double sum = 0;
        for (var i = 0; i < histogram.Length; i++)
        {
            sum += histogram[i];
            if (sum >= until)
            {
                return ((i + 0.5) / 100) - 1;
            }
        }

        return 0;
    }

    private static Mat Within(Mat plane, double least, double most)
    {
        var within = new Mat();
        Cv2.InRange(plane, new Scalar(least), new Scalar(most), within);
        return within;
    }
}
