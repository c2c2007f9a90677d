using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>Each stay is at one place of its kind, within one of its open intervals, with the turnover before the next.</summary>
internal static class PlaceConstraints
{
    public static void Add(DayModel model, bool together)
    {
        var groups = Groups(model.Day);
        var taken = groups.ToDictionary(g => g, _ => new List<IntervalVar>());
        var kinds = new Dictionary<string, List<IntervalVar>>(StringComparer.Ordinal);
        foreach (var visit in model.Visits)
        {
            visit.Sites = [.. visit.Visit.Type.Stays.Select(_ => new List<(PlaceGroup, Span, ILiteral)>())];
            visit.Sizes = new IntVar?[visit.Sites.Length];
            for (var i = 0; i < visit.Visit.Type.Stays.Count; i++)
            {
                Add(model, visit, i, groups, taken, kinds);
            }
        }

        foreach (var (group, intervals) in taken.Where(t => t.Value.Count > 1))
        {
            AtMost(model.Cp, group.Places.Count, intervals);
        }

        // Implied, where a kind is in several groups.
        foreach (var (kind, intervals) in kinds.Where(k => together && groups.Count(g => model.Day.Places[g.Places[0]].Kind == k.Key) > 1))
        {
            AtMost(model.Cp, model.Day.Places.Count(p => p.Kind == kind), intervals);
        }
    }

    private static void Add(DayModel model, VisitVariables visit, int index, List<PlaceGroup> groups, Dictionary<PlaceGroup, List<IntervalVar>> taken, Dictionary<string, List<IntervalVar>> kinds)
    {
        var (cp, stay, segments) = (model.Cp, visit.Visit.Type.Stays[index], visit.Visit.Type.Segments);
        var turnover = model.Day.Turnover[stay.Kind];
        var start = visit.Starts[stay.First];
        var end = stay.Holds ? visit.Starts[stay.Last + 1] : visit.Starts[stay.Last] + segments[stay.Last].Length;
        var waits = visit.Waits.Skip(stay.First).Take(stay.Last - stay.First + (stay.Holds ? 1 : 0)).OfType<IntVar>().ToList();
        var shortest = visit.Options.IsStill ? Length(visit.Options, stay) : visit.Options.Shortest(stay);
        var size = waits.Count == 0 ? LinearExpr.Constant(shortest + turnover) : LinearExpr.Sum(waits) + shortest + turnover;
        if (waits.Count > 1)
        {
            var sum = cp.NewIntVar(shortest + turnover, shortest + turnover + waits.Sum(w => (int)w.Domain.Max()), "");
            cp.Add(sum == size);
            size = visit.Sizes[index] = sum;
        }

        var choices = groups.Where(g => g.Places.Intersect(visit.Options.Places[index]).Any()).SelectMany(g => g.Open.Select(o => (Group: g, Open: o)))
            .Where(c => visit.Options.Lows[stay.First] + shortest <= c.Open.To && visit.Options.Highs[stay.First] >= c.Open.From).ToList();
        if (choices.Count == 0)
        {
            cp.Add(((LinearExpr)(BoolVar)visit.Present) == 0);
            return;
        }

        foreach (var ((group, open), chosen) in cp.OneOf(choices, visit.Present))
        {
            cp.Add(start >= open.From).OnlyEnforceIf(chosen);
            cp.Add(end <= open.To).OnlyEnforceIf(chosen);
            taken[group].Add(cp.NewOptionalIntervalVar(start, size, end + turnover, chosen, ""));
            visit.Sites[index].Add((group, open, chosen));
        }

        if (!kinds.TryGetValue(stay.Kind, out var all))
        {
            kinds[stay.Kind] = all = [];
        }

        all.Add(cp.NewOptionalIntervalVar(start, size, end + turnover, visit.Present, ""));
    }

    /// <summary>Places that fixed visits name stand alone: what is already given out cannot be coloured freely.</summary>
    private static List<PlaceGroup> Groups(DayProblem day)
    {
        var named = day.Visits.Where(v => v.Fixed is not null).SelectMany(v => v.Fixed!).Select(s => s.Place).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, day.Places.Count)
            .GroupBy(i => named.Contains(day.Places[i].Id) ? day.Places[i].Id : $"{day.Places[i].Kind} {string.Join(' ', day.Places[i].Open)}", StringComparer.Ordinal)
            .Select(g => new PlaceGroup([.. g], day.Places[g.First()].Open))];
    }

    private static int Length(VisitOptions still, Stay stay) =>
        (stay.Holds ? still.Lows[stay.Last + 1] : still.Lows[stay.Last] + still.Visit.Type.Segments[stay.Last].Length) - still.Lows[stay.First];

    private static void AtMost(CpModel cp, int places, List<IntervalVar> intervals)
    {
        if (places == 1)
        {
            cp.AddNoOverlap(intervals);
            return;
        }

        var cumulative = cp.AddCumulative(places);
        intervals.ForEach(i => cumulative.AddDemand(i, 1));
    }
}
