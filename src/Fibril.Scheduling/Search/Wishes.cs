using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>Among plans that are equal on all levels: as many wishes for a person as can be granted; first by other people at the same times, then by other times.</summary>
internal static class Wishes
{
    /// <param name="options">All that may be served.</param>
    public static Timetable Grant(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable table, Effort effort)
    {
        var best = Exchange.Of(table);
        foreach (var isFree in new[] { false, true })
        {
            if (!effort.IsSpent && best.Visits.Any(v => v.Visit is { Preferred.Strict: false, Fixed: null } && !IsGranted(v))
                && Solved(day, options, best, isFree, effort) is { } other && Count(other) > Count(best) && !table.Beats(other))
            {
                best = other;
            }
        }

        return best;
    }

    /// <summary>Whether the person wished for leads.</summary>
    public static bool IsGranted(PlannedVisit planned) => planned.Visit.Type.Lead is not { } lead || Grants(planned.Visit, planned.Segments[lead]);

    /// <summary>Whether a lead segment is in the hands that the visit wishes for.</summary>
    public static bool Grants(Visit visit, PlannedSegment lead) => visit.Preferred is not { } wish || wish.Ids.Contains(lead.Staff[0]);

    private static int Count(Timetable table) => table.Visits.Count(v => v.Visit.Preferred is { Strict: false } && IsGranted(v));

    private static Timetable? Solved(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable table, bool isFree, Effort effort)
    {
        var served = table.Visits.ToDictionary(v => v.Visit.Id, StringComparer.Ordinal);
        var model = new DayModel(day, isFree ? options : options.Where(o => served.ContainsKey(o.Visit.Id)).Select(o => o with { Visit = o.Visit with { Must = true } }));
        model.Hint(table);
        foreach (var visit in model.Visits)
        {
            if (isFree)
            {
                model.Cp.Add(visit.End <= table.Finish!.Value).OnlyEnforceIf(visit.Present);
                continue;
            }

            visit.Free.ForEach(f => model.Cp.Add(f.Variable == served[visit.Visit.Id].Segments[f.Segment].Start));
        }

        if (isFree)
        {
            model.Cp.Add(model.Weight >= table.Weight);
            model.Cp.Add(model.Waiting <= table.Waiting);
        }

        model.Cp.Maximize(LinearExpr.Sum(model.Visits.SelectMany(v => Granting(day, v))));
        var found = Solver.Run(model, effort, isFree ? Work.FreeWishes : Work.Wishes, 2).Table;
        var asked = options.ToDictionary(o => o.Visit.Id, o => o.Visit, StringComparer.Ordinal);
        return found is null ? null : Exchange.Of(found with { Visits = [.. found.Visits.Select(v => v with { Visit = asked[v.Visit.Id] })] });
    }

    private static IEnumerable<LinearExpr> Granting(DayProblem day, VisitVariables visit) =>
        visit.Visit is { Preferred: { Strict: false } wish, Type.Lead: { } lead, Fixed: null }
            ? visit.People[lead][0].Where(c => wish.Ids.Contains(day.Staff[c.Person].Id)).Select(c => c.Chosen.AsExpr())
            : [];
}
