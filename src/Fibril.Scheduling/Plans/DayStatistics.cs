namespace Fibril.Scheduling;

/// <summary>What a plan comes to, in minutes and heads; all 0 on a day without a plan, but for the requests unserved.</summary>
/// <param name="PractitionerUtilisation">Minutes in segments of the people with the role <c>practitioner</c>, of their work minutes less breaks; 0 to 1.</param>
/// <param name="WaitingMinutesMax">Of one visit.</param>
public sealed record DayStatistics(int PatientsServed, int RequestsServed, int RequestsUnserved, double PractitionerUtilisation, int WaitingMinutesTotal, int WaitingMinutesMax)
{
    /// <summary>Counts a plan.</summary>
    public static DayStatistics Of(DayPlan plan)
    {
        var (day, visits) = (plan.Problem, plan.Table?.Visits ?? []);
        var served = visits.Count(v => !v.Visit.IsBooked);
        var practitioners = day.Staff.Where(p => p.Roles.Contains("practitioner")).ToList();
        var ids = practitioners.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var there = practitioners.Sum(p => p.Work.Sum(w => w.Length) - p.Breaks.Sum(b => b.Length));
        var busy = visits.Sum(v => v.Segments.Select((s, i) => s.Staff.Count(ids.Contains) * v.Visit.Type.Segments[i].Length).Sum());
        var grid = day.Clock.Granularity;
        return new(
            visits.Count,
            served,
            day.Visits.Count(v => !v.IsBooked) - served,
            there <= 0 ? 0 : (double)busy / there,
            visits.Sum(v => v.Waiting) * grid,
            visits.Select(v => v.Waiting).DefaultIfEmpty(0).Max() * grid);
    }
}
