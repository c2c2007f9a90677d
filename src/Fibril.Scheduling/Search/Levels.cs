namespace Fibril.Scheduling;

/// <summary>
/// Weight, then waiting, then finish: each level is searched among the plans that are best on those before. A small day is proven by the
/// whole model at once; for a large one, turns of the whole model, which bounds, and of the search around the plan, which improves, follow each other.
/// </summary>
internal sealed class Levels(DayProblem day, IReadOnlyList<VisitOptions> options, Prices prices, int bound, EnergyCuts cuts, Effort effort, Action<DayProgress> progress)
{
    private readonly LocalSearch around = new(day, options, effort);

    /// <summary>The same for every model of the whole day.</summary>
    private readonly List<EnergyCut> tightest = [.. cuts.Tightest(EnergyCuts.OfTeam, EnergyCuts.OfModel)];

    /// <summary>The best timetable so far.</summary>
    public Timetable Best { get; private set; } = new([], []);

    /// <summary>Proven levels, from the first on.</summary>
    public int Proven { get; private set; } = 1;

    /// <summary>No plan has more weight.</summary>
    public int Bound { get; private set; } = bound;

    public void Run(Timetable first)
    {
        Best = Symmetries.Canonical(day, options, first);
        Weight();
        Proven = Best.Weight == Bound ? 2 : 1;
        Proven += Waiting() && Proven == 2 ? 1 : 0;
        Proven += Finish() && Proven == 3 ? 1 : 0;
        Proven = Math.Max(Proven, Best.Weight == Bound ? 2 : 1); // the later levels may have found the weight that the bound allows
    }

    private void Weight()
    {
        var until = effort.Left * 0.65;
        Turn(DayLevel.Weight, options.Count > Work.Small ? Work.WeightOfMany : Work.Weight, until, () => Best.Weight >= Bound, Whole, (model, plan) =>
        {
            model.Cp.Add(model.Weight >= plan.Weight);
            model.Cp.Maximize(model.Weight);
        });

        bool Whole(double work, double wall)
        {
            var model = new DayModel(day, options, tightest);
            model.Hint(Best);
            model.Cp.Maximize(model.Weight);
            var solved = Solver.Run(model, effort, work, wall, (weight, bound) => progress(new(effort.Elapsed, DayLevel.Weight, (int)weight, Floor(bound))));
            Keep(solved.Table);
            Bound = solved.Table is null ? Bound : Math.Max(Best.Weight, Floor(solved.Bound)); // without a solution the solver tells no bound
            return Best.Weight >= Bound;
        }

        int Floor(double bound) => Math.Min(Bound, (int)Math.Floor(bound + 1e-6));
    }

    private bool Waiting()
    {
        Rearrange();
        var least = options.Where(o => o.Visit.Fixed is not null).Sum(o => new PlannedVisit(o.Visit, o.Visit.Fixed!).Waiting);
        return Turn(DayLevel.Waiting, Work.Waiting, effort.Left * 0.55, () => Best.Waiting <= least, Whole, (model, plan) =>
        {
            model.Cp.Add(model.Weight >= plan.Weight);
            model.Cp.Minimize(model.Waiting);
        });

        bool Whole(double work, double wall)
        {
            var model = Among(Best.Weight);
            model.Cp.Minimize(model.Waiting);
            var solved = Solver.Run(model, effort, work, wall);
            Keep(solved.Table);
            return solved.IsProven;
        }
    }

    private bool Finish()
    {
        return Turn(DayLevel.Finish, Work.Finish, effort.Left * 0.9, () => Best.Visits.Count == 0, Whole, (model, plan) =>
        {
            model.Cp.Add(model.Weight >= plan.Weight);
            model.Cp.Add(model.Waiting <= plan.Waiting);
            model.Cp.Minimize(model.Finish());
        });

        bool Whole(double work, double wall)
        {
            var model = Among(Best.Weight);
            model.Cp.Add(model.Waiting <= Best.Waiting);
            model.Cp.Minimize(model.Finish());
            var solved = Solver.Run(model, effort, work, wall);
            Keep(solved.Table);
            return solved.IsProven;
        }
    }

    /// <summary>One level: the whole model for a while, the search around the plan, the whole model again from the better plan.</summary>
    private bool Turn(DayLevel level, Work.Shares work, double wall, Func<bool> isBest, Func<double, double, bool> whole, Action<DayModel, Timetable> aim)
    {
        progress(new(effort.Elapsed, level, Best.Weight, Bound));
        var start = effort.Elapsed.TotalSeconds;
        double Left() => Math.Max(0.01, wall - (effort.Elapsed.TotalSeconds - start));
        if (isBest() || (!effort.IsSpent && whole(work.First, Left() * 0.5)))
        {
            return true;
        }

        Keep(around.Improve(Best, work.Rounds, work.Patience, Left() * 0.8, aim, isBest, plan => { Keep(plan); progress(new(effort.Elapsed, level, Best.Weight, Bound)); }));
        return isBest() || (!effort.IsSpent && whole(work.Last, Left()));
    }

    /// <summary>Cheap guesses for waiting and finish; a small day needs none.</summary>
    private void Rearrange()
    {
        if (options.Count > Work.Small && !effort.IsSpent)
        {
            Keep(new Reshuffle(day, options, prices, effort).Improve(Best, Work.Guesses / 2, isStrict: true));
        }
    }

    private DayModel Among(int weight)
    {
        var model = new DayModel(day, options, tightest);
        model.Hint(Best);
        model.Cp.Add(model.Weight >= weight);
        return model;
    }

    private void Keep(Timetable? table)
    {
        if (table is not null && Symmetries.Canonical(day, options, table) is var canonical && canonical.Beats(Best))
        {
            Best = canonical;
        }
    }
}
