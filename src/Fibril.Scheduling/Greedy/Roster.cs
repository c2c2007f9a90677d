namespace Fibril.Scheduling;

/// <summary>A timetable that grows: who and what is taken when, and the earliest way to add one more visit.</summary>
internal sealed class Roster
{
    private readonly DayProblem day;
    private readonly List<Span>[] people;
    private readonly List<Span>[] places; // with the turnover
    private readonly int[] wanted; // how many teams need a person: whoever is in fewer is taken first
    private readonly Dictionary<string, int> personAt;
    private readonly Dictionary<string, int> placeAt;
    private readonly List<PlannedVisit> visits = [];
    private readonly List<PlannedBreak> breaks = [];
    private int steps;

    public Roster(DayProblem day, IEnumerable<VisitOptions> options)
    {
        this.day = day;
        (people, places) = ([.. day.Staff.Select(_ => new List<Span>())], [.. day.Places.Select(_ => new List<Span>())]);
        personAt = day.Staff.Index().ToDictionary(p => p.Item.Id, p => p.Index, StringComparer.Ordinal);
        placeAt = day.Places.Index().ToDictionary(p => p.Item.Id, p => p.Index, StringComparer.Ordinal);
        var teams = PeopleConstraints.Teams(options);
        wanted = [.. day.Staff.Select((_, i) => teams.Count(t => t.Contains(i)))];
    }

    private Roster(Roster other)
    {
        (day, wanted, personAt, placeAt) = (other.day, other.wanted, other.personAt, other.placeAt);
        (people, places) = ([.. day.Staff.Select(_ => new List<Span>())], [.. day.Places.Select(_ => new List<Span>())]);
    }

    /// <summary>Steps spent on one visit before it counts as not fitting: a first guess may give up where the model may not.</summary>
    public int Patience { get; init; } = 20_000;

    /// <summary>An empty one for the same day.</summary>
    public Roster Empty(int patience) => new(this) { Patience = patience };

    public Timetable Table => new([.. visits], [.. breaks]);

    /// <summary>Takes a timetable over as it is.</summary>
    public Roster Take(Timetable table)
    {
        foreach (var visit in table.Visits)
        {
            Take(visit);
        }

        foreach (var rest in table.Breaks)
        {
            Take(rest);
        }

        return this;
    }

