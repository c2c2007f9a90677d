using Fibril.Vision.Alignment;
using OpenCvSharp;

namespace Fibril.Vision.Quality;

/// <summary>What can be measured of one photograph before anybody relies on it. It judges nothing: where to draw the line is the caller's.</summary>
/// <param name="Megapixels">Of the file.</param>
/// <param name="HasSkin">False when no colour of skin was found; the other figures are then of the whole picture.</param>
/// <param name="SkinShare">Share of the picture that the body part covers, 0 to 1.</param>
/// <param name="Blur">0 sharp to 1 blurred, of the skin at one megapixel.</param>
/// <param name="Light">Median L* of the skin, 0 to 100.</param>
/// <param name="Dark">Share of the skin too dark to measure, 0 to 1.</param>
/// <param name="Burnt">Share of the skin with a channel at its end, 0 to 1.</param>
/// <param name="Lopsided">How much brighter one half of the body part is than the other, left against right, as a share; 0 for even light.</param>
/// <param name="Fit">How it lies on the baseline of the same view; null when there is none.</param>
public sealed record PhotoFigures(
    double Megapixels, bool HasSkin, double SkinShare, double Blur, double Light, double Dark, double Burnt, double Lopsided, AlignmentAnswer? Fit)
{
    private const byte Darkest = 12, Brightest = 253;

    /// <summary>How many times larger the skin appears than on the baseline, as shares of the pictures' longer sides; null without a fit.</summary>
    public double? FitScale { get; private init; }

    /// <summary>Measures a photograph; with a baseline it takes about half a second more.</summary>
    public static PhotoFigures Of(Photo photo, Photo? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(photo);
        using var skin = SkinMask.Of(photo.Pixels);
        using var grey = new Mat();
        Cv2.CvtColor(photo.Pixels, grey, ColorConversionCodes.BGR2GRAY);
        var all = Math.Max(1, Cv2.CountNonZero(skin.Area));
        var fit = baseline is null ? null : Aligner.Align(baseline, photo);
        return new(
            photo.Width * (double)photo.Height / 1e6,
            skin.IsFound,
            skin.IsFound ? Cv2.CountNonZero(skin.Area) / (double)skin.Area.Total() : 0,
            Sharpness.Blur(grey, skin.Skin),
            Lightness(photo.Pixels, skin.Skin),
            Count(grey, skin.Area, 0, Darkest) / (double)all,
            Ends(photo.Pixels, skin.Area) / (double)all,
            Halves(grey, skin.Skin),
            fit)
        {
            FitScale = fit is { IsAligned: true } ? Math.Max(baseline!.Width, baseline.Height) / (fit.Transform.Scale * Math.Max(photo.Width, photo.Height)) : null,
        };
    }

    /// <summary><see cref="Blur"/> alone.</summary>
    public static double BlurOf(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        using var skin = SkinMask.Of(photo.Pixels);
        using var grey = new Mat();
        Cv2.CvtColor(photo.Pixels, grey, ColorConversionCodes.BGR2GRAY);
        return Sharpness.Blur(grey, skin.Skin);
    }

    private static double Lightness(Mat bgr, Mat skin)
    {
        var median = Measures.Colour.Median(bgr, skin);
        var y = (0.0722 * median.Val0) + (0.7152 * median.Val1) + (0.2126 * median.Val2);
        return (116 * (y > 0.008856 ? Math.Cbrt(y) : (7.787 * y) + (16 / 116.0))) - 16;
    }

    private static int Count(Mat plane, Mat skin, byte least, byte most)
    {
        using var within = new Mat();
        Cv2.InRange(plane, new Scalar(least), new Scalar(most), within);
        Cv2.BitwiseAnd(within, skin, within);
        return Cv2.CountNonZero(within);
    }

    /// <summary>Burnt out, wherever it lies within the body part: gloss has no colour of skin.</summary>
    private static int Ends(Mat bgr, Mat area)
    {
        Cv2.Split(bgr, out var planes);
        using var most = new Mat();
        Cv2.Max(planes[1], planes[2], most);
        Cv2.Max(planes[0], most, most);
        Array.ForEach(planes, p => p.Dispose());
        return Count(most, area, Brightest, 255);
    }

    private static double Halves(Mat grey, Mat skin)
    {
        var moments = Cv2.Moments(skin, true);
        var middle = moments.M00 > 0 ? (int)Math.Round(moments.M10 / moments.M00) : skin.Cols / 2;
        if (middle < 2 || middle > skin.Cols - 2)
        {
            return 0;
        }

        var (left, right) = (Mean(grey, skin, 0, middle), Mean(grey, skin, middle, skin.Cols));
        return Math.Abs(left - right) / Math.Max(1, Math.Max(left, right));
    }

    private static double Mean(Mat grey, Mat skin, int from, int to)
    {
        using var part = grey.ColRange(from, to);
        using var mask = skin.ColRange(from, to);
        return Cv2.Mean(part, mask).Val0;
    }
}
