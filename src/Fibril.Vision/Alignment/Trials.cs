using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>
/// Tries the movements that points suggest. What stays where the wall stays is wall, even where its colour is that of skin, and has no vote
/// on a movement of the head.
/// </summary>
internal sealed class Trials
{
    private const int Reach = 10;
    private const double LeastGap = 4;
    private const double LeastShare = 0.1;
    private const int LeastSquares = 12;
    private readonly IReadOnlyList<Point2f> grid;
    private readonly List<(Similarity Wall, HashSet<Point2f> Squares)> walls = [];

    private Trials(IReadOnlyList<Point2f> grid) => this.grid = grid;

    /// <summary>Null when under no movement anything shows the same.</summary>
    public Similarity? Best { get; private set; }

    public string Trace { get; private set; } = "";

    public static Trials Of(Photo before, Photo after, Sight first, Sight second, IReadOnlyList<Point2f> grid)
    {
        var trials = new Trials(grid);
        var matches = Matches.Between(second, first);
        var skin = matches.Where(m => second.OnSkin(m.After) && first.OnSkin(m.Before)).ToList();
        var wall = Matches.Moves([.. matches.Where(m => !second.OnSkin(m.After) && !first.OnSkin(m.Before))]);
        foreach (var move in wall.Take(1).Select(w => w.Move).Append(Similarity.Identity))
        {
            var still = trials.Try(move, before, after, first, second).Where(p => Agreement.Agrees(p) && p.Likeness > 0.5).Select(p => p.At).ToHashSet();
            trials.walls.Add((move, still));
        }

        var moves = Matches.Moves(skin);
        var rated = moves.Select(m => (m.Move, Rate: Agreement.Of(trials.Try(m.Move, before, after, first, second)))).ToList();
        trials.Best = rated.Where(r => r.Rate.Tested >= LeastSquares && r.Rate.Share >= LeastShare).OrderByDescending(r => r.Rate.Share * Math.Min(1, r.Rate.Tested / 60.0)).Select(r => (Similarity?)r.Move).FirstOrDefault();
        trials.Trace = $"pts {first.Points.Length}/{second.Points.Length} matches {matches.Count} skin {skin.Count} grid {grid.Count} wall {wall.FirstOrDefault().Count} moves {string.Join(' ', rated.Zip(moves, (r, m) => $"{m.Count}:{r.Rate.Tested}:{r.Rate.Share:0.00}"))};";
        return trials;
    }

    /// <summary>The squares that may judge a movement.</summary>
    public IReadOnlyList<Point2f> GridFor(Similarity move)
    {
        var still = walls.Where(w => Gap(w.Wall, move) > LeastGap).SelectMany(w => w.Squares).ToHashSet();
        return still.Count < 0.8 * grid.Count ? [.. grid.Where(p => !still.Contains(p))] : grid;
    }

    private List<Patch> Try(Similarity move, Photo before, Photo after, Sight first, Sight second)
    {
        using var moved = Moved.By(move, after, second, before.Pixels.Size());
        return Patches.Look(first.Relief, moved.Relief, moved.There, [.. GridFor(move).Where((_, i) => i % 3 == 0 || walls.Count < 2)], Reach);
    }

    /// <summary>How far apart two movements put the skin, at its middle half, pixels.</summary>
    private double Gap(Similarity one, Similarity other)
    {
        var gaps = grid.Where((_, i) => i % 7 == 0).Select(p => one.Inverse().Apply(p).DistanceTo(other.Inverse().Apply(p))).Order().ToList();
        return gaps[gaps.Count / 2];
    }
}
