using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>One small square of baseline skin and where the follow-up, moved onto it, shows the same.</summary>
/// <param name="At">Its middle in the baseline.</param>
/// <param name="Shift">From there to the place of greatest likeness.</param>
/// <param name="Likeness">Correlation at that place, −1 to 1.</param>
internal readonly record struct Patch(Point2f At, Point2f Shift, double Likeness)
{
    public double Distance => Math.Sqrt((Shift.X * Shift.X) + (Shift.Y * Shift.Y));
}

/// <summary>Compares skin with skin, square by square: the only judge of whether an alignment is right.</summary>
internal static class Patches
{
    /// <summary>Half the side of a square, pixels.</summary>
    public const int Half = 16;

    private const double LeastContrast = 0.35;

    /// <summary>Middles of squares that lie on skin and have something to see.</summary>
    public static List<Point2f> Grid(Mat relief, Mat skin, int step)
    {
        List<Point2f> grid = [];
        using var covered = new Mat();
        Cv2.BoxFilter(skin, covered, MatType.CV_8U, new Size((2 * Half) + 1, (2 * Half) + 1));
        var (rows, columns) = (relief.Rows, relief.Cols);
        covered.GetArray(out byte[] share);
        for (var y = Half + 1; y < rows - Half - 1; y += step)
        {
            for (var x = Half + 1; x < columns - Half - 1; x += step)
            {
                if (share[(y * columns) + x] >= 0.9 * 255 && Contrast(relief, x, y) >= LeastContrast)
                {
                    grid.Add(new(x, y));
                }
            }
        }

        return grid;
    }

    /// <summary>Looks for each square within <paramref name="reach"/> pixels; squares that fall outside are left out.</summary>
    public static List<Patch> Look(Mat before, Mat moved, Mat there, IEnumerable<Point2f> grid, int reach)
    {
        List<Patch> patches = [];
        using var likeness = new Mat();
        var wide = Half + reach;
        var (rows, columns) = (moved.Rows, moved.Cols);
        there.GetArray(out byte[] filled);
        bool IsThere(int x, int y) => filled[(y * columns) + x] != 0;
        foreach (var at in grid)
        {
            var (x, y) = ((int)at.X, (int)at.Y);
            if (x - wide < 0 || y - wide < 0 || x + wide >= columns || y + wide >= rows || !IsThere(x, y) ||
                !IsThere(x - Half, y - Half) || !IsThere(x + Half, y - Half) || !IsThere(x - Half, y + Half) || !IsThere(x + Half, y + Half))
            {
                continue;
            }

            using var square = before.SubMat(new Rect(x - Half, y - Half, (2 * Half) + 1, (2 * Half) + 1));
            using var window = moved.SubMat(new Rect(x - wide, y - wide, (2 * wide) + 1, (2 * wide) + 1));
            Cv2.MatchTemplate(window, square, likeness, TemplateMatchModes.CCoeffNormed);
            Cv2.MinMaxLoc(likeness, out _, out var best, out _, out var place);
            patches.Add(new(at, new(Peak(likeness, place, true) - reach, Peak(likeness, place, false) - reach), best));
        }

        return patches;
    }

    private static double Contrast(Mat relief, int x, int y)
    {
        using var square = relief.SubMat(new Rect(x - Half, y - Half, (2 * Half) + 1, (2 * Half) + 1));
        Cv2.MeanStdDev(square, out _, out var deviation);
        return deviation.Val0;
    }

    /// <summary>Between the pixels, by the parabola through the peak and its neighbours.</summary>
    private static float Peak(Mat likeness, Point at, bool alongX)
    {
        var (place, last) = alongX ? (at.X, likeness.Cols - 1) : (at.Y, likeness.Rows - 1);
        if (place == 0 || place == last)
        {
            return place;
        }

        float Value(int d) => alongX ? likeness.At<float>(at.Y, at.X + d) : likeness.At<float>(at.Y + d, at.X);
        var (left, middle, right) = (Value(-1), Value(0), Value(1));
        var bend = left - (2 * middle) + right;
        return bend < 0 ? place + Math.Clamp(0.5f * (left - right) / bend, -0.5f, 0.5f) : place;
    }
}
