using System.Globalization;
using System.Text.RegularExpressions;

namespace Fibril.Pathway.Sessions;

/// <summary>A place on a map, in the units of its view, from the left and from the top.</summary>
public sealed record MapPoint(double X, double Y);

/// <summary>An SVG path as rings of points, so that one can ask what lies within. Pure.</summary>
public static partial class ZonePath
{
    /// <summary>Pieces of a curve: finer than the eye sees on these maps.</summary>
    private const int Pieces = 8;

    /// <summary>One ring for each <c>M</c>. Absolute M, L, H, V, Q, C, S and Z, as the maps are drawn.</summary>
    /// <exception cref="FormatException">Another command.</exception>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Rings(string path)
    {
        List<List<MapPoint>> rings = [];
        MapPoint control = new(0, 0);
        foreach (Match step in Steps().Matches(path))
        {
            var n = NumbersOf(step);
            if (step.Groups[1].Value == "M")
            {
                rings.Add([new(n[0], n[1])]);
                continue;
            }

            var ring = rings[^1];
            control = Go(ring, ring[^1], step.Groups[1].Value, n, control);
        }

        return rings;
    }

    /// <summary>The same path seen in a mirror: left is right in a view of this width.</summary>
    public static string Mirror(string path, int width) => Steps().Replace(path, step =>
    {
        var command = step.Groups[1].Value;
        var mirrored = NumbersOf(step).Select((n, i) => command == "H" || (command != "V" && i % 2 == 0) ? width - n : n);
        return command + string.Join(' ', mirrored.Select(n => n.ToString(CultureInfo.InvariantCulture)));
    });

    /// <summary>Is the point within the ring.</summary>
    public static bool Holds(IReadOnlyList<MapPoint> ring, MapPoint p)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            inside ^= a.Y > p.Y != b.Y > p.Y && p.X < ((b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y)) + a.X;
        }

        return inside;
    }

    /// <returns>The second handle of a cubic curve: a smooth one after it mirrors it.</returns>
    private static MapPoint Go(List<MapPoint> ring, MapPoint at, string command, double[] n, MapPoint control)
    {
        switch (command)
        {
            case "L": ring.Add(new(n[0], n[1])); break;
            case "H": ring.Add(at with { X = n[0] }); break;
            case "V": ring.Add(at with { Y = n[0] }); break;
            case "Q": Curve(ring, [at, new(n[0], n[1]), new(n[2], n[3])]); break;
            case "C": Curve(ring, [at, new(n[0], n[1]), new(n[2], n[3]), new(n[4], n[5])]); return new(n[2], n[3]);
            case "S": Curve(ring, [at, new((2 * at.X) - control.X, (2 * at.Y) - control.Y), new(n[0], n[1]), new(n[2], n[3])]); return new(n[0], n[1]);
            case "Z": break;
            default: throw new FormatException($"The maps are drawn without '{command}'.");
        }

        return ring[^1];
    }

    private static void Curve(List<MapPoint> ring, IReadOnlyList<MapPoint> handles) =>
        ring.AddRange(Enumerable.Range(1, Pieces).Select(i => At(handles, (double)i / Pieces)));

    /// <summary>A Bézier curve by halving its handles again and again (de Casteljau).</summary>
    private static MapPoint At(IReadOnlyList<MapPoint> handles, double t) => handles.Count == 1
        ? handles[0]
        : At([.. handles.Zip(handles.Skip(1), (a, b) => new MapPoint(a.X + ((b.X - a.X) * t), a.Y + ((b.Y - a.Y) * t)))], t);

    private static double[] NumbersOf(Match step) => [.. Numbers().Matches(step.Groups[2].Value).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
