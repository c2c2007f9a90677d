using Google.OrTools.Sat;

namespace Fibril.Scheduling;

/// <summary>One visit in the model: whether it is served, when its segments start, who and where by literals.</summary>
internal sealed class VisitVariables
{
    private readonly CpModel cp;

    public VisitVariables(CpModel cp, VisitOptions options)
    {
        (this.cp, Options) = (cp, options);
        Present = options.Visit.Must ? cp.TrueLiteral() : cp.NewBoolVar("");
        (Starts, Waits, Waiting) = Times();
        People = Staff();
    }

    public VisitOptions Options { get; }

    public Visit Visit => Options.Visit;

    public ILiteral Present { get; }

    /// <summary>The start of each segment, an affine expression of one variable.</summary>
    public LinearExpr[] Starts { get; }

    /// <summary>What hints are given for: the variables behind the starts, with segment and offset.</summary>
    public List<(IntVar Variable, int Segment)> Free { get; } = [];

    /// <summary>By gap: units beyond the least; null where there is no choice.</summary>
    public IntVar?[] Waits { get; }

    /// <summary>Units waited in all when served, 0 when not.</summary>
    public LinearExpr Waiting { get; }

    /// <summary>By segment and need: who could do it and the literal that says so.</summary>
    public (int Person, ILiteral Chosen)[][][] People { get; }

    /// <summary>By stay: the group of places, the open interval there, and the literal that says so.</summary>
    public List<(PlaceGroup Group, Span Open, ILiteral Chosen)>[] Sites { get; set; } = [];

    /// <summary>By stay: how long it is with the turnover, where that is a variable.</summary>
    public IntVar?[] Sizes { get; set; } = [];

    /// <summary>The end of the last segment.</summary>
    public LinearExpr End => Starts[^1] + Visit.Type.Segments[^1].Length;

    /// <summary>Gives each variable its value in a timetable; null when the visit is not in it.</summary>
    public void Hint(DayProblem day, PlannedVisit? planned)
    {
        var starts = planned?.Segments.Select(s => s.Start).ToArray() ?? Options.Lows;
        if (Present is BoolVar present && !Visit.Must)
        {
            cp.AddHint(present, planned is null ? 0 : 1);
        }

        Free.ForEach(f => cp.AddHint(f.Variable, starts[f.Segment]));
        var segments = Visit.Type.Segments;
        int Wait(int s) => starts[s + 1] - starts[s] - segments[s].Length - segments[s].GapAfter.Min;
        for (var s = 0; s < Waits.Length; s++)
        {
            if (Waits[s] is { } wait)
            {
                cp.AddHint(wait, Wait(s));
            }
        }

        if (Waiting is IntVar total)
        {
            cp.AddHint(total, planned?.Waiting ?? 0);
        }

        HintPeople(day, planned);
        HintPlaces(day, planned, starts);
    }

    private void HintPeople(DayProblem day, PlannedVisit? planned)
    {
        for (var s = 0; s < People.Length; s++)
        {
            if (s > 0 && ReferenceEquals(People[s], People[s - 1]))
            {
                continue; // the same literals as the segment before
            }

            for (var n = 0; n < People[s].Length; n++)
            {
                foreach (var (person, chosen) in People[s][n].Where(_ => People[s][n].Length > 1))
                {
                    cp.AddHint(chosen, planned is not null && day.Staff[person].Id == planned.Segments[s].Staff[n]);
                }
            }
        }
    }

    private void HintPlaces(DayProblem day, PlannedVisit? planned, int[] starts)
    {
        for (var i = 0; i < Sites.Length; i++)
        {
            var stay = Visit.Type.Stays[i];
            var end = stay.Holds ? starts[stay.Last + 1] : starts[stay.Last] + Visit.Type.Segments[stay.Last].Length;
            foreach (var (group, open, chosen) in Sites[i].Where(_ => Sites[i].Count > 1))
            {
                cp.AddHint(chosen, planned is not null && open.Covers(planned.Of(stay)) && group.Places.Any(p => day.Places[p].Id == planned.Segments[stay.First].Place));
            }

            if (Sizes[i] is { } size)
            {
                cp.AddHint(size, end - starts[stay.First] + day.Turnover[stay.Kind]);
            }
        }
    }

    private (LinearExpr[], IntVar?[], LinearExpr) Times()
    {
        var segments = Visit.Type.Segments;
        var starts = new LinearExpr[segments.Count];
        var waits = new IntVar?[segments.Count];
        if (Options.IsStill)
        {
            var waited = Options.Lows[^1] + segments[^1].Length - Options.Lows[0] - Visit.Type.Shortest;
            return ([.. Options.Lows.Select(s => LinearExpr.Constant(s))], waits, LinearExpr.Constant(waited));
        }

        IntVar variable = cp.NewIntVar(Options.Lows[0], Options.Highs[0], "");
        Free.Add((variable, 0));
        starts[0] = variable;
        for (int s = 1, offset = 0; s < segments.Count; s++)
        {
            var gap = segments[s - 1].GapAfter;
            offset += segments[s - 1].Length + gap.Min;
            if (gap.Max == gap.Min)
            {
                starts[s] = variable + offset;
                continue;
            }

            waits[s - 1] = cp.NewIntVar(0, gap.Max - gap.Min, "");
            var next = cp.NewIntVar(Options.Lows[s], Options.Highs[s], "");
            cp.Add(next == variable + offset + waits[s - 1]!);
            Free.Add((next, s));
            (variable, offset, starts[s]) = (next, 0, next);
        }

        return (starts, waits, Total(waits.OfType<IntVar>().ToList()));
    }

    private LinearExpr Total(List<IntVar> waits)
    {
        if (waits.Count == 0 || Visit.Must)
        {
            return waits.Count == 0 ? LinearExpr.Constant(0) : LinearExpr.Sum(waits);
        }

        var total = cp.NewIntVar(0, Visit.Type.Segments.Sum(s => s.GapAfter.Max - s.GapAfter.Min), "");
        cp.Add(total == LinearExpr.Sum(waits)).OnlyEnforceIf(Present);
        cp.Add(total == 0).OnlyEnforceIf(Present.Not());
        return total;
    }

    private (int, ILiteral)[][][] Staff()
    {
        var people = new (int, ILiteral)[Visit.Type.Segments.Count][][];
        for (var s = 0; s < people.Length; s++)
        {
            people[s] = s > 0 && Visit.Type.Segments[s - 1].GapAfter.KeepsStaff && Visit.Fixed is null
                ? people[s - 1]
                : [.. Options.People[s].Select(c => cp.OneOf(c, Present))];
        }

        return people;
    }
}

/// <summary>Small additions to the model's language.</summary>
internal static class CpModels
{
    /// <summary>Exactly one of these when present, none otherwise.</summary>
    public static (T, ILiteral)[] OneOf<T>(this CpModel cp, IReadOnlyList<T> choices, ILiteral present)
    {
        if (choices.Count == 1)
        {
            return [(choices[0], present)];
        }

        var chosen = choices.Select(c => (c, (ILiteral)cp.NewBoolVar(""))).ToArray();
        cp.AddExactlyOne(chosen.Select(c => c.Item2).Append(present.Not()));
        return chosen;
    }
}

/// <summary>Places that are alike: of one kind, with the same hours, none named by a fixed visit.</summary>
internal sealed record PlaceGroup(IReadOnlyList<int> Places, IReadOnlyList<Span> Open);
