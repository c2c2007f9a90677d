using System.Runtime.InteropServices;
using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>What each visit takes at least, if it is served, of something there is only so much of.</summary>
internal sealed record EnergyCut(int Capacity, int[] Energy);

/// <summary>
/// Implied sums: what the visits served must take of a team or of a kind of place between two times is at most what there is then.
/// They bound the weight from above long before the search has tried. Each holds by itself, so that those found when the time is up are as good as any.
/// </summary>
internal sealed class EnergyCuts
{
    /// <summary>Looks at one task or person in one window, for all teams and kinds together: some hundred million in a second. On a fine grid fewer windows are tried.</summary>
    public const long Enough = 20_000_000;

    /// <summary>Cuts for each team or kind in a model of the whole day, and for all together; more only slow the solver.</summary>
    public const int OfTeam = 40, OfModel = 800;

    /// <summary>Cuts that are kept of each team or kind, the tightest.</summary>
    public const int Kept = 400;

    private readonly IReadOnlyList<VisitOptions> visits;
    private readonly Effort effort;
    private readonly List<IReadOnlyList<EnergyCut>> found = []; // by team, then by kind of place; the tightest first

    public EnergyCuts(DayProblem day, IReadOnlyList<VisitOptions> visits, Effort effort)
    {
        (this.visits, this.effort) = (visits, effort);
        var teams = PeopleConstraints.Teams(visits);
        var kinds = day.Places.GroupBy(p => p.Kind, StringComparer.Ordinal).ToList();
        var share = Enough / Math.Max(1, teams.Count + kinds.Count);
        foreach (var team in teams)
        {
            Find(o => Tasks(o, team), within => team.Sum(p => Minutes(day.Staff[p], within)), team.Count, share);
        }

        foreach (var kind in kinds)
        {
            var turnover = day.Turnover[kind.Key];
            Find(o => Tasks(o, kind.Key, turnover), within => kind.Sum(p => Open(p, turnover, within)), kind.Count(), share);
        }
    }

    /// <summary>Looks taken so far.</summary>
    public long Looks { get; private set; }

    /// <summary>The tightest of each team and kind.</summary>
    /// <param name="each">Of one team or kind, at most.</param>
    /// <param name="all">Of all together, at most, where there are many teams.</param>
    public IEnumerable<EnergyCut> Tightest(int each, int all) => found.SelectMany(f => f.Take(Math.Min(each, Math.Max(1, all / found.Count))));

    /// <summary>Adds cuts to a model of the same visits.</summary>
    public static void Add(DayModel model, IEnumerable<EnergyCut> cuts)
    {
        foreach (var cut in cuts)
        {
            var members = Enumerable.Range(0, cut.Energy.Length).Where(i => cut.Energy[i] > 0).ToList();
            model.Cp.Add(LinearExpr.WeightedSum(members.Select(i => model.Visits[i].Present.AsExpr()), members.Select(i => (long)cut.Energy[i])) <= cut.Capacity);
        }
    }

    private void Find(Func<VisitOptions, IEnumerable<Task>> of, Func<Span, int> capacity, int owners, long share)
    {
        var byVisit = visits.Select(v => of(v).ToArray()).ToArray();
        var tasks = byVisit.SelectMany(t => t).ToArray();
        var most = (int)Math.Sqrt(share / (2.0 * (tasks.Length + owners))); // twice: each cut is reckoned again when it is written down
        var lows = Some(tasks.Select(t => t.Low), most);
        var highs = Some(tasks.Select(t => t.High + t.Length), most);
        var tight = new List<(Span Within, int There, double Share)>();
        foreach (var from in lows.TakeWhile(_ => !effort.IsSpent))
        {
            foreach (var within in highs.Where(to => to > from).Select(to => new Span(from, to)))
            {
                Looks += tasks.Length + owners;
                var (there, asked) = (capacity(within), Asked(tasks, within));
                if (asked > there)
                {
                    tight.Add((within, there, (double)asked / Math.Max(1, there)));
                }
            }
        }

        found.Add([.. tight.OrderByDescending(t => t.Share).TakeWhile(_ => !effort.IsSpent).Select(t => Cut(byVisit, t.Within, t.There)).DistinctBy(c => c.Energy, Same.Numbers).Take(Kept)]);
        Looks += (long)tight.Count * tasks.Length;
    }

    private static EnergyCut Cut(Task[][] byVisit, Span within, int there) => new(there, [.. byVisit.Select(t => Asked(t, within))]);

    private static int Asked(Task[] tasks, Span within)
    {
        var asked = 0;
        foreach (var task in tasks)
        {
            asked += task.Count * Least(task.Low, task.High, task.Length, within);
        }

        return asked;
    }

    /// <summary>All of these times or, of more than may be, so many spread over them.</summary>
    private static List<int> Some(IEnumerable<int> times, int most)
    {
        var all = times.Distinct().Order().ToList();
        return all.Count <= Math.Max(2, most) ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * (all.Count - 1) / (most - 1))])];
    }

    /// <summary>What only this team can do.</summary>
    private static IEnumerable<Task> Tasks(VisitOptions visit, SortedSet<int> team) => visit.Visit.Type.Segments
        .Select((s, i) => new Task(visit.People[i].Count(team.IsSupersetOf), visit.Lows[i], visit.Highs[i], s.Length)).Where(t => t.Count > 0);

    private static IEnumerable<Task> Tasks(VisitOptions visit, string kind, int turnover) => visit.Visit.Type.Stays.Where(s => s.Kind == kind)
        .Select(s => new Task(1, visit.Lows[s.First], visit.Highs[s.First], visit.Shortest(s) + turnover));

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

    /// <summary>So many people, or one place, for so long, starting between two limits.</summary>
    private readonly record struct Task(int Count, int Low, int High, int Length);

    private sealed class Same : IEqualityComparer<int[]>
    {
        public static readonly Same Numbers = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] numbers)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
