using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>Among plans that are equal on all levels: as many wishes for a person as the same times allow.</summary>
internal static class Wishes
{
    public static Timetable Grant(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable table, Effort effort)
    {
        var served = table.Visits.ToDictionary(v => v.Visit.Id, StringComparer.Ordinal);
        if (effort.IsSpent || !table.Visits.Any(v => v.Visit is { Preferred.Strict: false, Fixed: null } && !IsGranted(v)))
        {
            return table;
        }

        var model = new DayModel(day, options.Where(o => served.ContainsKey(o.Visit.Id)).Select(o => o with { Visit = o.Visit with { Must = true } }));
        model.Hint(table);
        var wishes = new List<LinearExpr>();
        foreach (var visit in model.Visits)
        {
            foreach (var (variable, segment) in visit.Free)
            {
                model.Cp.Add(variable == served[visit.Visit.Id].Segments[segment].Start);
            }

            if (visit.Visit is { Preferred: { Strict: false } wish, Type.Lead: { } lead, Fixed: null })
            {
                wishes.AddRange(visit.People[lead][0].Where(c => wish.Ids.Contains(day.Staff[c.Person].Id)).Select(c => c.Chosen.AsExpr()));
            }
        }

        model.Cp.Maximize(LinearExpr.Sum(wishes));
        var granted = Solver.Run(model, effort, Work.Wishes, 2).Table;
        return granted is null ? table : granted with { Visits = [.. granted.Visits.Select(v => v with { Visit = served[v.Visit.Id].Visit })] };
    }

    private static bool IsGranted(PlannedVisit planned) =>
        planned.Visit.Type.Lead is not { } lead || planned.Visit.Preferred!.Ids.Contains(planned.Segments[lead].Staff[0]);
}
