using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>Brings a movement from a few pixels to a fraction of one: by what each square of skin asks for, as far as most agree.</summary>
internal static class Refinement
{
    private static readonly int[] Reaches = [12, 7, 4];

    public static Similarity Of(Similarity start, Sight before, Sight after, IReadOnlyList<Point2f> grid)
    {
        var move = start;
        foreach (var reach in Reaches)
        {
            var moved = Ground.Moved(move, after, before.Relief.Size());
            var patches = Patches.Look(before.Ground, moved, grid, reach);
            if (Step(patches) is not { } step)
            {
                break;
            }

            move = move.Then(step);
        }

        return move;
    }

    /// <summary>The correction that most squares agree on; null when too few do.</summary>
    private static Similarity? Step(List<Patch> patches)
    {
        var sure = patches.Where(p => p.Likeness > 0.2).ToList();
        if (sure.Count < 8)
        {
            return null;
        }

        // A square found at +shift must come back to where it is in the baseline.
        var from = sure.Select(p => p.At + p.Shift).ToArray();
        var to = sure.Select(p => p.At).ToArray();
        using var first = Mat.FromArray(from);
        using var second = Mat.FromArray(to);
        using var follows = new Mat();
        using var fit = Cv2.EstimateAffinePartial2D(first, second, follows, RobustEstimationAlgorithms.RANSAC, 1.5, 2000, 0.995, 10);
        return fit is null || fit.Empty() ? null : Polished(new(fit.At<double>(0, 0), fit.At<double>(1, 0), fit.At<double>(0, 2), fit.At<double>(1, 2)), sure, from, to);
    }

    /// <summary>Weighs each square by its likeness and, softly, by how far it lies from the rest.</summary>
    private static Similarity? Polished(Similarity start, List<Patch> patches, Point2f[] from, Point2f[] to)
    {
        var fit = start;
        for (var round = 0; round < 5; round++)
        {
            var weights = new double[from.Length];
            for (var i = 0; i < weights.Length; i++)
            {
                var there = fit.Apply(from[i]);
                var off = Math.Sqrt(Math.Pow(there.X - to[i].X, 2) + Math.Pow(there.Y - to[i].Y, 2)) / 2;
                weights[i] = off >= 1 ? 0 : Math.Pow(1 - (off * off), 2) * Math.Pow(patches[i].Likeness, 2);
            }

            if (weights.Count(w => w > 0) < 6 || Similarity.Fit(from, to, weights) is not { } better)
            {
                return null;
            }

            fit = better;
        }

        return fit;
    }
}
