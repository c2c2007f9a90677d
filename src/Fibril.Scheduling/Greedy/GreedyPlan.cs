namespace Fibril.Scheduling;

/// <summary>First plans, made in milliseconds: the search begins at the best of them. The first order is always tried: it takes milliseconds, and without it there is nothing to give.</summary>
internal static class GreedyPlan
{
    /// <summary>Only what must be; null when no order found a way, which is no proof.</summary>
    public static Timetable? Promises(DayProblem day, IReadOnlyList<VisitOptions> options, Effort effort)
    {
        var must = options.Where(o => o.Visit.Must).ToList();
        Func<VisitOptions, int>[] orders = [o => o.Highs[0] - o.Lows[0], o => o.Highs[0], o => -o.Visit.Type.Shortest];
        foreach (var order in orders.TakeWhile((_, i) => i == 0 || !effort.IsSpent))
        {
            var roster = new Roster(day, options);
            foreach (var booked in must.Where(o => o.Visit.Fixed is not null))
            {
                roster.Add(booked);
            }

            if (roster.AddBreaks() && must.Where(o => o.Visit.Fixed is null).OrderBy(order).All(roster.Add) && DayChecker.Check(day, roster.Table).Count == 0)
            {
                return roster.Table;
            }
        }

        return null;
    }

    /// <summary>The promises and as many requests as fit, by several orders; the best of them. The first order is always tried: it takes milliseconds, and without it there is nothing to give.</summary>
    public static Timetable Fill(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable promises, Effort effort)
    {
        var requests = options.Where(o => !o.Visit.Must && o.Reason is null).ToList();
        Func<VisitOptions, double>[] orders =
        [
            o => -(double)o.Visit.Weight / Work(o.Visit), // worth for the time it takes of people
            o => -o.Visit.Weight,
            o => o.Highs[0],
            o => (o.Highs[0] - o.Lows[0]) / (double)o.Visit.Weight,
            o => -(double)o.Visit.Weight / o.Visit.Type.Shortest,
        ];
        var best = promises;
        foreach (var order in orders.TakeWhile((_, i) => i == 0 || !effort.IsSpent))
        {
            var roster = new Roster(day, options).Take(promises);
            foreach (var request in requests.OrderBy(order))
            {
                roster.Add(request);
            }

            best = roster.Table.Beats(best) && DayChecker.Check(day, roster.Table).Count == 0 ? roster.Table : best;
        }

        return best;
    }

    private static int Work(Visit visit) => Math.Max(1, visit.Type.Segments.Sum(s => s.Length * s.Needs.Count));
}
