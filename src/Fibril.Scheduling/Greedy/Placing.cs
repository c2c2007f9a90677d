namespace Fibril.Scheduling;

/// <summary>Finds a way for one visit among what is free: the earliest of each segment that leaves one for the next.</summary>
internal sealed class Placing(DayIndex index, Books books)
{
    private readonly Starts may = new(index, books);

    /// <summary>Room to try in, by visit: most tries fail.</summary>
    private readonly Dictionary<VisitOptions, Placed> drafts = new(ReferenceEqualityComparer.Instance);

    private Placed draft = null!;
    private int patience;
    private int wait;

    /// <summary>The visit from the first of these starts that has a way; null when none was found.</summary>
    /// <param name="tries">After so many the visit counts as not fitting.</param>
    /// <param name="most">Units that each gap may last beyond its least.</param>
    public Placed? First(VisitOptions visit, IEnumerable<int> from, int tries, int most)
    {
        (patience, wait) = (tries, most);
        may.Find(visit);
        draft = drafts.TryGetValue(visit, out var known) ? known
            : drafts[visit] = new(visit, new int[visit.Lows.Length], [.. visit.People.Select(needs => new int[needs.Length])], new int[visit.Places.Length]);
        foreach (var start in from)
        {
            if (Place(0, start, start))
            {
                return new(visit, [.. draft.Starts], [.. draft.Staff.Select(s => s.ToArray())], [.. draft.Places]);
            }
        }

        return null;
    }

    private bool Place(int s, int from, int to)
    {
        var segments = draft.Options.Visit.Type.Segments;
        for (var start = Math.Max(from, draft.Options.Lows[s]); start <= Math.Min(to, draft.Options.Highs[s]) && patience > 0; start++)
        {
            if (!may.At(s, start))
            {
                continue;
            }

            patience--;
            var time = new Span(start, start + segments[s].Length);
            draft.Starts[s] = start;
            if (!EndStays(s) || !Staff(s, time))
            {
                continue;
            }

            var gap = segments[s].GapAfter;
            if (s + 1 == segments.Count || Place(s + 1, time.To + gap.Min, time.To + Math.Min(gap.Max, gap.Min + wait)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Staff(int s, Span time)
    {
        if (s > 0 && draft.Options.Visit.Type.Segments[s - 1].GapAfter.KeepsStaff)
        {
            draft.Staff[s - 1].CopyTo(draft.Staff[s], 0);
            return Array.TrueForAll(draft.Staff[s], p => books.IsFree(p, time));
        }

        var (needs, chosen) = (draft.Options.People[s], draft.Staff[s]);
        for (var n = 0; n < needs.Length; n++)
        {
            var best = -1;
            foreach (var person in needs[n])
            {
                best = (best < 0 || IsBetter(person, best)) && Array.IndexOf(chosen, person, 0, n) < 0 && books.IsFree(person, time) ? person : best;
            }

            if (best < 0)
            {
                return false;
            }

            chosen[n] = best;
        }

        return true;
    }

    /// <summary>Wanted by fewer, then busier already.</summary>
    private bool IsBetter(int person, int best) =>
        index.Wanted[person] < index.Wanted[best] || (index.Wanted[person] == index.Wanted[best] && books.Tasks(person) > books.Tasks(best));

    /// <summary>Chooses a place for each stay that ends with this segment, or with the start of it.</summary>
    private bool EndStays(int s)
    {
        var stays = draft.Options.Visit.Type.Stays;
        for (var i = 0; i < stays.Count; i++)
        {
            var stay = stays[i];
            if (stay.First != s && (stay.Holds ? stay.Last + 1 : stay.Last) != s)
            {
                continue;
            }

            draft.Places[i] = FreePlace(i, TimeOf(stay, s));
            if (draft.Places[i] < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As far as it is known when this segment has its start.</summary>
    private Span TimeOf(Stay stay, int s)
    {
        var from = draft.Starts[stay.First];
        return new(from, stay.Holds && stay.Last < s ? draft.Starts[s] : !stay.Holds && stay.Last == s ? draft.Starts[s] + draft.Options.Visit.Type.Segments[s].Length : from + draft.Options.Shortest(stay));
    }

    private int FreePlace(int i, Span time)
    {
        foreach (var place in draft.Options.Places[i])
        {
            if (books.IsOpen(place, time) && !ComesBack(i, place, time))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The patient was at this place before and it is not turned over yet: nobody else's stay says so while the visit is being built.</summary>
    private bool ComesBack(int i, int place, Span time)
    {
        var stays = draft.Options.Visit.Type.Stays;
        for (var before = 0; before < i; before++)
        {
            if (draft.Places[before] == place && draft.Of(stays[before]) is var was && time.Meets(was with { To = was.To + index.Turnover[place] }))
            {
                return true;
            }
        }

        return false;
    }
}
