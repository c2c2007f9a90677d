namespace Fibril.Scheduling;

/// <summary>
/// What it turns on that some visits have no plan: the one thing that, if it were otherwise, would leave a way. It is tried, not guessed, so that
/// the sentence is true; nothing is said when no single thing does.
/// </summary>
internal sealed class Cause
{
    /// <summary>Things that are tried, at most; a large team has many people.</summary>
    private const int Tries = 60;

    private readonly DayProblem day;
    private readonly IReadOnlyList<Visit> visits;
    private readonly Effort effort;
    private readonly Span always;

    private Cause(DayProblem day, IReadOnlyList<Visit> visits, Effort effort)
    {
        (this.day, this.visits, this.effort) = (day, visits, effort);
        always = new(visits.Min(v => v.Earliest), visits.Max(v => v.Latest));
    }

    /// <summary>Half a sentence, or null.</summary>
    /// <param name="visits">Proven to have no plan together.</param>
    public static string? Of(DayProblem day, IReadOnlyList<Visit> visits, Effort effort) => new Cause(day, visits, effort).Find();

    private string? Find() => Breaks().Concat(Turnovers()).Concat(Places()).Concat(Hours()).Concat(People())
        .Take(Tries).FirstOrDefault(t => IsPossible(t.Otherwise)).Words;

    private IEnumerable<(DayProblem Otherwise, string Words)> Breaks()
    {
        foreach (var (person, rest) in Needed().SelectMany(p => p.Breaks.Select(b => (p, b))))
        {
            yield return (With(person, person with { Breaks = [.. person.Breaks.Where(b => b != rest)] }),
                $"{person.Id} has the break {rest.Name} ({Minutes(rest.Length)} minutes between {Hour(rest.Earliest)} and {Hour(rest.Latest)}), and without it there would be a way");
        }

        var all = Needed().Where(p => p.Breaks.Count > 0).ToList();
        yield return (day with { Staff = [.. day.Staff.Select(p => p with { Breaks = [] })] }, $"without the breaks of {List(all.Select(p => p.Id))} there would be a way");
    }

    private IEnumerable<(DayProblem Otherwise, string Words)> Turnovers() =>
        from kind in Kinds()
        where day.Turnover[kind] > 0
        let more = More(kind).Any(IsPossible) ? $", or with one more {kind}," : ""
        select (day with { Turnover = day.Turnover.ToDictionary(t => t.Key, t => t.Key == kind ? 0 : t.Value, StringComparer.Ordinal) },
            $"{List(Of(kind).Select(p => p.Id))} must be turned over for {Minutes(day.Turnover[kind])} minutes after every stay; without that{more} there would be a way");

    private IEnumerable<(DayProblem Otherwise, string Words)> Places() =>
        Kinds().SelectMany(kind => More(kind).Select(more => (more, $"with one more {kind} than {List(Of(kind).Select(p => p.Id))} there would be a way")));

    private IEnumerable<(DayProblem Otherwise, string Words)> Hours()
    {
        foreach (var person in Needed())
        {
            yield return (With(person, person with { Work = [always] }), $"{person.Id} works {Text(person.Work)}, and with longer hours there would be a way");
        }

        foreach (var kind in Kinds())
        {
            yield return (Open(kind), $"the hours of {List(Of(kind).Select(p => $"{p.Id} ({Text(p.Open)})"))} are too short, and with longer ones there would be a way");
        }

        yield return (day with { Staff = [.. day.Staff.Select(p => p with { Work = [always] })] }, $"the hours of {List(Needed().Select(p => $"{p.Id} ({Text(p.Work)})"))} are too short, and with longer ones there would be a way");
    }

    private IEnumerable<(DayProblem Otherwise, string Words)> People() =>
        Needed().Select(p => (day with { Staff = [.. day.Staff, p with { Id = p.Id + " ", Breaks = [] }] }, $"with one more person who can do what {p.Id} can, {Text(p.Work)}, there would be a way"));

    private bool IsPossible(DayProblem otherwise)
    {
        if (effort.IsSpent)
        {
            return false;
        }

        var options = visits.Select(v => VisitOptions.Of(otherwise, v with { Must = true })).ToList();
        return options.TrueForAll(o => o.Reason is null) && Solver.Run(DayModel.Whole(otherwise, options, effort), effort, Work.Chance, 1).Table is not null;
    }

    /// <summary>Who has a role that some segment asks for.</summary>
    private IEnumerable<Person> Needed()
    {
        var roles = visits.SelectMany(v => v.Type.Segments).SelectMany(s => s.Needs).SelectMany(n => n).ToHashSet(StringComparer.Ordinal);
        return day.Staff.Where(p => p.Roles.Any(roles.Contains));
    }

    private IEnumerable<string> Kinds() => visits.SelectMany(v => v.Type.Stays).Select(s => s.Kind).Distinct(StringComparer.Ordinal);

    private IEnumerable<Place> Of(string kind) => day.Places.Where(p => p.Kind == kind);

    /// <summary>With one more place of a kind, open like one of those there are.</summary>
    private IEnumerable<DayProblem> More(string kind) => Of(kind).DistinctBy(p => Text(p.Open)).Select(p => day with { Places = [.. day.Places, p with { Id = p.Id + " " }] });

    private DayProblem Open(string kind) => day with { Places = [.. day.Places.Select(p => p.Kind == kind ? p with { Open = [always] } : p)] };

    private DayProblem With(Person person, Person otherwise) => day with { Staff = [.. day.Staff.Select(p => p == person ? otherwise : p)] };

    private string Text(IEnumerable<Span> hours) => string.Join(", ", hours.Select(h => $"{Hour(h.From)} to {Hour(h.To)}"));

    private string Hour(int unit) => day.Clock.Hour(unit);

    private int Minutes(int units) => units * day.Clock.Granularity;

    private static string List(IEnumerable<string> all) => all.ToList() is { Count: > 4 } many ? string.Join(", ", many.Take(4)) + $" and {many.Count - 4} more" : string.Join(" and ", all);
}
