using System.Runtime.CompilerServices;
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
    /// <summary>Side of a square, pixels.</summary>
    public const int Side = Correlation.Side;

    private const int Half = Side / 2;
    private const double LeastContrast = 13;
    private const double LeastSkin = 0.9;

    /// <summary>Middles of squares that lie on skin and have something to see.</summary>
    public static List<Point2f> Grid(Ground ground, Mat skin, int step)
    {
        List<Point2f> grid = [];
        skin.GetArray(out byte[] on);
        for (var y = Half; y < ground.Rows - Half; y += step)
        {
            for (var x = Half; x < ground.Columns - Half; x += step)
            {
                if (IsSkin(on, ground.Columns, x, y) && Contrast(ground, x, y) >= LeastContrast)
                {
                    grid.Add(new(x, y));
                }
            }
        }

        return grid;
    }

    /// <summary>Looks for each square within <paramref name="reach"/> pixels; squares that the follow-up does not show are left out.</summary>
    public static List<Patch> Look(Ground before, Ground moved, IEnumerable<Point2f> grid, int reach)
    {
        List<Patch> patches = [];
        var correlation = new Correlation(before, moved, reach);
        var wide = Half + reach;
        foreach (var at in grid)
        {
            var (x, y) = ((int)at.X, (int)at.Y);
            if (x >= wide && y >= wide && x + wide < moved.Columns && y + wide < moved.Rows && IsInside(moved, x, y))
            {
                var (shift, likeness) = correlation.Best(x - Half, y - Half);
                patches.Add(new(at, shift, likeness));
            }
        }

        return patches;
    }

    private static bool IsInside(Ground moved, int x, int y)
    {
        bool At(int dx, int dy) => moved.Inside[((y + dy) * moved.Columns) + x + dx] != 0;
        return At(0, 0) && At(-Half, -Half) && At(Half, -Half) && At(-Half, Half) && At(Half, Half);
    }

    private static bool IsSkin(byte[] on, int columns, int x, int y)
    {
        var count = 0;
        for (var row = y - Half; row < y + Half; row++)
        {
            count += Side - on.AsSpan((row * columns) + x - Half, Side).Count((byte)0);
        }

        return count >= LeastSkin * Side * Side;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Contrast(Ground ground, int x, int y)
    {
        double sum = 0, squares = 0;
        for (var row = y - Half; row < y + Half; row++)
        {
            foreach (var value in ground.Values.AsSpan((row * ground.Columns) + x - Half, Side))
            {
                sum += value;
                squares += value * value;
            }
        }

        return Math.Sqrt(Math.Max(0, (squares / (Side * Side)) - Math.Pow(sum / (Side * Side), 2)));
    }
}
