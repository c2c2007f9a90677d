namespace Fibril.Scheduling;

/// <summary>
/// What there is too little of: people who can stand in for each other, and places of one kind, unit by unit; and what everything that
/// is asked of the day takes of it. Who exactly and where exactly is left open, so that no plan takes more.
/// </summary>
internal sealed class Scarcity
{
    private readonly DayProblem day;
    private readonly IReadOnlyList<SortedSet<int>> teams;
    private readonly List<string> kinds;

    /// <param name="options">Visits that could be served if they were alone.</param>
    public Scarcity(DayProblem day, IReadOnlyList<VisitOptions> options)
    {
        (this.day, Axis, teams) = (day, Axis.Of(day, options), PeopleConstraints.Teams(options));
        kinds = [.. day.Places.Select(p => p.Kind).Distinct(StringComparer.Ordinal)];
        Capacity = [.. teams.Select(t => Count(t.Select(p => day.Staff[p].Work))), .. kinds.Select(k => Count(day.Places.Where(p => p.Kind == k).Select(p => p.Open.Select(o => o with { To = o.To + day.Turnover[k] }))))];
        Demands = [.. options.Select(Of), .. day.Staff.SelectMany((p, i) => p.Breaks.Select(b => Of(i, b)))];
    }

    public Axis Axis { get; }

    /// <summary>By team and kind of place, then by unit: how many there are.</summary>
    public IReadOnlyList<int[]> Capacity { get; }

    /// <summary>The visits, then the breaks.</summary>
    public IReadOnlyList<Demand> Demands { get; }

    /// <summary>Looks at one price of one start, in a round.</summary>
    public long Looks => Capacity.Sum(c => c.Length) + Demands.Sum(d => d.Steps.Sum(s => s.May.Length * (1L + s.Terms.Length)));

    private int[] Count(IEnumerable<IEnumerable<Span>> all)
    {
        var counts = new int[Axis.Length];
        foreach (var spans in all)
        {
            foreach (var unit in spans.SelectMany(s => Enumerable.Range(s.From - Axis.From, s.Length)).Where(u => u < counts.Length).Distinct())
            {
                counts[unit]++;
            }
        }

        return counts;
    }

    private Demand Of(VisitOptions options)
    {
        var segments = options.Visit.Type.Segments;
        return new(options.Visit.Weight, options.Visit.Must, [.. segments.Select((segment, s) => new Step(
            options.Lows[s] - Axis.From,
            [.. Enumerable.Range(options.Lows[s], options.Highs[s] - options.Lows[s] + 1).Select(t => options.People[s].All(n => n.Any(p => IsThere(p, t, segment.Length))))],
            (segment.Length + segment.GapAfter.Min, segment.Length + segment.GapAfter.Max),
            [.. People(options.People[s], segment.Length), .. Stays(options.Visit.Type, s)]))]);
    }

    private Demand Of(int person, Break rest)
    {
        var low = Math.Max(rest.Earliest, Axis.From); // its limits may lie outside all hours
        var high = Math.Min(rest.Latest, Axis.From + Axis.Length) - rest.Length;
        return new(0, Must: true, [new(
            low - Axis.From,
            [.. Enumerable.Range(low, high - low + 1).Select(t => IsThere(person, t, rest.Length))],
            (0, 0),
            [.. People([[person]], rest.Length)])]);
    }

    private bool IsThere(int person, int start, int length) => day.Staff[person].Work.Any(w => w.Covers(new(start, start + length)));

    private IEnumerable<Term> People(int[][] needs, int length) =>
        from team in Enumerable.Range(0, teams.Count)
        let count = needs.Count(n => teams[team].IsSupersetOf(n))
        where count > 0
        from term in new[] { new Term(team, count, length), new Term(team, -count, 0) }
        select term;

    /// <summary>From the start of a stay's first segment until its place is turned over.</summary>
    private IEnumerable<Term> Stays(VisitType type, int segment)
    {
        foreach (var stay in type.Stays)
        {
            var kind = teams.Count + kinds.IndexOf(stay.Kind);
            if (stay.First == segment)
            {
                yield return new(kind, -1, 0);
            }

            if ((stay.Holds ? stay.Last + 1 : stay.Last) == segment)
            {
                yield return new(kind, 1, (stay.Holds ? 0 : type.Segments[segment].Length) + day.Turnover[stay.Kind]);
            }
        }
    }
}
