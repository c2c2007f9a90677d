namespace Fibril.Scheduling;

/// <summary>
/// Improves a plan part by part: in each round two parts of the day are planned anew, side by side, from the same plan and the same numbers,
/// so that the rounds of a day are the same every time.
/// </summary>
internal sealed class LocalSearch(DayProblem day, IReadOnlyList<VisitOptions> options, Effort effort)
{
    private const int Sides = 2;

    private readonly Random chance = new(20_261_130);
    private int size = 8;

    /// <summary>The plan after at most so many rounds, or fewer when the last ones have brought nothing.</summary>
    /// <param name="aim">Sets what the part is planned for, given the plan so far.</param>
    /// <param name="isDone">Nothing better is possible.</param>
    public Timetable Improve(Timetable plan, int rounds, int patience, double wall, Action<DayModel, Timetable> aim, Func<bool> isDone, Action<Timetable> found)
    {
        var until = effort.Elapsed.TotalSeconds + wall;
        for (int round = 0, last = 0; round < rounds && round - last < patience && plan.Visits.Count > 0 && !isDone() && !effort.IsSpent && effort.Elapsed.TotalSeconds < until; round++)
        {
            var parts = Enumerable.Range(0, Sides).Select(_ => Neighbourhood.Choose(day, options, plan, chance, size)).ToList();
            var solved = new Solved[Sides];
            var start = plan;
            Parallel.For(0, Sides, i => solved[i] = Plan(parts[i], start, aim));
            size = Math.Clamp(size + solved.Sum(s => s.IsProven ? 1 : -1), 5, Math.Max(5, plan.Visits.Count));
            foreach (var better in solved.Select(s => s.Table).OfType<Timetable>().Select(Restored))
            {
                if (better.Beats(plan) || (!plan.Beats(better) && round % 2 == 0))
                {
                    (plan, last) = (better, better.Beats(plan) ? round + 1 : last);
                    found(plan);
                }
            }
        }

        return plan;
    }

    private Solved Plan(IReadOnlyList<VisitOptions> part, Timetable plan, Action<DayModel, Timetable> aim)
    {
        var model = new DayModel(day, part);
        model.Hint(plan);
        aim(model, plan);
        return Solver.Run(model, effort, Work.Part, isPart: true);
    }

    /// <summary>With the visits as they were asked for: a part holds what stays as if it had been promised.</summary>
    private Timetable Restored(Timetable table)
    {
        var asked = options.ToDictionary(o => o.Visit.Id, o => o.Visit, StringComparer.Ordinal);
        return table with { Visits = [.. table.Visits.Select(v => v with { Visit = asked[v.Visit.Id] })] };
    }
}
