using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>How much of the skin shows the same in both photographs when one is laid onto the other.</summary>
/// <param name="Tested">Squares that could be compared.</param>
/// <param name="Agreeing">Those most alike where they should be, within <see cref="Tolerance"/>.</param>
/// <param name="Coverage">Share of the parts of the body part in which some squares agree, 0 to 1.</param>
/// <param name="Residual">Median distance of the agreeing ones from where they should be, working pixels.</param>
/// <param name="Hole">Largest share of all squares that lie together and nearly all show something else, 0 to 1.</param>
internal sealed record Agreement(int Tested, int Agreeing, double Coverage, double Residual, double Hole)
{
    /// <summary>Working pixels: a third of a millimetre on a face that fills the picture.</summary>
    public const double Tolerance = 2;

    private const double LeastLikeness = 0.2;
    private const double HoleShare = 0.2;
    private const int Parts = 5;
    private const int LeastInPart = 3;
    private const double PartShare = 0.3;

    public double Share => Tested == 0 ? 0 : (double)Agreeing / Tested;

    public static bool Agrees(Patch patch) => patch.Distance <= Tolerance && patch.Likeness >= LeastLikeness;

    public static Agreement Of(IReadOnlyList<Patch> patches)
    {
        var agreeing = patches.Where(Agrees).Select(p => p.Distance).Order().ToList();
        return new(patches.Count, agreeing.Count, CoverageOf(patches), agreeing.Count == 0 ? double.PositiveInfinity : agreeing[agreeing.Count / 2], HoleOf(patches));
    }

    private static double CoverageOf(IReadOnlyList<Patch> patches)
    {
        if (patches.Count == 0)
        {
            return 0;
        }

        var (left, right) = (patches.Min(p => p.At.X), patches.Max(p => p.At.X) + 1);
        var (top, bottom) = (patches.Min(p => p.At.Y), patches.Max(p => p.At.Y) + 1);
        var parts = patches.GroupBy(p => ((int)((p.At.X - left) / (right - left) * Parts), (int)((p.At.Y - top) / (bottom - top) * Parts))).Where(g => g.Count() >= LeastInPart).ToList();
        return parts.Count == 0 ? 0 : parts.Count(g => g.Count(Agrees) >= PartShare * g.Count()) / (double)parts.Count;
    }

    /// <summary>Squares whose neighbourhood disagrees, joined where they touch; the largest such region.</summary>
    private static double HoleOf(IReadOnlyList<Patch> patches)
    {
        var step = StepOf(patches);
        var field = patches.ToDictionary(p => ((int)Math.Round(p.At.X / step), (int)Math.Round(p.At.Y / step)), Agrees);
        var open = field.Keys.Where(k => Around(k).Select(n => field.TryGetValue(n, out var on) ? on : (bool?)null).OfType<bool>().ToList() is var near && near.Count(n => n) < HoleShare * near.Count).ToHashSet();
        var largest = 0;
        while (open.Count > 0)
        {
            largest = Math.Max(largest, Take(open));
        }

        return patches.Count == 0 ? 0 : largest / (double)patches.Count;
    }

    private static int Take(HashSet<(int X, int Y)> open)
    {
        var (count, waiting) = (0, new Stack<(int, int)>([open.First()]));
        open.Remove(waiting.Peek());
        while (waiting.TryPop(out var here))
        {
            count++;
            foreach (var next in Around(here).Where(open.Remove))
            {
                waiting.Push(next);
            }
        }

        return count;
    }

    private static IEnumerable<(int X, int Y)> Around((int X, int Y) at) =>
        from dy in Enumerable.Range(-1, 3) from dx in Enumerable.Range(-1, 3) select (at.X + dx, at.Y + dy);

    /// <summary>Squares stand in rows and columns.</summary>
    private static double StepOf(IReadOnlyList<Patch> patches)
    {
        var columns = patches.Select(p => p.At.X).Distinct().Order().ToList();
        return columns.Count < 2 ? 1 : columns.Zip(columns.Skip(1), (a, b) => b - a).Min();
    }
}
