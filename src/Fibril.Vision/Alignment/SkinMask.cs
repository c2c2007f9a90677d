using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>
/// Where skin is, by its colour: redder than green, greener than blue, in dark skin as in light, under warm or cold light. The seeds in the
/// middle of the picture say which shade it is here, so that a wall of another shade stays out.
/// </summary>
internal sealed class SkinMask : IDisposable
{
    private const int SmallSide = 240;
    private const double LeastShare = 0.05;
    private const double Reach = 3.2;

    private SkinMask(Mat area, Mat skin, bool isFound) => (Area, Skin, IsFound) = (area, skin, isFound);

    /// <summary>The body part with its eyes, lips and spots: holes are filled. The whole picture when no skin was found.</summary>
    public Mat Area { get; }

    /// <summary>Skin alone, away from edges; the whole picture when none was found.</summary>
    public Mat Skin { get; }

    /// <summary>False when the colours show no skin, such as in a grey picture.</summary>
    public bool IsFound { get; }

    /// <summary>The area reaches most of the picture's edge: a close view of skin, or a wall of its colour behind the head.</summary>
    public bool FillsFrame => (Edge(Area.Row(0)) + Edge(Area.Row(Area.Rows - 1)) + Edge(Area.Col(0)) + Edge(Area.Col(Area.Cols - 1))) / 4 > 0.4;

    public static SkinMask Of(Mat bgr)
    {
        var shrink = Math.Max(1, Math.Max(bgr.Cols, bgr.Rows) / (double)SmallSide);
        using var small = new Mat();
        Cv2.Resize(bgr, small, new Size(), 1 / shrink, 1 / shrink, InterpolationFlags.Area);
        using var shade = SkinShade.Of(small);
        using var seeds = shade.Seeds();
        using var found = new Mat();
        shade.Near(seeds, Reach).CopyTo(found);
        Open(found, 2);
        KeepLarge(found);
        if (Cv2.CountNonZero(found) < LeastShare * found.Total())
        {
            return new(new Mat(bgr.Size(), MatType.CV_8U, Scalar.White), new Mat(bgr.Size(), MatType.CV_8U, Scalar.White), false);
        }

        using var area = Filled(found);
        using var skin = new Mat();
        using var inside = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(5, 5));
        using var edge = new Mat();
        Cv2.Erode(area, edge, inside);
        Cv2.BitwiseAnd(edge, found, skin);
        return new(Enlarged(area, bgr.Size()), Enlarged(skin, bgr.Size()), true);
    }

    public void Dispose()
    {
        Area.Dispose();
        Skin.Dispose();
    }

    private static double Edge(Mat line)
    {
        using (line)
        {
            return Cv2.CountNonZero(line) / (double)line.Total();
        }
    }

    private static void Open(Mat mask, int radius)
    {
        using var disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size((2 * radius) + 1, (2 * radius) + 1));
        Cv2.MorphologyEx(mask, mask, MorphTypes.Open, disc);
        Cv2.MorphologyEx(mask, mask, MorphTypes.Close, disc);
    }

    /// <summary>Drops specks: parts with less than a tenth of the largest.</summary>
    private static void KeepLarge(Mat mask)
    {
        using var labels = new Mat();
        using var stats = new Mat();
        using var middles = new Mat();
        var count = Cv2.ConnectedComponentsWithStats(mask, labels, stats, middles);
        var areas = Enumerable.Range(0, count).Select(i => i == 0 ? 0 : stats.At<int>(i, (int)ConnectedComponentsTypes.Area)).ToArray();
        var least = areas.Max() / 10;
        for (var i = 1; i < count; i++)
        {
            if (areas[i] < least)
            {
                using var part = new Mat();
                Cv2.Compare(labels, i, part, CmpTypes.EQ);
                mask.SetTo(Scalar.Black, part);
            }
        }
    }

    private static Mat Filled(Mat mask)
    {
        Cv2.FindContours(mask, out Point[][] outlines, out _, RetrievalModes.External, ContourApproximationModes.ApproxSimple);
        var filled = new Mat(mask.Size(), MatType.CV_8U, Scalar.Black);
        Cv2.DrawContours(filled, outlines, -1, Scalar.White, -1);
        return filled;
    }

    private static Mat Enlarged(Mat mask, Size size)
    {
        var large = new Mat();
        Cv2.Resize(mask, large, size, 0, 0, InterpolationFlags.Nearest);
        return large;
    }
}
