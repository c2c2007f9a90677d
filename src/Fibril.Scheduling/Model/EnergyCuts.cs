using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>
/// Implied sums: what the visits served must take of a team or of a kind of place between two times is at most what there is then.
/// They bound the weight from above long before the search has tried.
/// </summary>
internal static class EnergyCuts
{
    /// <summary>Cuts for each team or kind; the tightest are kept, more only slow the solver.</summary>
    private const int Most = 40;

    public static void Add(DayModel model)
    {
        foreach (var team in PeopleConstraints.Teams(model.Visits.Select(v => v.Options)))
        {
            var tasks = model.Visits.Select(v => v.Visit.Type.Segments
                .Select((s, i) => (Count: v.Options.People[i].Count(p => team.IsSupersetOf(p)), Low: v.Options.Lows[i], High: v.Options.Highs[i], s.Length))
                .Where(t => t.Count > 0).ToList()).ToList();
            Add(model, tasks, within => team.Sum(p => Minutes(model.Day.Staff[p], within)));
        }

        foreach (var kind in model.Day.Places.GroupBy(p => p.Kind, StringComparer.Ordinal))
        {
            var turnover = model.Day.Turnover[kind.Key];
            var tasks = model.Visits.Select(v => v.Visit.Type.Stays.Where(s => s.Kind == kind.Key)
                .Select(s => (1, v.Options.Lows[s.First], v.Options.Highs[s.First], v.Options.Shortest(s) + turnover)).ToList()).ToList();
            Add(model, tasks, within => kind.Sum(p => Open(p, turnover, within)));
        }
    }

    private static void Add(DayModel model, List<List<(int Count, int Low, int High, int Length)>> tasks, Func<Span, int> capacity)
    {
        var lows = tasks.SelectMany(t => t).Select(t => t.Low).Distinct().Order().ToList();
        var highs = tasks.SelectMany(t => t).Select(t => t.High + t.Length).Distinct().Order().ToList();
        var cuts = new List<(double Tightness, int Capacity, int[] Energy)>();
        foreach (var within in lows.SelectMany(from => highs.Where(to => to > from).Select(to => new Span(from, to))))
        {
            var energy = tasks.Select(v => v.Sum(t => t.Count * Least(t.Low, t.High, t.Length, within))).ToArray();
            var (asked, there) = (energy.Sum(), capacity(within));
            if (asked > there)
            {
                cuts.Add(((double)asked / Math.Max(1, there), there, energy));
            }
        }

        foreach (var (_, there, energy) in cuts.OrderByDescending(c => c.Tightness).DistinctBy(c => string.Join(' ', c.Energy)).Take(Most))
        {
            var members = Enumerable.Range(0, energy.Length).Where(i => energy[i] > 0).ToList();
            model.Cp.Add(LinearExpr.WeightedSum(members.Select(i => (LinearExpr)(BoolVar)model.Visits[i].Present), members.Select(i => (long)energy[i])) <= there);
        }
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
