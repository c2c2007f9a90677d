namespace Fibril.Scheduling;

/// <summary>The steps from a day to its plan.</summary>
internal sealed class DaySearch
{
    private readonly DayProblem day;
    private readonly Effort effort;
    private readonly Action<DayProgress> progress;
    private readonly List<VisitOptions> options;

    public DaySearch(DayProblem day, Effort effort, Action<DayProgress> progress)
    {
        (this.day, this.effort, this.progress) = (day, effort, progress);
        Tell(DayLevel.MustServe, 0, day.Visits.Sum(v => v.Weight));
        options = [.. day.Visits.Select(v => VisitOptions.Of(day, v))];
    }

    public DayPlan? Run()
    {
        var must = options.Where(o => o.Visit.Must).ToList();
        if (must.FirstOrDefault(o => o.Reason is not null) is { } hopeless)
        {
            return NoPlan([hopeless.Visit]);
        }

        var promises = GreedyPlan.Promises(day, options, effort);
        if (promises is null)
        {
            var solved = Solver.Run(DayModel.Whole(day, must, effort), effort, Work.Promises);
            if (solved.IsImpossible)
            {
                return NoPlan(Conflict.Of(day, must, effort));
            }

            promises = solved.Table;
        }

        return promises is null ? null : Best(promises);
    }

    private DayPlan Best(Timetable promises)
    {
        var chances = new Chances(day, options, promises, effort);
        var possible = options.Where(o => o.Visit.Must || !chances.IsImpossible(o.Visit)).ToList();
        var searching = effort.Sparing(chances.AnyOpen ? 8 : 1.5); // the rest is for wishes, and for what is open still
        var first = GreedyPlan.Fill(day, possible, promises, effort);
        Tell(DayLevel.Weight, first.Weight, possible.Sum(o => o.Visit.Weight));
        var cuts = new EnergyCuts(day, possible, searching);
        var ceiling = Ceiling.Of(possible, cuts, searching);
        Tell(DayLevel.Weight, first.Weight, ceiling);
        var prices = new Prices(new(day, possible));
        prices.Improve(Work.Prices, first.Weight, searching);
        var levels = new Levels(day, possible, prices, Math.Min(ceiling, (int)Math.Floor(prices.Bound + 1e-6)), cuts, searching, progress);
        Tell(DayLevel.Weight, first.Weight, levels.Bound);
        levels.Run(first.Weight < levels.Bound && possible.Count > Work.Small ? new Reshuffle(day, possible, prices, searching).Improve(first, Work.Guesses) : first);
        var found = effort.Elapsed;
        var table = Wishes.Grant(day, possible, levels.Best, effort);
        table = new([.. table.Visits.OrderBy(v => v.Start).ThenBy(v => v.Visit.Id, StringComparer.Ordinal)], table.Breaks);
        chances.Settle(table, effort);
        var plan = new DayPlan(day, levels.Proven == 4 ? DayStatus.Optimal : DayStatus.Feasible, levels.Proven, table, levels.Bound, [], [], found);
        return plan with { Unserved = Reasons.Of(plan, chances) };
    }

    private void Tell(DayLevel level, int weight, int bound) => progress(new(effort.Elapsed, level, weight, bound));

    private DayPlan NoPlan(IReadOnlyList<Visit> conflict)
    {
        var plan = new DayPlan(day, DayStatus.Infeasible, 0, null, 0, [], [.. conflict.Select(v => v.Id)], effort.Elapsed);
        var sentence = Reasons.OfNoPlan(day, conflict, options, effort.Within(4));
        return plan with { ConflictReason = sentence, Unserved = Reasons.AllFor(plan, sentence) };
    }
}
