namespace Fibril.Scheduling;

/// <summary>A timetable that grows and shrinks, by number; a visit is added where it fits first.</summary>
internal sealed class Roster
{
    /// <summary>As long as a gap may last.</summary>
    public const int Everlasting = 1_000_000;

    private readonly DayProblem day;
    private readonly IReadOnlyList<VisitOptions> options;
    private readonly DayIndex index;
    private readonly Books books;
    private readonly Placing placing;
    private readonly Placed?[] visits; // by option
    private readonly Span?[][] breaks; // by person

    public Roster(DayProblem day, IReadOnlyList<VisitOptions> options)
        : this(day, options, new(day, options))
    {
    }

    private Roster(DayProblem day, IReadOnlyList<VisitOptions> options, DayIndex index)
    {
        (this.day, this.options, this.index) = (day, options, index);
        books = new(day, index);
        placing = new(index, books);
        visits = new Placed?[options.Count];
        breaks = [.. day.Staff.Select(p => new Span?[p.Breaks.Count])];
    }

    /// <summary>Tries for one visit before it counts as not fitting: a first guess may give up where the model may not.</summary>
    public int Patience { get; init; } = 20_000;

    public int Weight { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>By option: where it is, or null.</summary>
    public IReadOnlyList<Placed?> Visits => visits;

    public int? Finish => visits.Max(v => v?.End);

    public Timetable Table => new(
        [.. visits.OfType<Placed>().Select(v => v.ToPlanned(day))],
        [.. breaks.SelectMany((own, p) => own.Index().Where(b => b.Item is not null).Select(b => new PlannedBreak(day.Staff[p].Id, day.Staff[p].Breaks[b.Index].Name, b.Item!.Value)))]);

    /// <summary>An empty one for the same day.</summary>
    public Roster Empty(int patience) => new(day, options, index) { Patience = patience };

    /// <summary>Takes a timetable over as it is.</summary>
    public Roster Take(Timetable table)
    {
        foreach (var visit in table.Visits)
        {
            var at = index.Visit[visit.Visit.Id];
            Take(at, Placed.Of(index, options[at], visit));
        }

        foreach (var rest in table.Breaks)
        {
            var person = index.Person[rest.Staff];
            Take(person, day.Staff[person].Breaks.Index().First(b => b.Item.Name == rest.Name).Index, rest.Time);
        }

        return this;
    }

    public void CopyFrom(Roster other)
    {
        books.CopyFrom(other.books);
        other.visits.CopyTo(visits, 0);
        for (var p = 0; p < breaks.Length; p++)
        {
            other.breaks[p].CopyTo(breaks[p], 0);
        }

        (Weight, Waiting) = (other.Weight, other.Waiting);
    }

    /// <summary>Places every break in free time, one person's after the other's where it may; false when one does not fit.</summary>
    public bool AddBreaks()
    {
        for (var p = 0; p < day.Staff.Count; p++)
        {
            foreach (var (b, rest) in day.Staff[p].Breaks.Index().OrderBy(b => b.Item.Latest))
            {
                if (!AddBreak(p, b, rest.Earliest + ((rest.Latest - rest.Length - rest.Earliest) * (p % 3) / 4)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Places one break at the first free time from a moment on, or else before it; false when there is none.</summary>
    public bool AddBreak(int person, int at, int from)
    {
        var rest = day.Staff[person].Breaks[at];
        foreach (var start in Around(rest.Earliest, rest.Latest - rest.Length, from))
        {
            var time = new Span(start, start + rest.Length);
            if (books.IsFree(person, time))
            {
                Take(person, at, time);
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a visit at its earliest; false when no way was found, which is no proof that there is none.</summary>
    public bool Add(VisitOptions visit) => Add(index.Visit[visit.Visit.Id], int.MinValue, Everlasting);

    /// <summary>Adds a visit at the first time from a moment on, or else before it.</summary>
    /// <param name="wait">Units that each gap may last beyond its least.</param>
    public bool Add(int visit, int from, int wait) => options[visit].Reason is null && Add(visit, Around(options[visit].Lows[0], options[visit].Highs[0], from), wait);

    /// <summary>Adds a visit at the first of these starts that has a way.</summary>
    public bool Add(int visit, IEnumerable<int> starts, int wait)
    {
        if (options[visit].Visit.Fixed is { } promised)
        {
            Take(visit, Placed.Of(index, options[visit], new(options[visit].Visit, promised)));
            return true;
        }

        if (placing.First(options[visit], starts, Patience, wait) is not { } way)
        {
            return false;
        }

        Take(visit, way);
        return true;
    }

    public void Remove(int visit)
    {
        var gone = visits[visit]!;
        books.Set(gone, isFree: true);
        visits[visit] = null;
        (Weight, Waiting) = (Weight - gone.Options.Visit.Weight, Waiting - gone.Waiting);
    }

    public void Remove(int person, int rest)
    {
        books.Set(person, breaks[person][rest]!.Value, isFree: true);
        breaks[person][rest] = null;
    }

    private void Take(int at, Placed visit)
    {
        books.Set(visit, isFree: false);
        visits[at] = visit;
        (Weight, Waiting) = (Weight + visit.Options.Visit.Weight, Waiting + visit.Waiting);
    }

    private void Take(int person, int rest, Span time)
    {
        books.Set(person, time, isFree: false);
        breaks[person][rest] = time;
    }

    private static IEnumerable<int> Around(int low, int high, int from)
    {
        from = Math.Clamp(from, low, Math.Max(low, high));
        for (var i = 0; i <= high - low; i++)
        {
            yield return from + i <= high ? from + i : low + (from + i - high - 1);
        }
    }
}
