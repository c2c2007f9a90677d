using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>The days from left to right, in units of the view box that all charts of a course share. Day 0 is the first session.</summary>
public sealed class DayAxis
{
    /// <summary>Units from edge to edge.</summary>
    public const int Width = 640;

    private const int LeftEdge = 56;
    private const int RightEdge = Width - 22;
    private readonly int from;
    private readonly int to;

    private DayAxis(int from, int to) => (this.from, this.to) = (from, to);

    public static string Left => Number(LeftEdge);

    public static string Right => Number(RightEdge);

    /// <summary>Days to write under the axis.</summary>
    public IEnumerable<int> Ticks
    {
        get
        {
            var step = (to - from) switch { <= 60 => 15, <= 200 => 30, <= 420 => 60, _ => 180 };
            for (var day = (int)Math.Ceiling(from / (double)step) * step; day <= to; day += step)
            {
                yield return day;
            }
        }
    }

    /// <summary>From the first of the days to the last of them or of what is expected, and a month at least.</summary>
    public static DayAxis Over(IEnumerable<int> days, ExpectedCourse? expected)
    {
        List<int> all = [0, .. days];
        var first = all.Min();
        return new(first, Math.Max(all.Concat(expected?.Curve.Select(c => c.Day) ?? []).Max(), first + 30));
    }

    public string X(int day) => Number(Place(day));

    internal static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    internal double Place(int day) => LeftEdge + ((RightEdge - LeftEdge) * (day - from) / (double)(to - from));
}
