using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>What each visit takes at least, if it is served, of something there is only so much of.</summary>
internal sealed record EnergyCut(int Capacity, int[] Energy);

/// <summary>
/// Implied sums: what the visits served must take of a team or of a kind of place between two times is at most what there is then.
/// They bound the weight from above long before the search has tried.
/// </summary>
internal static class EnergyCuts
{
    /// <summary>Cuts for each team or kind in the whole model; the tightest are kept, more only slow the solver.</summary>
    public const int Most = 40;

    /// <summary>Adds the tightest cuts to a model.</summary>
    /// <param name="known">Found before for the same visits; null to find them.</param>
    public static void Add(DayModel model, IReadOnlyList<EnergyCut>? known)
    {
        foreach (var cut in known ?? [.. Find(model.Day, [.. model.Visits.Select(v => v.Options)], Most)])
        {
            var members = Enumerable.Range(0, cut.Energy.Length).Where(i => cut.Energy[i] > 0).ToList();
            model.Cp.Add(LinearExpr.WeightedSum(members.Select(i => model.Visits[i].Present.AsExpr()), members.Select(i => (long)cut.Energy[i])) <= cut.Capacity);
        }
    }

    /// <param name="most">Cuts for each team or kind of place.</param>
    public static IEnumerable<EnergyCut> Find(DayProblem day, IReadOnlyList<VisitOptions> visits, int most)
    {
        foreach (var team in PeopleConstraints.Teams(visits))
        {
            var tasks = visits.Select(v => v.Visit.Type.Segments
                .Select((s, i) => (Count: v.People[i].Count(p => team.IsSupersetOf(p)), Low: v.Lows[i], High: v.Highs[i], s.Length))
                .Where(t => t.Count > 0).ToList()).ToList();
            foreach (var cut in Find(tasks, within => team.Sum(p => Minutes(day.Staff[p], within)), most))
            {
                yield return cut;
            }
        }

        foreach (var kind in day.Places.GroupBy(p => p.Kind, StringComparer.Ordinal))
        {
            var turnover = day.Turnover[kind.Key];
            var tasks = visits.Select(v => v.Visit.Type.Stays.Where(s => s.Kind == kind.Key)
                .Select(s => (1, v.Lows[s.First], v.Highs[s.First], v.Shortest(s) + turnover)).ToList()).ToList();
            foreach (var cut in Find(tasks, within => kind.Sum(p => Open(p, turnover, within)), most))
            {
                yield return cut;
            }
        }
    }

    private static IEnumerable<EnergyCut> Find(List<List<(int Count, int Low, int High, int Length)>> tasks, Func<Span, int> capacity, int most)
    {
        var lows = tasks.SelectMany(t => t).Select(t => t.Low).Distinct().Order().ToList();
        var highs = tasks.SelectMany(t => t).Select(t => t.High + t.Length).Distinct().Order().ToList();
        var cuts = new List<EnergyCut>();
        foreach (var within in lows.SelectMany(from => highs.Where(to => to > from).Select(to => new Span(from, to))))
        {
            var energy = tasks.Select(v => v.Sum(t => t.Count * Least(t.Low, t.High, t.Length, within))).ToArray();
            var there = capacity(within);
            if (energy.Sum() > there)
            {
                cuts.Add(new(there, energy));
            }
        }

        return cuts.OrderByDescending(c => (double)c.Energy.Sum() / Math.Max(1, c.Capacity)).DistinctBy(c => string.Join(' ', c.Energy)).Take(most);
    }

    /// <summary>What a task takes of an interval wherever it is put between its limits: least at one of them.</summary>
    private static int Least(int low, int high, int length, Span within) =>
        Math.Min(new Span(low, low + length).Common(within), new Span(high, high + length).Common(within));

    private static int Minutes(Person person, Span within) =>
        person.Work.Sum(w => w.Common(within)) - person.Breaks.Sum(b => Least(b.Earliest, b.Latest - b.Length, b.Length, within));

    /// <summary>Open time, and the last turnover, which may run past closing; holes shorter than the turnover count once.</summary>
    private static int Open(Place place, int turnover, Span within)
    {
        var (sum, until) = (0, int.MinValue);
        foreach (var open in place.Open)
        {
            sum += new Span(Math.Max(open.From, until), open.To + turnover).Common(within);
            until = open.To + turnover;
        }

        return sum;
    }
}
