using Fibril.Pathway.Outcomes.Photos;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;
using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes;

/// <summary>A change of the skin that was kept, with its day.</summary>
/// <param name="Day">Days of the follow-up after the first session.</param>
public sealed record SkinPoint(int Day, DateOnly On, KeptMeasure Measure, string By);

/// <summary>One quality of the skin on the axis: a dot for each change, its error as a line through it, and zero, which is the baseline.</summary>
/// <param name="Top">Units from the upper edge of the chart.</param>
public sealed record SkinRow(SkinQuality Quality, int Top, IReadOnlyList<SkinPoint> Points)
{
    public const int Height = 56;
    private const double Reach = (Height / 2.0) - 8;

    private double Largest => Points.Max(p => Math.Abs(p.Measure.Change ?? 0) + p.Measure.Error);

    /// <summary>The line of no change.</summary>
    public string Zero => Y(0);

    public string Y(double change) => DayAxis.Number(Top + (Height / 2.0) - (change / Largest * Reach));

    /// <summary>Zones of one day stand beside each other.</summary>
    public string X(DayAxis axis, SkinPoint point) => DayAxis.Number(axis.Place(point.Day) - (8 * Points.Where(p => p.Day == point.Day).TakeWhile(p => p != point).Count()));

    public static bool IsBeyond(SkinPoint point) => point.Measure.Conclusion != nameof(ChangeConclusion.NoConclusion);
}

/// <summary>Where the changes of the skin lie, under the axis of the scores.</summary>
public sealed class SkinShape
{
    private SkinShape(DayAxis axis, IReadOnlyList<SkinRow> rows, IReadOnlyList<int> sessionDays) => (Axis, Rows, SessionDays) = (axis, rows, sessionDays);

    public DayAxis Axis { get; }

    public IReadOnlyList<SkinRow> Rows { get; }

    public IReadOnlyList<int> SessionDays { get; }

    /// <summary>Units from the upper edge to the end of the rows.</summary>
    public int Bottom => Rows.Count * SkinRow.Height;

    public int Height => Bottom + 40;

    /// <summary>A row for each quality that was measured at all.</summary>
    public static SkinShape Of(CourseMarks marks, IReadOnlyList<Session> sessions, ExpectedCourse? expected)
    {
        var zero = CourseMarks.ZeroOf(sessions, default);
        List<int> days = [.. sessions.Select(s => s.HeldOn.DayNumber - zero.DayNumber)];
        var qualities = marks.Skin.Where(p => p.Measure.Change is not null).GroupBy(p => Enum.Parse<SkinQuality>(p.Measure.Measure)).OrderBy(g => g.Key);
        return new(DayAxis.Over([.. days, .. marks.Days], expected), [.. qualities.Select((g, i) => new SkinRow(g.Key, i * SkinRow.Height, [.. g]))], days);
    }
}
