using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Clinics;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>One rating on the chart.</summary>
/// <param name="Day">Days after the first session; negative before it.</param>
public sealed record ChartPoint(int Day, decimal Value, bool IsBaseline, string By, DateTime At);

public enum MarkKind
{
    Photograph,
    AdverseEvent,
}

/// <summary>Something else that happened, on the same axis.</summary>
/// <param name="Day">Days after the first session; negative before it.</param>
public sealed record ChartMark(MarkKind Kind, int Day, DateOnly On, string What, string By);

/// <summary>Where everything of a score chart lies, in units of its view box. Pure geometry: the component only draws it.</summary>
public sealed class ChartShape
{
    public const int Width = 640;
    public const int Height = 300;
    private const int Left = 56;
    private const int Right = 22;
    private const int Top = 16;
    private const int Bottom = 60;
    private readonly int fromDay;
    private readonly int toDay;
    private readonly Scale scale;

    private ChartShape(ScaleCourse course, IReadOnlyList<ChartPoint> points, IReadOnlyList<int> sessionDays, ExpectedCourse? expected, CourseMarks marks)
    {
        scale = course.Scale;
        Points = points;
        SessionDays = sessionDays;
        Marks = marks.Marks;
        List<int> days = [0, .. points.Select(p => p.Day), .. sessionDays, .. marks.Days];
        fromDay = days.Min();
        toDay = Math.Max(days.Concat(expected?.Curve.Select(c => c.Day) ?? []).Max(), fromDay + 30);
        Band = BandOf(course, scale is { Percent: true, Better: BetterEnd.Low } ? expected?.Curve ?? [] : []);
    }

    public IReadOnlyList<ChartPoint> Points { get; }

    public IReadOnlyList<int> SessionDays { get; }

    public IReadOnlyList<ChartMark> Marks { get; }

    /// <summary>Corner points of the expected band; null where nothing is expected in figures.</summary>
    public string? Band { get; }

    public string Line => string.Join(' ', Points.Select(p => $"{X(p.Day)},{Y(p.Value)}"));

    /// <summary>Days to write under the axis.</summary>
    public IEnumerable<int> Ticks
    {
        get
        {
            var step = (toDay - fromDay) switch { <= 60 => 15, <= 200 => 30, <= 420 => 60, _ => 180 };
            for (var day = (int)Math.Ceiling(fromDay / (double)step) * step; day <= toDay; day += step)
            {
                yield return day;
            }
        }
    }

    /// <summary>Lowest, middle and highest score of the scale.</summary>
    public IEnumerable<decimal> Levels => [scale.Min, (scale.Min + scale.Max) / 2, scale.Max];

    /// <param name="expected">Drawn only where a change in per cent means something and lower is better: it is a share of the first score.</param>
    /// <param name="marks">What else lies on the axis, so that all charts of a course have the same.</param>
    public static ChartShape Of(ScaleCourse course, IReadOnlyList<Session> sessions, Clinic clinic, ExpectedCourse? expected, CourseMarks? marks = null)
    {
        var zero = CourseMarks.ZeroOf(sessions, clinic.DayOf(course.Baseline.RatedAt));
        ChartPoint PointOf(Score s) => new(clinic.DayOf(s.RatedAt).DayNumber - zero.DayNumber, s.Value, s.IsBaseline, s.RatedByName, s.RatedAt);
        return new(
            course,
            [.. course.Later.Prepend(course.Baseline).Select(PointOf)],
            [.. sessions.Select(s => s.HeldOn.DayNumber - zero.DayNumber)],
            expected,
            marks ?? CourseMarks.None);
    }

    public string X(int day) => Number(Left + ((Width - Left - Right) * (day - fromDay) / (double)(toDay - fromDay)));

    public string Y(decimal value) => Number(Height - Bottom - ((Height - Top - Bottom) * (double)((value - scale.Min) / (scale.Max - scale.Min))));

    /// <summary>A square under the axis for a photograph, a triangle above the field for an adverse event.</summary>
    public string Sign(ChartMark mark) => mark.Kind == MarkKind.Photograph
        ? $"M{X(mark.Day)} {Number(Height - Bottom + 4)}m-5 0h10v10h-10z"
        : $"M{X(mark.Day)} 2l7 12h-14z";

    public static string AxisLeft => Number(Left);

    public static string AxisRight => Number(Width - Right);

    public static string AxisTop => Number(Top);

    public static string AxisBottom => Number(Height - Bottom);

    private string? BandOf(ScaleCourse course, IReadOnlyList<ExpectedPoint> curve)
    {
        if (curve.Count < 2)
        {
            return null;
        }

        string Corner(ExpectedPoint p, double share) => $"{X(p.Day)},{Y(course.Baseline.Value * (decimal)(1 - share))}";
        return string.Join(' ', curve.Select(p => Corner(p, p.High)).Concat(curve.Reverse().Select(p => Corner(p, p.Low))));
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
