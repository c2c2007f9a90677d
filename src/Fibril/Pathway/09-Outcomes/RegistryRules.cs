using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>The change on one scale in a group; null when too few were rated to say.</summary>
public sealed record ScaleGain(string Scale, MedianInterval? Gain);

/// <summary>A group of courses with everything that is said about it.</summary>
/// <param name="Name">The value; null where values that may not stand alone are merged: which they are is not told either.</param>
/// <param name="Gains">By scale; empty in a row of merged values, where scales say nothing together.</param>
public sealed record RegistryRow(string? Name, int Courses, int Sessions, int AdverseEvents, int Seen, int Waiting, int Lost, IReadOnlyList<ScaleGain> Gains)
{
    public bool IsMerged => Name is null;

    public decimal AdverseEventsPerSession => Sessions == 0 ? 0 : (decimal)AdverseEvents / Sessions;
}

/// <summary>All courses by one property.</summary>
public sealed record RegistryTable(string By, IReadOnlyList<RegistryRow> Rows);

/// <summary>A clinic's results.</summary>
/// <param name="All">Everything together; null when there are too few courses to show any number.</param>
public sealed record Registry(RegistryRow? All, IReadOnlyList<RegistryTable> Tables);

/// <summary>What a clinic's results are, and what may be shown of them.</summary>
public static class RegistryRules
{
    /// <summary>No number about fewer courses is shown, and no change of fewer ratings. Source: common practice of statistical offices.</summary>
    public const int Fewest = 5;

    /// <summary>A look that is overdue for longer counts as lost. Source: default.</summary>
    public const int GraceDays = 60;

    private static readonly (string By, Func<RegistryCourse, string> Of)[] Properties =
    [
        ("Indication", c => c.Indication), ("Device", c => c.Device), ("Depth", c => c.Depth), ("Phototype", c => c.Phototype),
    ];

    public static Registry Tables(IReadOnlyCollection<RegistryCourse> treated)
    {
        var courses = Counted(treated);
        if (courses.Count < Fewest || Properties.Any(p => courses.GroupBy(p.Of).Select(g => g.Count()).ToList() is var all && all.TrueForAll(c => c < Fewest) && TellsAll(all)))
        {
            return new(null, []);
        }

        // A scale belongs to an indication: beside another property it would tell how many there are of one that is merged.
        var alone = Groups(courses, c => c.Indication).Select(g => g.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(Row("all", courses, []), [.. Properties.Select(p => new RegistryTable(p.By, [.. Groups(courses, p.Of).Select(g => RowOf(g, alone))]))]);
    }

    /// <summary>Seen, lost, or not yet due for long enough to say. A look between two sessions says nothing about what came of the last.</summary>
    /// <param name="heldOn">Days on which looks were held.</param>
    /// <param name="dueOn">Days on which the open looks were or are due.</param>
    public static FollowUp FollowUpOf(IEnumerable<DateOnly> heldOn, IEnumerable<DateOnly> dueOn, DateOnly lastSession, DateOnly today) =>
        heldOn.Any(d => d > lastSession) ? FollowUp.Seen : dueOn.Any(d => d.AddDays(GraceDays) < today) ? FollowUp.Lost : FollowUp.Waiting;

    /// <summary>
    /// Without the courses whose rare values could be worked out: where all values under five of a property add up to fewer than five, they could not even
    /// stand together, and the sum of all would tell them. They are left out of every table, at most four for a property, until nothing changes any more.
    /// </summary>
    public static IReadOnlyCollection<RegistryCourse> Counted(IReadOnlyCollection<RegistryCourse> treated)
    {
        var before = treated;
        var counted = Properties.Aggregate(before, (left, p) =>
        {
            var rare = left.GroupBy(p.Of).Where(g => g.Count() < Fewest).SelectMany(g => g).ToHashSet();
            return rare.Count < Fewest ? [.. left.Where(c => !rare.Contains(c))] : left;
        });
        return counted.Count == before.Count ? counted : Counted(counted);
    }

    /// <summary>
    /// Which counts may not stand alone: those under <paramref name="fewest"/>. Were each as large as a small one can be, their sum would tell them all:
    /// then others go with them, in the order given. The order must not hang on the counts, or the choice itself would tell.
    /// </summary>
    /// <param name="counts">Of <see cref="Counted"/>: small ones add up to none or to at least <paramref name="fewest"/>.</param>
    public static IReadOnlyList<bool> Merged(IReadOnlyList<int> counts, int fewest = Fewest)
    {
        bool[] merged = [.. counts.Select(c => c < fewest)];
        while (merged.Contains(true) && merged.Contains(false) && TellsAll(counts.Where((_, i) => merged[i]), fewest))
        {
            merged[Array.IndexOf(merged, false)] = true;
        }

        return merged;
    }

    /// <summary>As many as if each were as large as a small one can be: who knows the sum and that all are small knows them all.</summary>
    private static bool TellsAll(IEnumerable<int> counts, int fewest = Fewest) => counts.ToList() is var all && all.Sum() == all.Count * (fewest - 1);

    /// <summary>Each value that may stand alone, then the others together.</summary>
    private static IEnumerable<(string? Name, IReadOnlyList<RegistryCourse> Courses)> Groups(IEnumerable<RegistryCourse> courses, Func<RegistryCourse, string> of)
    {
        var groups = courses.GroupBy(of).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Name: g.Key, Courses: g.ToList())).ToList();
        var merged = Merged([.. groups.Select(g => g.Courses.Count)]);
        foreach (var (name, alone) in groups.Where((_, i) => !merged[i]))
        {
            yield return (name, alone);
        }

        if (merged.Contains(true))
        {
            yield return (null, [.. groups.Where((_, i) => merged[i]).SelectMany(g => g.Courses)]);
        }
    }

    private static RegistryRow RowOf((string? Name, IReadOnlyList<RegistryCourse> Courses) group, HashSet<string> indications) =>
        Row(group.Name, group.Courses, group.Name is null ? [] : Gains(group.Courses.Where(c => indications.Contains(c.Indication))));

    private static RegistryRow Row(string? name, IReadOnlyCollection<RegistryCourse> courses, IReadOnlyList<ScaleGain> gains) => new(
        name,
        courses.Count,
        courses.Sum(c => c.Sessions),
        courses.Sum(c => c.AdverseEvents),
        courses.Count(c => c.FollowUp == FollowUp.Seen),
        courses.Count(c => c.FollowUp == FollowUp.Waiting),
        courses.Count(c => c.FollowUp == FollowUp.Lost),
        gains);

    private static IReadOnlyList<ScaleGain> Gains(IEnumerable<RegistryCourse> courses) =>
    [
        .. courses.Select(c => c.Result).OfType<CourseResult>().GroupBy(r => r.Scale).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ScaleGain(g.Key, g.Count() < Fewest ? null : MedianRules.Of(g.Select(r => r.Gain)))),
    ];
}