    /// <summary>Places every break in free time, one person's after the other's where it may; false when one does not fit.</summary>
    public bool AddBreaks()
    {
        for (var p = 0; p < day.Staff.Count; p++)
        {
            foreach (var rest in day.Staff[p].Breaks.OrderBy(b => b.Latest))
            {
                if (!Add(p, rest, rest.Earliest + ((rest.Latest - rest.Length - rest.Earliest) * (p % 3) / 4)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Places one break at the first free time from a moment on, or else before it; false when there is none.</summary>
    public bool Add(int person, Break rest, int from)
    {
        var (low, high) = (rest.Earliest, rest.Latest - rest.Length);
        from = Math.Clamp(from, low, high);
        for (var i = 0; i <= high - low; i++)
        {
            var start = from + i <= high ? from + i : low + (from + i - high - 1);
            if (IsFree(person, new(start, start + rest.Length)))
            {
                Take(new PlannedBreak(day.Staff[person].Id, rest.Name, new(start, start + rest.Length)));
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a visit at its earliest; false when no way was found, which is no proof that there is none.</summary>
    public bool Add(VisitOptions options) => Add(options, options.Lows[0]);

    /// <summary>Adds a visit at the first time from a moment on, or else before it.</summary>
    public bool Add(VisitOptions options, int from)
    {
        if (options.Reason is not null)
        {
            return false;
        }

        if (options.Visit.Fixed is { } promised)
        {
            Take(new PlannedVisit(options.Visit, promised));
            return true;
        }

        steps = 0;
        var (low, high) = (options.Lows[0], options.Highs[0]);
        from = Math.Clamp(from, low, high);
        for (var i = 0; i <= high - low && steps < Patience; i++)
        {
            var start = from + i <= high ? from + i : low + (from + i - high - 1);
            var chosen = new PlannedSegment[options.Lows.Length];
            if (Place(options, chosen, 0, start, start))
            {
                Take(new PlannedVisit(options.Visit, chosen));
                return true;
            }
        }

        return false;
    }

    private bool Place(VisitOptions options, PlannedSegment[] chosen, int s, int from, int to)
    {
        var segments = options.Visit.Type.Segments;
        for (var start = Math.Max(from, options.Lows[s]); start <= Math.Min(to, options.Highs[s]) && ++steps < Patience; start++)
        {
            var time = new Span(start, start + segments[s].Length);
            if (Staff(options, chosen, s, time) is not { } staff)
            {
                continue;
            }

            chosen[s] = new(start, staff, null);
            if (!EndStays(options, chosen, s))
            {
                continue;
            }

            var gap = segments[s].GapAfter;
            if (s + 1 == segments.Count || Place(options, chosen, s + 1, time.To + gap.Min, time.To + gap.Max))
            {
                return true;
            }
        }

        return false;
    }

    private List<string>? Staff(VisitOptions options, PlannedSegment[] chosen, int s, Span time)
    {
        if (s > 0 && options.Visit.Type.Segments[s - 1].GapAfter.KeepsStaff)
        {
            return chosen[s - 1].Staff.All(id => IsFree(Index(id), time)) ? [.. chosen[s - 1].Staff] : null;
        }

        var staff = new List<int>();
        foreach (var need in options.People[s])
        {
            var best = -1;
            foreach (var person in need)
            {
                var isBetter = best < 0 || (wanted[person], -people[person].Count).CompareTo((wanted[best], -people[best].Count)) < 0;
                best = isBetter && !staff.Contains(person) && IsFree(person, time) ? person : best;
            }

            if (best < 0)
            {
                return null;
            }

            staff.Add(best);
        }

        return [.. staff.Select(p => day.Staff[p].Id)];
    }

    /// <summary>Chooses a place for each stay that ends with this segment, or with the start of it.</summary>
    private bool EndStays(VisitOptions options, PlannedSegment[] chosen, int s)
    {
        var stays = options.Visit.Type.Stays;
        for (var i = 0; i < stays.Count; i++)
        {
            var stay = stays[i];
            if (stay.First == s || (stay.Holds ? stay.Last + 1 : stay.Last) == s)
            {
                var shortest = chosen[stay.First].Start + options.Shortest(stay);
                var end = stay.Holds && stay.Last < s ? chosen[s].Start : !stay.Holds && stay.Last == s ? chosen[s].Start + options.Visit.Type.Segments[s].Length : shortest;
                var time = new Span(chosen[stay.First].Start, end);
                var free = Array.FindIndex(options.Places[i], p => IsOpen(p, time, day.Turnover[stay.Kind]));
                if (free < 0)
                {
                    return false;
                }

                for (var at = stay.First; at <= Math.Min(stay.Last, s); at++)
                {
                    chosen[at] = chosen[at] with { Place = day.Places[options.Places[i][free]].Id };
                }
            }
            else if (stay.First < s && s <= stay.Last)
            {
                chosen[s] = chosen[s] with { Place = chosen[stay.First].Place };
            }
        }

        return true;
    }

    private void Take(PlannedVisit visit)
    {
        visits.Add(visit);
        for (var s = 0; s < visit.Segments.Count; s++)
        {
            foreach (var id in visit.Segments[s].Staff)
            {
                people[Index(id)].Add(visit.Of(s));
            }
        }

        foreach (var stay in visit.Visit.Type.Stays)
        {
            var time = visit.Of(stay);
            places[PlaceIndex(visit.Segments[stay.First].Place!)].Add(time with { To = time.To + day.Turnover[stay.Kind] });
        }
    }

    private void Take(PlannedBreak rest)
    {
        breaks.Add(rest);
        people[Index(rest.Staff)].Add(rest.Time);
    }

    private bool IsFree(int person, Span time) => Covers(day.Staff[person].Work, time) && !Meets(people[person], time);

    private bool IsOpen(int place, Span time, int turnover) => Covers(day.Places[place].Open, time) && !Meets(places[place], time with { To = time.To + turnover });

    // Asked millions of times: plain loops.
    private static bool Covers(IReadOnlyList<Span> hours, Span time)
    {
        for (var i = 0; i < hours.Count; i++)
        {
            if (hours[i].Covers(time))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Meets(List<Span> taken, Span time)
    {
        for (var i = 0; i < taken.Count; i++)
        {
            if (taken[i].Meets(time))
            {
                return true;
            }
        }

        return false;
    }

    private int Index(string person) => personAt[person];

    private int PlaceIndex(string place) => placeAt[place];
}
