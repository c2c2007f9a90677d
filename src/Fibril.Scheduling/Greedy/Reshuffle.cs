namespace Fibril.Scheduling;

/// <summary>
/// Improves a plan by thousands of small guesses: some visits near a moment are taken out, and they and those not served are put back in
/// another order. Milliseconds each, so that the solver begins near the best.
/// </summary>
internal sealed class Reshuffle(DayProblem day, IReadOnlyList<VisitOptions> options, Effort effort)
{
    /// <summary>Steps for one visit: a guess is cheaper than a proof.</summary>
    private const int Patience = 300;

    /// <summary>Visits not served that one guess tries to add.</summary>
    private const int Others = 10;

    private readonly Roster pattern = new(day, options);

    /// <summary>What a unit of weight may cost in units waited, while weight is looked for.</summary>
    private const int Worth = 12;

    /// <summary>The best of some rows of guesses, side by side; the same every time.</summary>
    /// <param name="isStrict">Never through a worse plan: for what is left when the weight is settled.</param>
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
        var (best, at) = (plan, plan);
        var until = effort.Elapsed.TotalSeconds + (effort.Left / 3); // a guard, as the wall clock always is here
        for (var i = 0; i < guesses && !effort.IsSpent && effort.Elapsed.TotalSeconds < until; i++)
        {
            if (Guess(at, chance) is { } next && (isStrict ? !at.Beats(next) : Score(next) >= Score(at) - (chance.Next(20) == 0 ? 2 * Worth : 2)))
            {
                at = next;
                best = at.Beats(best) ? at : best;
            }

            at = i % 200 == 199 && at.Weight < best.Weight ? best : at; // back from a way that led down
        }

        return best;

        static int Score(Timetable table) => (table.Weight * Worth) - table.Waiting;
    }

    private Timetable? Guess(Timetable plan, Random chance)
    {
        var centre = chance.Next(plan.Visits.Min(v => v.Start), plan.Visits.Max(v => v.End) + 1);
        var spread = chance.Next(4, 40);
        var gone = plan.Visits.Where(v => v.Visit.Fixed is null).OrderBy(v => Math.Abs(((v.Start + v.End) / 2) - centre) + chance.Next(spread))
            .Take(chance.Next(2, 10)).Select(v => v.Visit.Id).ToHashSet(StringComparer.Ordinal);
        var moved = plan.Breaks.Where(_ => chance.Next(12) == 0).ToHashSet();
        var roster = pattern.Empty(Patience).Take(new([.. plan.Visits.Where(v => !gone.Contains(v.Visit.Id))], [.. plan.Breaks.Where(b => !moved.Contains(b))]));
        foreach (var rest in moved)
        {
            var person = day.Staff.Index().First(p => p.Item.Id == rest.Staff);
            var limits = person.Item.Breaks.First(b => b.Name == rest.Name);
            if (!roster.Add(person.Index, limits, chance.Next(limits.Earliest, limits.Latest - limits.Length + 1)))
            {
                return null;
            }
        }

        var served = plan.Visits.Select(v => v.Visit.Id).ToHashSet(StringComparer.Ordinal);
        var byWork = chance.Next(2) == 0;
        double Key(VisitOptions o) => (1.0 + o.Visit.Weight) / (byWork ? o.Visit.Type.Shortest : 1) * (0.4 + chance.NextDouble());
        var others = options.Where(o => !served.Contains(o.Visit.Id) && o.Reason is null).OrderByDescending(Key).Take(Others);
        var again = options.Where(o => gone.Contains(o.Visit.Id)).Concat(others).OrderByDescending(o => o.Visit.Must).ThenByDescending(Key).ToList();
        foreach (var visit in again)
        {
            var from = chance.Next(3) == 0 ? chance.Next(visit.Lows[0], visit.Highs[0] + 1) : visit.Lows[0];
            if (!roster.Add(visit, from) && visit.Visit.Must)
            {
                return null;
            }
        }

        return roster.Table;
    }
}
