using OpenCvSharp;

namespace Fibril.Vision.Measures;

/// <summary>Factors of light for blue, green and red, the same for every pixel: all that is ever done to colours.</summary>
internal readonly record struct Gains(double Blue, double Green, double Red)
{
    public static Gains None { get; } = new(1, 1, 1);

    /// <summary>Brings one colour to another; both as amounts of light.</summary>
    public static Gains Between(Scalar from, Scalar to) => new(Factor(from.Val0, to.Val0), Factor(from.Val1, to.Val1), Factor(from.Val2, to.Val2));

    /// <summary>Real numbers, 0 to 1, as sRGB codes them.</summary>
    public Mat Apply(Mat bgr)
    {
        var table = new Vec3f[256];
        for (var i = 0; i < 256; i++)
        {
            var light = Colour.Light(i);
            table[i] = new((float)Colour.Code(light * Blue), (float)Colour.Code(light * Green), (float)Colour.Code(light * Red));
        }

        using var lookup = Mat.FromArray(table);
        var real = new Mat();
        Cv2.LUT(bgr, lookup, real);
        return real;
    }

    /// <summary>A picture under another lamp is at most a few times brighter in one channel.</summary>
    private static double Factor(double from, double to) => Math.Clamp(to / Math.Max(from, 1e-4), 0.2, 5);
}

/// <summary>Colours as amounts of light and as numbers of sRGB.</summary>
internal static class Colour
{
    /// <summary>Amount of light, 0 to 1, of a number from 0 to 255.</summary>
    public static double Light(double value) => value / 255 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);

    /// <summary>The number, 0 to 1, of an amount of light.</summary>
    public static double Code(double light) => Math.Clamp(light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055, 0, 1);

    /// <summary>The middle amount of light in each channel.</summary>
    public static Scalar Median(Mat bgr, Mat mask)
    {
        Cv2.Split(bgr, out var planes);
        var medians = planes.Select(p => Light(MedianOf(p, mask))).ToArray();
        Array.ForEach(planes, p => p.Dispose());
        return new(medians[0], medians[1], medians[2]);
    }

    private static double MedianOf(Mat plane, Mat mask)
    {
        using var histogram = new Mat();
        Cv2.CalcHist([plane], [0], mask, histogram, 1, [256], [new Rangef(0, 256)]);
        histogram.GetArray(out float[] counts);
        double half = counts.Sum() / 2, sum = 0;
        for (var i = 0; i < 256; i++)
        {
            if (sum + counts[i] >= half && counts[i] > 0)
            {
                return i - 0.5 + ((half - sum) / counts[i]);
            }

            sum += counts[i];
        }

        return 0;
    }
}
