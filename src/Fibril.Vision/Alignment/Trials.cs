using OpenCvSharp;

namespace Fibril.Vision.Alignment;

/// <summary>One movement, and what the squares of skin say about it.</summary>
internal sealed record Trial(Similarity Move, IReadOnlyList<Patch> Patches)
{
    public Agreement Rate { get; } = Agreement.Of(Patches);

    /// <summary>More squares count more, until there are enough.</summary>
    public double Worth => Rate.Share * Math.Min(1, Rate.Tested / 60.0);
}

/// <summary>
/// Tries the movements that points suggest. Where a wall has the colour of skin it gets a movement of its own, often none at all; what
/// follows that one is wall and has no vote on the movement of the head before it.
/// </summary>
internal sealed class Trials
{
    private const int Reach = 10;
    private const double LeastShare = 0.1;
    private const double LeastFigure = 0.3;
    private const double LeastWall = 0.2;
    private const double LeastOfAll = 0.04;
    private const double MoreCentral = 0.85;
    private const int LeastSquares = 12;
    private readonly Sight before, after;
    private readonly IReadOnlyList<Point2f> grid;
    private HashSet<Point2f> wall = [];

    private Trials(Sight before, Sight after, IReadOnlyList<Point2f> grid) => (this.before, this.after, this.grid) = (before, after, grid);

    /// <summary>Null when under no movement anything shows the same.</summary>
    public Similarity? Best { get; private set; }

    /// <summary>A wall of the colour of skin was told from the skin.</summary>
    public bool HasWall => wall.Count > 0;

    /// <summary>For those who look for a fault.</summary>
    public string Trace { get; private set; } = "";

    public static Trials Of(Sight before, Sight after, IReadOnlyList<Point2f> grid)
    {
        var trials = new Trials(before, after, grid);
        var matches = Matches.Between(after, before);
        var moves = Matches.Moves(matches);
        var rated = moves.Select(m => m.Move).Append(Similarity.Identity).Select(m => trials.Try(m, grid)).Where(t => t.Rate.Tested >= LeastSquares && t.Rate.Share >= LeastShare)
            .OrderByDescending(t => t.Worth).ToList();
        trials.Trace = $"pts {before.Points.Length}/{after.Points.Length} matches {matches.Count} grid {grid.Count} moves {string.Join(' ', moves.Select(m => m.Count))} rated {string.Join(' ', rated.Select(t => $"{t.Rate.Tested}:{t.Rate.Share:0.00}"))};";
        trials.Choose(rated, moves);
        return trials;
    }

    /// <summary>The squares that may judge a movement: not those of the wall, nor those that would have to lie on the wall in the follow-up.</summary>
    public IReadOnlyList<Point2f> GridFor(Similarity move)
    {
        if (wall.Count == 0)
        {
            return grid;
        }

        var (back, cells) = (move.Inverse(), wall.Select(Cell).ToHashSet());
        return [.. grid.Where(p => !wall.Contains(p) && !cells.Contains(Cell(back.Apply(p))))];
    }

    private void Choose(List<Trial> rated, IReadOnlyList<(Similarity Move, int Count)> moves)
    {
        Best = rated.FirstOrDefault()?.Move;
        if (!before.Skin.FillsFrame)
        {
            return;
        }

        (HashSet<Point2f> Wall, Trial Figure)? found = null;
        foreach (var ground in rated.Where(t => t.Rate.Share >= LeastWall).DistinctBy(t => Math.Round(t.Move.Tx / 8)).Take(2))
        {
            wall = [.. ground.Patches.Where(p => Agreement.Agrees(p) && p.Likeness > 0.5).Select(p => p.At)];
            var figure = moves.Where(m => m.Move != ground.Move).Select(m => Try(m.Move, GridFor(m.Move))).Where(t => IsFigure(t, ground)).MaxBy(t => t.Worth);
            found = figure is not null && figure.Worth > (found?.Figure.Worth ?? 0) ? (wall, figure) : found;
        }

        Trace += found is null ? "" : $" figure {found.Value.Figure.Rate.Tested}:{found.Value.Figure.Rate.Share:0.00};";
        wall = found?.Wall ?? [];
        Best = found?.Figure.Move ?? Best;
    }

    /// <summary>Stands before the other one: nearer to the middle of the picture, and large enough to be no mouth that moved.</summary>
    private bool IsFigure(Trial trial, Trial other) =>
        trial.Rate.Share >= LeastFigure && trial.Rate.Agreeing >= Math.Max(LeastSquares, LeastOfAll * grid.Count) && Distance(trial) < MoreCentral * Distance(other);

    private double Distance(Trial trial)
    {
        var middle = new Point2f(before.Ground.Columns / 2f, before.Ground.Rows / 2f);
        return trial.Patches.Where(Agreement.Agrees).Average(p => p.At.DistanceTo(middle));
    }

    private Trial Try(Similarity move, IReadOnlyList<Point2f> squares) =>
        new(move, Patches.Look(before.Ground, Ground.Moved(move, after, before.Relief.Size()), squares, Reach));

    private static (int, int) Cell(Point2f p) => ((int)p.X / Patches.Side, (int)p.Y / Patches.Side);
}
