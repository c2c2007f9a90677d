using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling;

/// <summary>
/// Tries every plan of a small day: each unit of time is a bit, each person and each place a row of bits. It shares nothing with the
/// planner or its checker but the problem.
/// </summary>
internal sealed class AllPlans
{
    private readonly DayProblem day;
    private readonly int from;
    private readonly List<List<Way>> ways; // by visit
    private (int Weight, int Waiting, int Finish)? best;

    private AllPlans(DayProblem day)
    {
        this.day = day;
        from = day.Staff.Min(p => p.Work[0].From);
        ways = [.. day.Visits.Select(v => Ways(v).DistinctBy(w => (w.Waiting, w.End, string.Join(' ', w.People), string.Join(' ', w.Places))).ToList())];
    }

    /// <summary>Weight, units waited, and the latest end (0 without visits) of the best plan; null when there is none.</summary>
    public static (int Weight, int Waiting, int Finish)? Best(DayProblem day)
    {
        var all = new AllPlans(day);
        all.Rest(0, 0, new ulong[day.Staff.Count]);
        return all.best;
    }

    private void Rest(int person, int rest, ulong[] people)
    {
        if (person == day.Staff.Count)
        {
            Visit(0, people, new ulong[day.Places.Count], (0, 0, 0));
        }
        else if (rest == day.Staff[person].Breaks.Count)
        {
            Rest(person + 1, 0, people);
        }
        else
        {
            var wanted = day.Staff[person].Breaks[rest];
            for (var at = wanted.Earliest; at + wanted.Length <= wanted.Latest; at++)
            {
                var bits = Bits(at, at + wanted.Length);
                if ((people[person] & bits) == 0 && Within(day.Staff[person].Work, bits))
                {
                    var taken = (ulong[])people.Clone();
                    taken[person] |= bits;
                    Rest(person, rest + 1, taken);
                }
            }
        }
    }

    private void Visit(int visit, ulong[] people, ulong[] places, (int Weight, int Waiting, int Finish) sum)
    {
        if (visit == ways.Count)
        {
            best = best is not { } b || (sum.Weight, -sum.Waiting, -sum.Finish).CompareTo((b.Weight, -b.Waiting, -b.Finish)) > 0 ? sum : best;
            return;
        }

        foreach (var way in ways[visit].Where(w => Free(w.People, people) && Free(w.Places, places)))
        {
            Visit(visit + 1, Or(people, way.People), Or(places, way.Places), (sum.Weight + day.Visits[visit].Weight, sum.Waiting + way.Waiting, Math.Max(sum.Finish, way.End)));
        }

        if (!day.Visits[visit].Must)
        {
            Visit(visit + 1, people, places, sum);
        }
    }

    private IEnumerable<Way> Ways(Visit visit)
    {
        var first = Enumerable.Range(from, 40);
        return first.SelectMany(start => Ways(visit, [start])).SelectMany(starts => Staffed(visit, starts, []))
            .SelectMany(w => Placed(visit, w.Starts, w.Staff, [])).Select(w => ToWay(visit, w.Starts, w.Staff, w.Places)).OfType<Way>();
    }

    private static IEnumerable<List<int>> Ways(Visit visit, List<int> starts)
    {
        var segments = visit.Type.Segments;
        if (starts.Count == segments.Count)
        {
            var isInside = visit.Fixed is not null || (starts[0] >= visit.Earliest && starts[^1] + segments[^1].Length <= visit.Latest);
            return isInside && (visit.Fixed is null || visit.Fixed.Select(f => f.Start).SequenceEqual(starts)) ? [starts] : [];
        }

        var last = segments[starts.Count - 1];
        return Enumerable.Range(last.GapAfter.Min, last.GapAfter.Max - last.GapAfter.Min + 1).SelectMany(gap => Ways(visit, [.. starts, starts[^1] + last.Length + gap]));
    }

