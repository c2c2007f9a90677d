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
    public const int Height = 300;
    private const int Top = 16;
    private const int Bottom = 60;
    private readonly DayAxis axis;
    private readonly Scale scale;

    private ChartShape(ScaleCourse course, IReadOnlyList<ChartPoint> points, IReadOnlyList<int> sessionDays, ExpectedCourse? expected, CourseMarks marks)
    {
        scale = course.Scale;
        Points = points;
        SessionDays = sessionDays;
        Marks = marks.Marks;
        axis = DayAxis.Over([.. points.Select(p => p.Day), .. sessionDays, .. marks.Days], expected);
        Band = BandOf(course, scale is { Percent: true, Better: BetterEnd.Low } ? expected?.Curve ?? [] : []);
    }

    public IReadOnlyList<ChartPoint> Points { get; }

    public IReadOnlyList<int> SessionDays { get; }

    public IReadOnlyList<ChartMark> Marks { get; }

    /// <summary>Corner points of the expected band; null where nothing is expected in figures.</summary>
    public string? Band { get; }

    public string Line => string.Join(' ', Points.Select(p => $"{X(p.Day)},{Y(p.Value)}"));

    public IEnumerable<int> Ticks => axis.Ticks;

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

    public string X(int day) => axis.X(day);

    public string Y(decimal value) => DayAxis.Number(Height - Bottom - ((Height - Top - Bottom) * (double)((value - scale.Min) / (scale.Max - scale.Min))));

    /// <summary>A square under the axis for a photograph, a triangle above the field for an adverse event.</summary>
    public string Sign(ChartMark mark) => mark.Kind == MarkKind.Photograph
        ? $"M{X(mark.Day)} {DayAxis.Number(Height - Bottom + 4)}m-5 0h10v10h-10z"
        : $"M{X(mark.Day)} 2l7 12h-14z";

    public static string AxisTop => DayAxis.Number(Top);

    public static string AxisBottom => DayAxis.Number(Height - Bottom);

    private string? BandOf(ScaleCourse course, IReadOnlyList<ExpectedPoint> curve)
    {
        if (curve.Count < 2)
        {
            return null;
        }

        string Corner(ExpectedPoint p, double share) => $"{X(p.Day)},{Y(course.Baseline.Value * (decimal)(1 - share))}";
        return string.Join(' ', curve.Select(p => Corner(p, p.High)).Concat(curve.Reverse().Select(p => Corner(p, p.Low))));
    }
}
