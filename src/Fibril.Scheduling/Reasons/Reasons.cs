namespace Fibril.Scheduling;

/// <summary>Sentences for the person at the desk: why a request is not in the plan, and what it turns on.</summary>
internal static class Reasons
{
    public static IReadOnlyList<Unserved> Of(DayPlan plan, Chances chances) => [.. Missing(plan).Select(r => chances.IsImpossible(r)
        ? new Unserved(r, UnservedCode.Impossible, Short(chances.Reason(r)))
        : new Unserved(r, UnservedCode.Outweighed, Short(Outweighed.Reason(plan, r, chances.IsOpen(r)))))];

    /// <summary>Why a day has no plan.</summary>
    public static string OfNoPlan(DayPlan plan, IReadOnlyList<Visit> conflict, IReadOnlyList<VisitOptions> options) => Short(
        conflict is [var alone] && options.First(o => o.Visit.Id == alone.Id).Reason is { } reason
            ? $"The day has no plan because of {Name(plan.Problem, alone)}: {reason}"
            : $"The day has no plan: {Names(plan.Problem, conflict)} cannot {(conflict.Count == 1 ? "be served" : "all be served")} with the people, places and hours there are.");

    /// <summary>Every request of a day without a plan gets the one sentence about the conflict.</summary>
    public static IReadOnlyList<Unserved> AllFor(DayPlan plan, string sentence) => [.. Missing(plan).Select(r => new Unserved(r, UnservedCode.DayInfeasible, sentence))];

    /// <summary>Why no plan serves it, given the promises that leave no way for it.</summary>
    public static string Impossible(DayProblem day, Visit request, IReadOnlyList<Visit> against) => against.Count == 0
        ? $"Between {day.Clock.Hour(request.Earliest)} and {day.Clock.Hour(request.Latest)} the hours and breaks of the people and the hours of the places leave no way for it, even on an empty day."
        : $"Between {day.Clock.Hour(request.Earliest)} and {day.Clock.Hour(request.Latest)} there is no way for it beside what is promised: {Names(day, against)}.";

    /// <summary>Requests that are not in the plan, in the order of the file.</summary>
    private static IEnumerable<Visit> Missing(DayPlan plan) =>
        plan.Problem.Visits.Where(v => !v.IsBooked && (plan.Table is null || plan.Table.Visits.All(p => p.Visit.Id != v.Id)));

    private static string Names(DayProblem day, IReadOnlyList<Visit> visits) =>
        string.Join(" and ", visits.Take(4).Select(v => Name(day, v))) + (visits.Count > 4 ? $" and {visits.Count - 4} more" : "");

    private static string Name(DayProblem day, Visit visit)
    {
        var when = $"{day.Clock.Hour(visit.Earliest)} to {day.Clock.Hour(visit.Latest)}";
        return visit.Fixed is { } promised
            ? $"{visit.Id} (fixed, {when}{string.Concat(promised.SelectMany(s => s.Staff).Distinct(StringComparer.Ordinal).Take(2).Select(p => ", " + p))})"
            : $"{visit.Id} (between {when})";
    }

    private static string Short(string sentence) => sentence.Length <= 400 ? sentence : sentence[..397] + "...";
}
