namespace Fibril.Scheduling;

/// <summary>The units of a day that anything can happen in, counted from 0.</summary>
/// <param name="From">The unit of the day that is 0 here.</param>
internal readonly record struct Axis(int From, int Length)
{
    /// <summary>From the first hour of work, opening or start to the last, with the turnover that may follow it.</summary>
    public static Axis Of(DayProblem day, IEnumerable<VisitOptions> options)
    {
        var spans = day.Staff.SelectMany(p => p.Work).Concat(day.Places.SelectMany(p => p.Open))
            .Concat(options.Where(o => o.Reason is null && !IsNowhere(o)).Select(o => new Span(o.Lows[0], o.Highs[^1] + o.Visit.Type.Segments[^1].Length))).DefaultIfEmpty().ToList();
        var from = spans.Min(s => s.From);
        return new(from, spans.Max(s => s.To) + day.Turnover.Values.DefaultIfEmpty().Max() - from);
    }

    /// <summary>Fixed, with nobody at no place: it may be in another century and takes nothing of the day.</summary>
    private static bool IsNowhere(VisitOptions visit) => visit.Visit.Fixed is not null && visit.Visit.Type.Segments.All(s => s.Needs.Count == 0 && s.Place is null);
}
