using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>A person does one thing at a time, within hours of work; breaks are placed.</summary>
internal static class PeopleConstraints
{
    public static void Add(DayModel model, bool together)
    {
        var (cp, staff) = (model.Cp, model.Day.Staff);
        var breaks = staff.Select(p => p.Breaks.Select(b => Rest(cp, p, b)).ToList()).ToList();
        model.Breaks = [.. breaks.Select(p => (IReadOnlyList<IntVar>)[.. p.Select(b => b.Start)])];
        var away = staff.Select(p => Away(p, model.Horizon).Select(s => cp.NewFixedSizeIntervalVar(s.From, s.Length, "")).ToList()).ToList();
        var tasks = staff.Select((p, i) => away[i].Concat(breaks[i].Select(b => b.Interval)).ToList()).ToList();
        foreach (var visit in model.Visits)
        {
            for (var s = 0; s < visit.Starts.Length; s++)
            {
                foreach (var (person, chosen) in visit.People[s].SelectMany(n => n))
                {
                    tasks[person].Add(cp.NewOptionalFixedSizeIntervalVar(visit.Starts[s], visit.Visit.Type.Segments[s].Length, chosen, ""));
                }
            }
        }

        tasks.ForEach(t => cp.AddNoOverlap(t));
        foreach (var team in together ? Teams(model.Visits.Select(v => v.Options)).Where(t => t.Count > 1) : [])
        {
            Together(model, team, [.. team.SelectMany(p => away[p].Concat(breaks[p].Select(b => b.Interval)))]);
        }
    }

    /// <summary>Distinct sets of people who can stand in for each other: who could do a need, and everybody.</summary>
    public static IReadOnlyList<SortedSet<int>> Teams(IEnumerable<VisitOptions> options)
    {
        var teams = options.SelectMany(o => o.People).SelectMany(n => n).Select(p => new SortedSet<int>(p)).ToList();
        teams.Add([.. teams.SelectMany(t => t)]);
        return [.. teams.Where(t => t.Count > 0).DistinctBy(t => string.Join(' ', t))];
    }

    /// <summary>Implied: all that only this team can do, with its breaks and absences, never needs more people than it has. The solver reasons on sums with it.</summary>
    private static void Together(DayModel model, SortedSet<int> team, List<IntervalVar> taken)
    {
        var cumulative = model.Cp.AddCumulative(team.Count);
        taken.ForEach(t => cumulative.AddDemand(t, 1));
        foreach (var visit in model.Visits)
        {
            for (var s = 0; s < visit.Starts.Length; s++)
            {
                var needs = visit.Options.People[s].Count(p => team.IsSupersetOf(p));
                if (needs > 0)
                {
                    cumulative.AddDemand(model.Cp.NewOptionalFixedSizeIntervalVar(visit.Starts[s], visit.Visit.Type.Segments[s].Length, visit.Present, ""), needs);
                }
            }
        }
    }

    /// <summary>The holes between work intervals, and before and after them.</summary>
    private static IEnumerable<Span> Away(Person person, Span horizon)
    {
        var from = horizon.From;
        foreach (var work in person.Work)
        {
            if (work.From > from)
            {
                yield return new(from, work.From);
            }

            from = work.To;
        }

        if (horizon.To > from)
        {
            yield return new(from, horizon.To);
        }
    }

    private static (IntVar Start, IntervalVar Interval) Rest(CpModel cp, Person person, Break rest)
    {
        var spans = person.Work.Select(w => (From: Math.Max(w.From, rest.Earliest), To: Math.Min(w.To, rest.Latest) - rest.Length)).Where(s => s.From <= s.To);
        var start = cp.NewIntVarFromDomain(Google.OrTools.Util.Domain.FromIntervals([.. spans.Select(s => new long[] { s.From, s.To })]), "");
        return (start, cp.NewFixedSizeIntervalVar(start, rest.Length, ""));
    }
}
