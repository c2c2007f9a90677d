namespace Fibril.Scheduling;

/// <summary>
/// Improves a plan by many thousands of small guesses: some visits near a moment are taken out, and they and those not served are put back in
/// another order, often where the prices say that time is cheap. A worse plan is gone on with while it is early (simulated annealing).
/// </summary>
internal sealed class Reshuffle(DayProblem day, IReadOnlyList<VisitOptions> options, Prices prices, Effort effort)
{
    /// <summary>Tries for one visit: a guess is cheaper than a proof.</summary>
    private const int Patience = 400;

    /// <summary>What a unit of weight may cost in units waited, while weight is looked for.</summary>
    private const int Worth = 12;

    /// <summary>Visits not served that one guess tries to add.</summary>
    private const int Others = 12;

    /// <summary>How much worse in score a plan may be, at first and at last.</summary>
    private const double Hot = 5, Cold = 1.5;

    /// <summary>So much colder where only waiting and finish are left to gain.</summary>
    private const double Stricter = 16;

    private readonly Roster pattern = new(day, options);
    private readonly int[][] starts = [.. options.Select((_, i) => prices.Starts(i))];
    private readonly double[] costs = [.. options.Select((_, i) => prices.Cost(i))];

    /// <summary>The best of some rows of guesses, side by side; the same every time.</summary>
    /// <param name="isStrict">Never with less weight: for what is left when that is settled.</param>
    public Timetable Improve(Timetable plan, int guesses, bool isStrict = false)
    {
        if (plan.Visits.Count == 0)
        {
            return plan;
        }

        var found = new Timetable[2];
        Parallel.For(0, found.Length, i => found[i] = Row(plan, guesses, isStrict, new Random(17 + i)));
        return found.Where(f => DayChecker.Check(day, f).Count == 0).Aggregate(plan, (best, f) => f.Beats(best) ? f : best);
    }

    private Timetable Row(Timetable plan, int guesses, bool isStrict, Random chance)
    {
        var (at, next, best) = (pattern.Empty(Patience).Take(plan), pattern.Empty(Patience), pattern.Empty(Patience).Take(plan));
        var until = effort.Elapsed.TotalSeconds + (effort.Left / 2); // a guard, as the wall clock always is here
        for (var i = 0; i < guesses && !effort.IsSpent && effort.Elapsed.TotalSeconds < until; i++)
        {
            next.CopyFrom(at);
            var heat = Hot * Math.Pow(Cold / Hot, (double)i / guesses) / (isStrict ? Stricter : 1);
            if (Guess(next, chance) && Score(next) >= Score(at) + (heat * Math.Log(1 - chance.NextDouble())))
            {
                (at, next) = (next, at);
                if (Beats(at, best))
                {
                    best.CopyFrom(at);
                }
            }
        }

        return best.Table;

        double Score(Roster roster) => (roster.Weight * (isStrict ? 10_000.0 : Worth)) - roster.Waiting - ((roster.Finish ?? 0) * 0.001);
        static bool Beats(Roster one, Roster other) => (one.Weight, -one.Waiting, -one.Finish ?? 0).CompareTo((other.Weight, -other.Waiting, -other.Finish ?? 0)) > 0;
    }

    private bool Guess(Roster roster, Random chance)
    {
        var gone = Gone(roster, chance);
        var others = Enumerable.Range(0, options.Count).Where(i => roster.Visits[i] is null && options[i].Reason is null).ToList();
        foreach (var visit in gone)
        {
            roster.Remove(visit);
        }

        if (!MoveBreaks(roster, chance))
        {
            return false;
        }

        var way = chance.Next(3);
        double Key(int i) => (1.0 + options[i].Visit.Weight) / (way == 0 ? 1 : way == 1 ? options[i].Visit.Type.Shortest : costs[i] + 0.5) * (0.4 + chance.NextDouble());
        var again = gone.Select(i => (i, Key: Key(i))).Concat(others.Select(i => (i, Key: Key(i))).OrderByDescending(o => o.Key).Take(Others))
            .OrderByDescending(o => options[o.i].Visit.Must).ThenByDescending(o => o.Key);
        var isPriced = chance.Next(2) == 0;
        var wait = chance.Next(3) == 0 ? 0 : chance.Next(2) == 0 ? 2 : Roster.Everlasting;
        foreach (var (visit, _) in again)
        {
            var isIn = isPriced ? roster.Add(visit, starts[visit], wait)
                : roster.Add(visit, chance.Next(3) == 0 ? chance.Next(options[visit].Lows[0], options[visit].Highs[0] + 1) : options[visit].Lows[0], wait);
            if (!isIn && options[visit].Visit.Must)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Visits that lie near each other.</summary>
    private List<int> Gone(Roster roster, Random chance)
    {
        var there = Enumerable.Range(0, options.Count).Where(i => roster.Visits[i] is not null && options[i].Visit.Fixed is null).ToList();
        if (there.Count == 0)
        {
            return there;
        }

        var chosen = roster.Visits[there[chance.Next(there.Count)]]!;
        var (centre, spread) = (chosen.Starts[0] + chosen.End, chance.Next(4, 40));
        return [.. there.OrderBy(i => Math.Abs(roster.Visits[i]!.Starts[0] + roster.Visits[i]!.End - centre) + (2 * chance.Next(spread))).Take(chance.Next(2, 6))];
    }

    private bool MoveBreaks(Roster roster, Random chance)
    {
        for (var p = 0; p < day.Staff.Count; p++)
        {
            for (var b = 0; b < day.Staff[p].Breaks.Count; b++)
            {
                var rest = day.Staff[p].Breaks[b];
                if (chance.Next(12) == 0)
                {
                    roster.Remove(p, b);
                    if (!roster.AddBreak(p, b, chance.Next(rest.Earliest, rest.Latest - rest.Length + 1)))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }
}
