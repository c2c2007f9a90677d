using System.Globalization;

namespace Fibril.Scheduling;

/// <summary>Why a request lost: what is fullest in its window, and who has it.</summary>
internal static class Outweighed
{
    /// <param name="isOpen">Whether it could be served at all was not decided in the time.</param>
    public static string Reason(DayPlan plan, Visit request, bool isOpen)
    {
        var (day, clock) = (plan.Problem, plan.Problem.Clock);
        var window = new Span(request.Earliest, request.Latest);
        var fullest = Team(plan, request, window).Concat(Sites(plan, request, window)).OrderByDescending(f => f.Share).DefaultIfEmpty(("the day", false, 100)).First();
        var lost = plan.Proven >= 2 ? "the requests that were served weigh more together" : "the best plan found serves others";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(isOpen ? "No way to serve it was found in the time" : $"It could be served, but {lost}")}: between {clock.Hour(window.From)} and {clock.Hour(window.To)} {fullest.Who} {(fullest.Many ? "are" : "is")} taken for {fullest.Share:0} % of the time there is.");
    }

    private static IEnumerable<(string Who, bool Many, double Share)> Team(DayPlan plan, Visit request, Span window)
    {
        foreach (var people in VisitOptions.Of(plan.Problem, request).People.SelectMany(n => n).DistinctBy(n => string.Join(' ', n)))
        {
            var ids = people.Select(p => plan.Problem.Staff[p].Id).ToList();
            var there = people.Sum(p => plan.Problem.Staff[p].Work.Sum(w => w.Common(window)));
            var taken = plan.Table!.Visits.Sum(v => v.Segments.Select((s, i) => s.Staff.Count(ids.Contains) * v.Of(i).Common(window)).Sum())
                + plan.Table.Breaks.Where(b => ids.Contains(b.Staff)).Sum(b => b.Time.Common(window));
            yield return (List(ids), ids.Count > 1, 100.0 * taken / Math.Max(1, there));
        }
    }

    private static IEnumerable<(string Who, bool Many, double Share)> Sites(DayPlan plan, Visit request, Span window)
    {
        foreach (var kind in request.Type.Stays.Select(s => s.Kind).Distinct(StringComparer.Ordinal))
        {
            var places = plan.Problem.Places.Where(p => p.Kind == kind).ToList();
            var there = places.Sum(p => p.Open.Sum(o => o.Common(window)));
            var taken = plan.Table!.Visits.Sum(v => v.Visit.Type.Stays.Where(s => s.Kind == kind)
                .Sum(s => v.Of(s) is var t ? (t with { To = t.To + plan.Problem.Turnover[kind] }).Common(window) : 0));
            yield return (List([.. places.Select(p => p.Id)]), places.Count > 1, Math.Min(100, 100.0 * taken / Math.Max(1, there)));
        }
    }

    private static string List(List<string> ids) => string.Join(", ", ids.Take(4)) + (ids.Count > 4 ? $" and {ids.Count - 4} more" : "");
}
