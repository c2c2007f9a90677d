namespace Fibril.Scheduling;

/// <summary>Sentences for the person at the desk: why a request is not in the plan, and what it turns on.</summary>
internal static class Reasons
{
    public static IReadOnlyList<Unserved> Of(DayPlan plan, Chances chances) => [.. Missing(plan).Select(r => chances.IsImpossible(r)
        ? new Unserved(r, UnservedCode.Impossible, Short(chances.Reason(r)))
        : new Unserved(r, UnservedCode.Outweighed, Short(Outweighed.Reason(plan, r, chances.IsOpen(r)))))];

    /// <summary>Why a day has no plan.</summary>
    public static string OfNoPlan(DayProblem day, IReadOnlyList<Visit> conflict, IReadOnlyList<VisitOptions> options, Effort effort) => Short(
        conflict is [var alone]
            ? $"The day has no plan because of {(alone.Fixed is null ? alone.Id : Name(day, alone))}: {Alone(day, options.First(o => o.Visit.Id == alone.Id), effort)}"
            : $"The day has no plan: {Names(day, conflict)} cannot all be served with the people, places and hours there are{Turns(day, conflict, effort)}.");

    /// <summary>Every request of a day without a plan gets the one sentence about the conflict.</summary>
    public static IReadOnlyList<Unserved> AllFor(DayPlan plan, string sentence) => [.. Missing(plan).Select(r => new Unserved(r, UnservedCode.DayInfeasible, sentence))];

    /// <summary>Why no plan serves it, given the promises that leave no way for it.</summary>
    public static string Impossible(DayProblem day, VisitOptions request, IReadOnlyList<Visit> against, Effort effort) => against.Count == 0
        ? Alone(day, request, effort)
        : $"{Between(day, request.Visit)} there is no way for it beside what is promised, {Names(day, against)}{Turns(day, [.. against, request.Visit], effort)}.";

    /// <summary>Why it cannot be served even if nothing else were asked of the day.</summary>
    private static string Alone(DayProblem day, VisitOptions visit, Effort effort) => visit switch
    {
        { Reason: { } reason, IsOutOfHours: false } => reason,
        { Visit.Fixed: not null } => $"It is fixed and cannot be kept, even on an empty day{Turns(day, [visit.Visit], effort)}.",
        _ => $"{Between(day, visit.Visit)} there is no way for it (at least {visit.Visit.Type.Shortest * day.Clock.Granularity} minutes), even if nothing else were asked of the day{Turns(day, [visit.Visit], effort)}.",
    };

    private static string Between(DayProblem day, Visit visit) => $"Between {day.Clock.Hour(visit.Earliest)} and {day.Clock.Hour(visit.Latest)}";

    private static string Turns(DayProblem day, IReadOnlyList<Visit> visits, Effort effort) => Cause.Of(day, visits, effort) is { } cause ? $": {cause}" : "";

    /// <summary>Requests that are not in the plan, in the order of the file.</summary>
    private static IEnumerable<Visit> Missing(DayPlan plan) =>
        plan.Problem.Visits.Where(v => !v.IsBooked && (plan.Table is null || plan.Table.Visits.All(p => p.Visit.Id != v.Id)));

    private static string Names(DayProblem day, IReadOnlyList<Visit> visits) =>
        string.Join(" and ", visits.Take(4).Select(v => Name(day, v))) + (visits.Count > 4 ? $" and {visits.Count - 4} more" : "");

    private static string Name(DayProblem day, Visit visit)
    {
        var (from, to) = (day.Clock.Hour(visit.Earliest), day.Clock.Hour(visit.Latest));
        return visit.Fixed is { } promised
            ? $"{visit.Id} (fixed, {from} to {to}{string.Concat(promised.SelectMany(s => s.Staff).Distinct(StringComparer.Ordinal).Take(2).Select(p => ", " + p))})"
            : $"{visit.Id} (between {from} and {to})";
    }

    private static string Short(string sentence) => sentence.Length <= 400 ? sentence : sentence[..397] + "...";
}
