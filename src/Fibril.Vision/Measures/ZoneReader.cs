using OpenCvSharp;

namespace Fibril.Vision.Measures;

/// <summary>Measures the skin of one picture within masks.</summary>
internal sealed class ZoneReader : IDisposable
{
    private const int LeastPixels = 300;
    private readonly Rect box;
    private readonly Mat lab = new(), blotches, grain, usable;

    /// <param name="real">BGR, 0 to 1, colours brought together.</param>
    /// <param name="skin">Pixels that may count.</param>
    public ZoneReader(Mat real, Mat skin)
    {
        box = Cv2.BoundingRect(skin) is { Width: > 0 } found ? found : new Rect(0, 0, real.Cols, real.Rows);
        using var part = real.SubMat(box);
        using var there = skin.SubMat(box);
        Cv2.CvtColor(part, lab, ColorConversionCodes.BGR2Lab);
        using var light = lab.ExtractChannel(0);
        (blotches, grain) = (Band(light, 3, 20), Band(light, 1.2, 4));
        using var lit = new Mat();
        Cv2.InRange(light, new Scalar(4), new Scalar(97), lit);
        usable = new Mat();
        Cv2.BitwiseAnd(lit, there, usable);
    }

    /// <summary>In the order of <see cref="SkinQuality"/>; null when too little skin lies in the zone.</summary>
    public double[]? Read(Mat zone)
    {
        using var mask = new Mat();
        using var part = zone.SubMat(box);
        Cv2.BitwiseAnd(part, usable, mask);
        if (Cv2.CountNonZero(mask) < LeastPixels)
        {
            return null;
        }

        var mean = Cv2.Mean(lab, mask);
        return [mean.Val1, mean.Val0, Math.Atan2(mean.Val0 - 50, mean.Val2) * 180 / Math.PI, Spread(blotches, mask), Spread(grain, mask)];
    }

    public void Dispose()
    {
        lab.Dispose();
        blotches.Dispose();
        grain.Dispose();
        usable.Dispose();
    }

    private static double Spread(Mat plane, Mat mask)
    {
        Cv2.MeanStdDev(plane, out _, out var deviation, mask);
        return deviation.Val0;
    }

    private static Mat Band(Mat light, double fine, double coarse)
    {
        using var soft = Soft(light, coarse);
        var band = new Mat();
        Cv2.GaussianBlur(light, band, new Size(), fine);
        Cv2.Subtract(band, soft, band);
        return band;
    }

    /// <summary>A wide blur is as smooth at a quarter of the size, and much sooner done.</summary>
    private static Mat Soft(Mat light, double deviation)
    {
        var soft = new Mat();
        var shrink = deviation >= 8 ? 4 : 1;
        using var small = new Mat();
        Cv2.Resize(light, small, new Size((light.Cols + shrink - 1) / shrink, (light.Rows + shrink - 1) / shrink), 0, 0, InterpolationFlags.Area);
        Cv2.GaussianBlur(small, small, new Size(), deviation / shrink);
        Cv2.Resize(small, soft, light.Size());
        return soft;
    }
}
