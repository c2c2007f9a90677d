using System.Globalization;
using Fibril.Scheduling;

namespace Fibril.Pathway.Bookings;

/// <summary>A day plan for people: the visits as they begin, the breaks, who is not served and why.</summary>
internal static class PlanDayText
{
    public static IEnumerable<string> Lines(DayPlan plan) => plan.Table is { } table ? Plan(plan, table) : NoPlan(plan);

    private static IEnumerable<string> Plan(DayPlan plan, Timetable table)
    {
        var (clock, numbers) = (plan.Problem.Clock, DayStatistics.Of(plan));
        yield return string.Create(CultureInfo.InvariantCulture, $"{clock.Date:uuuu-MM-dd}: {numbers.PatientsServed} patients, weight {table.Weight} of at most {plan.Bound} ({Proof(plan)}).");
        yield return string.Create(CultureInfo.InvariantCulture, $"Waiting {numbers.WaitingMinutesTotal} min in all, {numbers.WaitingMinutesMax} at most; {(table.Finish is { } end ? $"the last visit ends at {clock.Hour(end)}" : "no visits")}; practitioners are in segments for {numbers.PractitionerUtilisation * 100:0} % of their time.");
        foreach (var visit in table.Visits)
        {
            yield return "";
            yield return $"{visit.Visit.Id} ({visit.Visit.Type.Title ?? visit.Visit.Type.Id})";
            foreach (var (segment, i) in visit.Segments.Select((s, i) => (s, i)))
            {
                yield return $"  {clock.Hour(segment.Start)}-{clock.Hour(visit.Of(i).To)}  {visit.Visit.Type.Segments[i].Name,-28}{string.Join(" + ", segment.Staff),-16}{segment.Place}".TrimEnd();
            }
        }

        foreach (var line in table.Breaks.Select(b => $"  {clock.Hour(b.Time.From)}-{clock.Hour(b.Time.To)}  {b.Name,-28}{b.Staff}").Prepend("Breaks").Prepend("").Where(_ => table.Breaks.Count > 0))
        {
            yield return line;
        }

        foreach (var line in plan.Unserved.Select(u => $"  {u.Request.Id}: {u.Reason}").Prepend("Not served").Prepend("").Where(_ => plan.Unserved.Count > 0))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> NoPlan(DayPlan plan) =>
    [
        $"There is no plan for this day. These cannot all be served: {string.Join(", ", plan.Conflict)}.",
        plan.ConflictReason ?? "",
        .. plan.Unserved.Count > 0 ? [$"So nobody who asks is served: {string.Join(", ", plan.Unserved.Select(u => u.Request.Id))}."] : Array.Empty<string>(),
    ];

    private static string Proof(DayPlan plan) => plan.Proven switch
    {
        4 => "proven best in weight, waiting and finish",
        3 => "proven best in weight and waiting",
        2 => "weight proven best",
        _ => string.Create(CultureInfo.InvariantCulture, $"at most {plan.Gap * 100:0.0} % below the best there can be"),
    };
}
