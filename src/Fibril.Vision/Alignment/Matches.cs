using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>A place in the follow-up and the place in the baseline that looks like it.</summary>
internal readonly record struct Match(Point2f After, Point2f Before);

/// <summary>Finds points again, and the movements that many of them agree on.</summary>
internal static class Matches
{
    private const float MostRatio = 0.92f;
    private const double Tolerance = 6;
    private const int LeastInliers = 4;
    private const int Movements = 6;

    /// <summary>Points whose best likeness is clearly better than their second best.</summary>
    public static List<Match> Between(Sight after, Sight before)
    {
        if (after.Points.Length < 8 || before.Points.Length < 8)
        {
            return [];
        }

        using var matcher = new BFMatcher(NormTypes.L2);
        var found = matcher.KnnMatch(after.Descriptors, before.Descriptors, 2);
        return [.. found.Where(m => m.Length == 2 && m[0].Distance < MostRatio * m[1].Distance)
            .Select(m => new Match(after.Points[m[0].QueryIdx], before.Points[m[0].TrainIdx])).Distinct()];
    }

    /// <summary>Movements in the order of how many matches follow them; each match follows one at most.</summary>
    public static List<(Similarity Move, int Count)> Moves(IReadOnlyList<Match> matches)
    {
        List<(Similarity, int)> moves = [];
        var rest = matches.ToList();
        while (moves.Count < Movements && rest.Count >= LeastInliers)
        {
            using var from = Mat.FromArray(rest.Select(m => m.After).ToArray());
            using var to = Mat.FromArray(rest.Select(m => m.Before).ToArray());
            using var follows = new Mat();
            using var fit = Cv2.EstimateAffinePartial2D(from, to, follows, RobustEstimationAlgorithms.RANSAC, Tolerance, 4000, 0.995, 10);
            if (fit is null || fit.Empty())
            {
                break;
            }

            follows.GetArray(out byte[] on);
            var count = on.Count(o => o != 0);
            if (count < LeastInliers)
            {
                break;
            }

            Similarity move = new(fit.At<double>(0, 0), fit.At<double>(1, 0), fit.At<double>(0, 2), fit.At<double>(1, 2));
            if (IsPlausible(move))
            {
                moves.Add((move, count));
            }

            rest = [.. rest.Where((_, i) => on[i] == 0)];
        }

        return moves;
    }

    /// <summary>A photograph taken again is neither half nor twice as large, nor lies on its side.</summary>
    public static bool IsPlausible(Similarity move) => move.Scale is > 0.45 and < 2.2 && Math.Abs(move.Degrees) <= 50;
}
