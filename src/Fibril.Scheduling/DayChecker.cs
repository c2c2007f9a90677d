namespace Fibril.Scheduling;

/// <summary>Holds a timetable against the rules of a day, sections 2 to 6, knowing nothing of how it was made.</summary>
public static class DayChecker
{
    /// <summary>Every rule that is broken, in words; empty for a plan.</summary>
    public static IReadOnlyList<string> Check(DayProblem day, Timetable table) =>
        [.. Promises(day, table), .. table.Visits.SelectMany(v => VisitChecker.Check(day, v)), .. Places(day, table), .. People(day, table), .. Rests(day, table)];

    /// <summary>Everybody who must be served is, nobody is twice, and what is fixed is as it was written.</summary>
    private static IEnumerable<string> Promises(DayProblem day, Timetable table)
    {
        var planned = table.Visits.GroupBy(v => v.Visit.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var visit in day.Visits.Where(v => v.Must && !planned.ContainsKey(v.Id)))
        {
            yield return $"{visit.Id} must be served and is not in the plan";
        }

        foreach (var (id, twice) in planned.Where(p => p.Value.Count > 1))
        {
            yield return $"{id} is in the plan {twice.Count} times";
        }

        foreach (var stranger in planned.Keys.Where(id => day.Visits.All(v => v.Id != id)))
        {
            yield return $"{stranger} was not asked for";
        }
    }

    /// <summary>A place holds one stay at a time, with its turnover between two.</summary>
    private static IEnumerable<string> Places(DayProblem day, Timetable table)
    {
        foreach (var place in day.Places)
        {
            var stays = table.Visits
                .SelectMany(v => v.Visit.Type.Stays.Where(s => v.Segments[s.First].Place == place.Id).Select(s => (v.Visit.Id, Time: v.Of(s))))
                .OrderBy(s => s.Time.From).ToList();
            foreach (var (id, time) in stays.Where(s => !place.Open.Any(o => o.Covers(s.Time))))
            {
                yield return $"{id} is in {place.Id} when it is not open";
            }

            for (var i = 1; i < stays.Count; i++)
            {
                if (stays[i].Time.From < stays.Take(i).Max(s => s.Time.To) + day.Turnover[place.Kind])
                {
                    yield return $"{stays[i].Id} is in {place.Id} before it is free and turned over";
                }
            }
        }
    }

    /// <summary>A person does one thing at a time, within hours of work.</summary>
    private static IEnumerable<string> People(DayProblem day, Timetable table)
    {
        foreach (var person in day.Staff)
        {
            var work = table.Visits.SelectMany(v => v.Segments.Select((s, i) => (v.Visit.Id, Who: s.Staff, Time: v.Of(i)))).Where(s => s.Who.Contains(person.Id)).Select(s => (s.Id, s.Time)).ToList();
            var tasks = work.Concat(table.Breaks.Where(b => b.Staff == person.Id).Select(b => (Id: b.Name, b.Time))).OrderBy(t => t.Time.From).ToList();
            foreach (var (id, _) in tasks.Where(t => !person.Work.Any(w => w.Covers(t.Time))))
            {
                yield return $"{person.Id} does not work when {id} needs it";
            }

            for (var i = 1; i < tasks.Count; i++)
            {
                if (tasks[i].Time.From < tasks.Take(i).Max(t => t.Time.To))
                {
                    yield return $"{person.Id} is still busy when {tasks[i].Id} starts";
                }
            }
        }
    }

    /// <summary>Each break happens once, as long as it is, within its limits.</summary>
    private static IEnumerable<string> Rests(DayProblem day, Timetable table)
    {
        var wanted = day.Staff.SelectMany(p => p.Breaks.Select(b => (Staff: p.Id, Break: b))).ToList();
        foreach (var (staff, rest) in wanted)
        {
            var taken = table.Breaks.Where(b => b.Staff == staff && b.Name == rest.Name).ToList();
            if (taken.Count != 1 || taken[0].Time.Length != rest.Length || taken[0].Time.From < rest.Earliest || taken[0].Time.To > rest.Latest)
            {
                yield return $"the break {rest.Name} of {staff} is not taken once, whole and in time";
            }
        }

        foreach (var stranger in table.Breaks.Where(b => !wanted.Any(w => w.Staff == b.Staff && w.Break.Name == b.Name)))
        {
            yield return $"{stranger.Staff} has no break {stranger.Name}";
        }
    }
}
