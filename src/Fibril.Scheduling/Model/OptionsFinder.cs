namespace Fibril.Scheduling;

/// <summary>Finds what one visit could do alone, or the sentence that says why it can do nothing.</summary>
internal sealed class OptionsFinder
{
    private readonly DayProblem day;
    private readonly Visit visit;
    private readonly IReadOnlyList<Segment> segments;
    private readonly int[] lows;
    private readonly int[] highs;

    public OptionsFinder(DayProblem day, Visit visit)
    {
        (this.day, this.visit, segments) = (day, visit, visit.Type.Segments);
        (lows, highs) = (new int[segments.Count], new int[segments.Count]);
    }

    public VisitOptions Find()
    {
        if (visit.Fixed is { } promised)
        {
            return Fixed(promised);
        }

        var people = People();
        var places = visit.Type.Stays.Select(s => Indexes(day.Places, p => p.Kind == s.Kind)).ToArray();
        var (reason, isOut) = (Lacking(people, places), false);
        if (reason is null)
        {
            for (int s = 0, from = visit.Earliest; s < segments.Count; s++)
            {
                lows[s] = from;
                from += segments[s].Length + segments[s].GapAfter.Min;
            }

            Array.Fill(highs, visit.Latest);
            highs[^1] = visit.Latest - segments[^1].Length;
            isOut = !Narrow(people, places);
            reason = isOut ? "Its segments do not fit into the hours and its window." : null;
        }

        return new(visit, lows, highs, people, places, reason) { IsOutOfHours = isOut };
    }

    private VisitOptions Fixed(IReadOnlyList<PlannedSegment> promised)
    {
        var planned = new PlannedVisit(visit, promised);
        var alone = new Timetable([planned], []);
        var wrong = DayChecker.Check(day.With([visit]) with { Staff = [.. day.Staff.Select(p => p with { Breaks = [] })] }, alone);
        for (var s = 0; s < segments.Count; s++)
        {
            lows[s] = highs[s] = promised[s].Start;
        }

        return new(
            visit,
            lows,
            highs,
            [.. promised.Select(p => p.Staff.Select(id => Indexes(day.Staff, w => w.Id == id)).ToArray())],
            [.. visit.Type.Stays.Select(stay => Indexes(day.Places, p => p.Id == promised[stay.First].Place))],
            wrong.Count == 0 ? null : $"It is fixed and breaks a rule: {wrong[0]}.");
    }

    private int[][][] People()
    {
        var people = segments.Select((s, i) => s.Needs.Select((_, n) => Suitable(i, n)).ToArray()).ToArray();
        if (visit is { Preferred: { Strict: true } preferred, Type.Lead: { } lead })
        {
            people[lead][0] = [.. people[lead][0].Where(p => preferred.Ids.Contains(day.Staff[p].Id))];
        }

        // The same people through every gap that keeps them: what one segment excludes, its neighbours exclude.
        for (var first = 0; first < segments.Count; first++)
        {
            var last = first;
            while (segments[last].GapAfter.KeepsStaff)
            {
                last++;
            }

            for (var need = 0; need < segments[first].Needs.Count && last > first; need++)
            {
                var all = people[first][need].Where(p => Enumerable.Range(first, last - first + 1).All(s => people[s][need].Contains(p))).ToArray();
                for (var s = first; s <= last; s++)
                {
                    people[s][need] = all;
                }
            }

            first = last;
        }

        return people;
    }

    private int[] Suitable(int segment, int need) => Indexes(day.Staff, p => p.Roles.Intersect(segments[segment].Needs[need], StringComparer.Ordinal).Any());

    private string? Lacking(int[][][] people, int[][] places)
    {
        for (var s = 0; s < segments.Count; s++)
        {
            if (Array.FindIndex(people[s], p => p.Length == 0) is >= 0 and var need)
            {
                var role = $"\"{segments[s].Name}\", which needs the role {string.Join(" or ", segments[s].Needs[need])}";
                return Suitable(s, need).Length == 0 ? $"Nobody who works that day can do {role}."
                    : visit is { Preferred: { Strict: true } wish, Type.Lead: { } lead } && !Suitable(lead, 0).Any(p => wish.Ids.Contains(day.Staff[p].Id)) ? $"It must be led by {string.Join(" or ", wish.Ids)}, who cannot do \"{segments[lead].Name}\", which needs the role {string.Join(" or ", segments[lead].Needs[0])}."
                    : $"Nobody who may do {role}, can do all the segments in which the people must stay the same.";
            }
        }

        return Array.FindIndex(places, p => p.Length == 0) is >= 0 and var stay
            ? $"\"{segments[visit.Type.Stays[stay].First].Name}\" needs a {visit.Type.Stays[stay].Kind}, and the clinic has none that day."
            : visit.Latest - visit.Earliest < visit.Type.Shortest
                ? $"The visit takes at least {Minutes(visit.Type.Shortest)} minutes, but its window is from {day.Clock.Hour(visit.Earliest)} to {day.Clock.Hour(visit.Latest)}."
                : null;
    }

    /// <summary>Moves the limits until hours, gaps and window agree; false when nothing is left.</summary>
    private bool Narrow(int[][][] people, int[][] places)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            for (var s = 0; s < segments.Count; s++)
            {
                var (low, high) = (lows[s], highs[s]);
                if (s > 0)
                {
                    var (end, gap) = (segments[s - 1].Length, segments[s - 1].GapAfter);
                    (low, high) = (Math.Max(low, lows[s - 1] + end + gap.Min), Math.Min(high, highs[s - 1] + end + gap.Max));
                    var (before, after) = (Math.Max(lows[s - 1], low - end - gap.Max), Math.Min(highs[s - 1], high - end - gap.Min));
                    moved |= before != lows[s - 1] || after != highs[s - 1];
                    (lows[s - 1], highs[s - 1]) = (before, after);
                }

                foreach (var open in Hours(s, people, places))
                {
                    low = open.Select(o => o.To - segments[s].Length >= Math.Max(low, o.From) ? Math.Max(low, o.From) : int.MaxValue).DefaultIfEmpty(int.MaxValue).Min();
                    high = open.Select(o => o.To - segments[s].Length is var last && Math.Min(high, last) >= o.From ? Math.Min(high, last) : int.MinValue).DefaultIfEmpty(int.MinValue).Max();
                }

                if (low > high || (s > 0 && lows[s - 1] > highs[s - 1]))
                {
                    return false;
                }

                moved |= low != lows[s] || high != highs[s];
                (lows[s], highs[s]) = (low, high);
            }
        }

        return true;
    }

    /// <summary>For each person and place that a segment needs: the intervals in which one of them is there.</summary>
    private IEnumerable<List<Span>> Hours(int segment, int[][][] people, int[][] places)
    {
        foreach (var need in people[segment])
        {
            yield return [.. need.SelectMany(p => day.Staff[p].Work)];
        }

        foreach (var (stay, i) in visit.Type.Stays.Select((s, i) => (s, i)).Where(s => s.s.First <= segment && segment <= s.s.Last))
        {
            yield return [.. places[i].SelectMany(p => day.Places[p].Open)];
        }
    }

    private int Minutes(int units) => units * day.Clock.Granularity;

    private static int[] Indexes<T>(IReadOnlyList<T> all, Func<T, bool> wanted) => [.. Enumerable.Range(0, all.Count).Where(i => wanted(all[i]))];
}
