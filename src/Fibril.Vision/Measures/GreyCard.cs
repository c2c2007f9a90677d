using OpenCvSharp;

namespace Fibril.Vision.Measures;

/// <summary>Finds a grey card: a plain rectangle of little colour that lies wholly in the picture.</summary>
internal static class GreyCard
{
    private const double LeastShare = 0.003, MostShare = 0.12, LeastFill = 0.94;
    private const int MostColour = 70;
    private const double MostUneven = 6;
    private const double Clearly = 2;

    /// <summary>Its amounts of light in blue, green, red; null when there is none, or another thing is nearly as even.</summary>
    public static Scalar? Find(Mat bgr)
    {
        using var plain = Plain(bgr);
        Cv2.FindContours(plain, out Point[][] outlines, out var levels, RetrievalModes.CComp, ContourApproximationModes.ApproxSimple);
        var cards = outlines.Where((o, i) => levels[i].Parent < 0 && IsCard(o, plain.Size())).Select(o => (Outline: o, Unevenness: Unevenness(bgr, o))).OrderBy(c => c.Unevenness).Take(2).ToList();
        return cards is [var card, ..] && card.Unevenness <= MostUneven && (cards.Count == 1 || cards[1].Unevenness > Clearly * card.Unevenness) ? Measure(bgr, card.Outline) : null;
    }

    /// <summary>Pixels of little colour, neither black nor white, without edges around them.</summary>
    private static Mat Plain(Mat bgr)
    {
        using var soft = new Mat();
        Cv2.GaussianBlur(bgr, soft, new Size(5, 5), 0);
        using var hsv = new Mat();
        Cv2.CvtColor(soft, hsv, ColorConversionCodes.BGR2HSV);
        var plain = new Mat();
        Cv2.InRange(hsv, new Scalar(0, 0, 40), new Scalar(180, MostColour, 245), plain);
        using var light = new Mat();
        using var edges = new Mat();
        Cv2.CvtColor(soft, light, ColorConversionCodes.BGR2GRAY);
        using var cross = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3));
        Cv2.MorphologyEx(light, edges, MorphTypes.Gradient, cross);
        Cv2.Threshold(edges, edges, 9, 255, ThresholdTypes.Binary);
        plain.SetTo(Scalar.Black, edges);
        using var square = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(9, 9));
        Cv2.MorphologyEx(plain, plain, MorphTypes.Open, square);
        return plain;
    }

    private static bool IsCard(Point[] outline, Size size)
    {
        var (area, all) = (Cv2.ContourArea(outline), (double)size.Width * size.Height);
        var box = Cv2.BoundingRect(outline);
        var tilted = Cv2.MinAreaRect(outline).Size;
        var (longer, shorter) = (Math.Max(tilted.Width, tilted.Height), Math.Max(1, Math.Min(tilted.Width, tilted.Height)));
        return area >= LeastShare * all && area <= MostShare * all && longer < 3 * shorter && area >= LeastFill * longer * shorter &&
            box.X > 1 && box.Y > 1 && box.Right < size.Width - 1 && box.Bottom < size.Height - 1;
    }

    private static double Unevenness(Mat bgr, Point[] outline)
    {
        using var mask = Inside(bgr, outline);
        Cv2.MeanStdDev(bgr, out _, out var deviation, mask);
        return Math.Max(deviation.Val0, Math.Max(deviation.Val1, deviation.Val2));
    }

    private static Scalar Measure(Mat bgr, Point[] outline)
    {
        using var mask = Inside(bgr, outline);
        return Colour.Median(bgr, mask);
    }

    private static Mat Inside(Mat bgr, Point[] outline)
    {
        var mask = new Mat(bgr.Size(), MatType.CV_8U, Scalar.Black);
        using var inner = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(9, 9));
        Cv2.DrawContours(mask, [outline], 0, Scalar.White, -1);
        Cv2.Erode(mask, mask, inner);
        return mask;
    }
}
