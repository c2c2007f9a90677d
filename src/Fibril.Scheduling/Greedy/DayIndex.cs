namespace Fibril.Scheduling;

/// <summary>Numbers in place of names, for a day that is asked of often.</summary>
internal sealed class DayIndex(DayProblem day, IReadOnlyList<VisitOptions> options)
{
    public Axis Axis { get; } = Axis.Of(day, options);

    public IReadOnlyDictionary<string, int> Person { get; } = Numbered(day.Staff.Select(p => p.Id));

    public IReadOnlyDictionary<string, int> Place { get; } = Numbered(day.Places.Select(p => p.Id));

    public IReadOnlyDictionary<string, int> Visit { get; } = Numbered(options.Select(o => o.Visit.Id));

    /// <summary>Units between two stays, by place.</summary>
    public int[] Turnover { get; } = [.. day.Places.Select(p => day.Turnover[p.Kind])];

    /// <summary>How many teams need a person: whoever is in fewer is taken first.</summary>
    public int[] Wanted { get; } = Count(day, PeopleConstraints.Teams(options));

    private static Dictionary<string, int> Numbered(IEnumerable<string> names) => names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);

    private static int[] Count(DayProblem day, IReadOnlyList<SortedSet<int>> teams) => [.. day.Staff.Select((_, i) => teams.Count(t => t.Contains(i)))];
}