    private IEnumerable<(List<int> Starts, List<List<int>> Staff)> Staffed(Visit visit, List<int> starts, List<List<int>> staff)
    {
        if (staff.Count == starts.Count)
        {
            return [(starts, staff)];
        }

        var (at, segment) = (staff.Count, visit.Type.Segments[staff.Count]);
        IEnumerable<List<int>> teams = [[]];
        foreach (var need in segment.Needs)
        {
            teams = teams.SelectMany(t => Enumerable.Range(0, day.Staff.Count).Where(p => !t.Contains(p) && day.Staff[p].Roles.Any(need.Contains)).Select(p => t.Append(p).ToList()));
        }

        return teams
            .Where(t => at == 0 || !visit.Type.Segments[at - 1].GapAfter.KeepsStaff || t.SequenceEqual(staff[at - 1]))
            .Where(t => visit.Preferred is not { Strict: true } wish || visit.Type.Lead != at || wish.Ids.Contains(day.Staff[t[0]].Id))
            .Where(t => visit.Fixed is null || visit.Fixed[at].Staff.SequenceEqual(t.Select(p => day.Staff[p].Id)))
            .ToList().SelectMany(t => Staffed(visit, starts, [.. staff, t]));
    }

    private IEnumerable<(List<int> Starts, List<List<int>> Staff, List<int> Places)> Placed(Visit visit, List<int> starts, List<List<int>> staff, List<int> places)
    {
        if (places.Count == starts.Count)
        {
            return [(starts, staff, places)];
        }

        var (at, kind) = (places.Count, visit.Type.Segments[places.Count].Place);
        var choices = kind is null ? [-1] : Enumerable.Range(0, day.Places.Count).Where(p => day.Places[p].Kind == kind);
        return choices
            .Where(p => at == 0 || visit.Type.Segments[at - 1].GapAfter.Place != PlaceInGap.Keep || p == places[at - 1])
            .Where(p => visit.Fixed is null || visit.Fixed[at].Place == (p < 0 ? null : day.Places[p].Id))
            .ToList().SelectMany(p => Placed(visit, starts, staff, [.. places, p]));
    }

    /// <summary>The bits that a way takes; null when it runs out of hours, or over itself.</summary>
    private Way? ToWay(Visit visit, List<int> starts, List<List<int>> staff, List<int> places)
    {
        var segments = visit.Type.Segments;
        var (people, rooms, waiting) = (new ulong[day.Staff.Count], new ulong[day.Places.Count], 0);
        for (var s = 0; s < segments.Count; s++)
        {
            var bits = Bits(starts[s], starts[s] + segments[s].Length);
            foreach (var person in staff[s])
            {
                if (!Within(day.Staff[person].Work, bits) || (people[person] & bits) != 0)
                {
                    return null;
                }

                people[person] |= bits;
            }

            waiting += s + 1 < segments.Count ? starts[s + 1] - starts[s] - segments[s].Length - segments[s].GapAfter.Min : 0;
            if (places[s] < 0 || (s > 0 && segments[s - 1].GapAfter.Place == PlaceInGap.Keep))
            {
                continue; // part of the stay before
            }

            var last = s;
            while (segments[last].GapAfter.Place == PlaceInGap.Keep)
            {
                last++;
            }

            var until = segments[last].GapAfter.Place == PlaceInGap.Hold ? starts[last + 1] : starts[last] + segments[last].Length;
            var place = day.Places[places[s]];
            var turnedOver = Bits(starts[s], until + day.Turnover[place.Kind]);
            if (!Within(place.Open, Bits(starts[s], until)) || (rooms[places[s]] & turnedOver) != 0)
            {
                return null;
            }

            rooms[places[s]] |= turnedOver;
        }

        return new(people, rooms, waiting, starts[^1] + segments[^1].Length);
    }

    private ulong Bits(int start, int end) => ((1UL << (end - from)) - 1) & ~((1UL << (start - from)) - 1);

    private bool Within(IEnumerable<Span> hours, ulong bits) => hours.Any(h => (bits & ~Bits(h.From, h.To)) == 0);

    private static bool Free(ulong[] wanted, ulong[] taken) => !wanted.Zip(taken).Any(p => (p.First & p.Second) != 0);

    private static ulong[] Or(ulong[] a, ulong[] b) => [.. a.Zip(b, (x, y) => x | y)];

    private sealed record Way(ulong[] People, ulong[] Places, int Waiting, int End);
}
