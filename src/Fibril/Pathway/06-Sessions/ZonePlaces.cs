namespace Fibril.Pathway.Sessions;

/// <summary>The person's own left and right.</summary>
public enum BodySide
{
    Left,
    Middle,
    Right,
}

/// <summary>One side of one zone, with a point that lies well within it.</summary>
public sealed record ZonePlace(string Zone, BodySide Side, MapPoint Point);

/// <summary>Which zone and side a place on a map belongs to. Pure.</summary>
public static class ZonePlaces
{
    /// <summary>Units between the points at which an area is looked at.</summary>
    private const int Grid = 2;

    /// <summary>The middle is this share of the width to either side of the middle line.</summary>
    private const double MiddleShare = 1 / 12.0;

    /// <summary>A side with less of the zone than this share is an edge, not a place of its own.</summary>
    private const double LeastShare = 0.15;

    private static readonly Dictionary<string, IReadOnlyList<ZonePlace>> Named = ZoneShapes.All.ToDictionary(v => v.Id, Find);

    /// <summary>Every zone and side of a view, in the order of the map.</summary>
    public static IReadOnlyList<ZonePlace> Of(ZoneView view) => Named[view.Id];

    /// <summary>The uppermost zone at a point; null beside all of them.</summary>
    public static string? ZoneAt(ZoneView view, MapPoint point) =>
        view.Shapes.LastOrDefault(s => s.Rings.Any(r => ZonePath.Holds(r, point)))?.Zone;

    /// <summary>The zones that a spot (one point) lies in or an outline touches, the one it covers most first.</summary>
    public static IReadOnlyList<string> ZonesOf(ZoneView view, IReadOnlyList<MapPoint> points) =>
        [.. points.Concat(points.Count > 1 ? Within(points) : []).Select(p => ZoneAt(view, p)).OfType<string>().CountBy(z => z).OrderByDescending(z => z.Value).Select(z => z.Key)];

    /// <summary>Where the middle of the points lies, as the person would say it.</summary>
    public static BodySide SideOf(ZoneView view, IReadOnlyList<MapPoint> points)
    {
        if (view.Side is { } side)
        {
            return side;
        }

        var fromMiddle = points.Average(p => p.X) - (view.Width / 2.0);
        return Math.Abs(fromMiddle) < view.Width * MiddleShare ? BodySide.Middle : fromMiddle < 0 == view.FromBehind ? BodySide.Left : BodySide.Right;
    }

    private static IReadOnlyList<ZonePlace> Find(ZoneView view) => [.. view.Shapes.SelectMany(s => Find(view, s))];

    private static IEnumerable<ZonePlace> Find(ZoneView view, ZoneShape shape)
    {
        var points = shape.Rings.SelectMany(Within).Where(p => ZoneAt(view, p) == shape.Zone).ToList();
        return points.GroupBy(p => SideOf(view, [p])).Where(g => g.Count() >= LeastShare * points.Count).OrderBy(g => g.Key).Select(g => new ZonePlace(shape.Zone, g.Key, MiddleOf([.. g])));
    }

    /// <summary>The point nearest to the mean: the mean itself may lie outside.</summary>
    private static MapPoint MiddleOf(List<MapPoint> points)
    {
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.MinBy(p => Math.Pow(p.X - x, 2) + Math.Pow(p.Y - y, 2))!;
    }

    private static IEnumerable<MapPoint> Within(IReadOnlyList<MapPoint> ring) =>
        from x in Steps(ring.Min(p => p.X), ring.Max(p => p.X))
        from y in Steps(ring.Min(p => p.Y), ring.Max(p => p.Y))
        let point = new MapPoint(x, y)
        where ZonePath.Holds(ring, point)
        select point;

    /// <summary>Of one grid for all rings, so that each point is looked at in the same place.</summary>
    private static IEnumerable<double> Steps(double from, double to)
    {
        for (var at = Math.Ceiling(from / Grid) * Grid; at <= to; at += Grid)
        {
            yield return at;
        }
    }
}
