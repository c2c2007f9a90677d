namespace Fibril.Scheduling;

/// <summary>A part of the day that is planned anew while all else stays: the visits near some moment, with requests that are not served yet.</summary>
internal static class Neighbourhood
{
    /// <param name="size">Visits of the plan that are let go.</param>
    public static IReadOnlyList<VisitOptions> Choose(DayProblem day, IReadOnlyList<VisitOptions> options, Timetable plan, Random chance, int size)
    {
        var planned = plan.Visits.ToDictionary(v => v.Visit.Id, StringComparer.Ordinal);
        var (from, to) = (plan.Visits.Min(v => v.Start), plan.Visits.Max(v => v.End));
        // Half of the time around somebody who is not served: that is where a place must be found.
        var unserved = options.Where(o => !planned.ContainsKey(o.Visit.Id)).ToList();
        var wanted = unserved.Count > 0 && chance.Next(2) == 0 ? unserved[chance.Next(unserved.Count)] : null;
        var centre = wanted is null ? chance.Next(from, to + 1) : chance.Next(wanted.Lows[0], wanted.Highs[^1] + 1);
        var reach = Math.Max(1, (to - from) / 3);
        var isLoose = chance.Next(3) == 0; // now and then from further away
        var free = plan.Visits.Where(v => v.Visit.Fixed is null)
            .OrderBy(v => Math.Abs(((v.Start + v.End) / 2) - centre) + (isLoose ? chance.Next(reach) : chance.Next(6)))
            .Take(size).Select(v => v.Visit.Id).ToHashSet(StringComparer.Ordinal);
        var (low, high) = free.Count == 0 ? (from, to) : (free.Min(id => planned[id].Start), free.Max(id => planned[id].End));
        var waiting = options.Where(o => !planned.ContainsKey(o.Visit.Id) && o.Lows[0] <= high && o.Highs[^1] >= low)
            .OrderByDescending(o => o == wanted).ThenByDescending(o => o.Visit.Weight + (chance.NextDouble() * 4)).Take(size).Select(o => o.Visit.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. options.Where(o => planned.ContainsKey(o.Visit.Id) || waiting.Contains(o.Visit.Id))
                .Select(o => o.Visit.Fixed is null && planned.TryGetValue(o.Visit.Id, out var there) && !free.Contains(o.Visit.Id) ? o.At(day, there) : o),
        ];
    }
}
