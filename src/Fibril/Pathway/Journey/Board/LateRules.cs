using Fibril.Pathway.Bookings;

namespace Fibril.Pathway.Journey.Board;

/// <summary>A visit of today that is not over.</summary>
/// <param name="Left">What is still to do; never empty.</param>
/// <param name="IsBegun">The first of these parts goes on.</param>
/// <param name="CreamOnAt">Since when the cream works; null when none is on.</param>
/// <param name="MostMinutes">So long the cream may stay; null without one.</param>
/// <param name="Phone">To be rung where there is no mail address; null where there is one.</param>
public sealed record OpenVisit(Booking Booking, string Person, IReadOnlyList<Segment> Left, bool IsBegun, DateTime? CreamOnAt, int? MostMinutes, string? Phone = null);

/// <summary>The same visit when everything behind a delay moves on.</summary>
public sealed record ShiftedVisit(OpenVisit Visit, IReadOnlyList<Segment> Then)
{
    /// <summary>Minutes by which the visit ends later than it was planned; 0 when it is not touched.</summary>
    public int LateMinutes => Math.Max(0, (int)(Then[^1].EndsAt - Visit.Booking.EndsAt).TotalMinutes);

    /// <summary>Minutes on the skin if the cream stays on until the needle is ready; null without cream.</summary>
    public int? CreamMinutes => CreamFrom is { } on && (Then.FirstOrDefault(s => s.Kind == SegmentKind.CreamOff) ?? Then.FirstOrDefault(s => s.Kind == SegmentKind.Needling)) is { } off
        ? (int)Math.Ceiling((off.StartsAt - on).TotalMinutes)
        : null;

    public bool IsOverNumbed => CreamMinutes > Visit.MostMinutes;

    /// <summary>The latest moment at which the cream comes off; null without cream.</summary>
    public DateTime? OffBy => Visit.MostMinutes is { } most ? CreamFrom?.AddMinutes(most) : null;

    private DateTime? CreamFrom => Visit.CreamOnAt ?? Then.FirstOrDefault(s => s.Kind == SegmentKind.Numbing)?.StartsAt;
}

/// <summary>What a delay does to the rest of the day when nobody does anything about it. Pure.</summary>
public static class LateRules
{
    /// <summary>Nobody asks for more at once, minutes.</summary>
    public const int MostMinutes = 240;

    /// <summary>What is wrong with so many minutes; null where nothing is. A part of a minute is asked as it was typed.</summary>
    public static string? Problem(decimal? minutes) => minutes switch
    {
        null => $"Write the minutes in figures, from 1 to {MostMinutes}, such as 15.",
        _ when minutes % 1 != 0 => "Write whole minutes, such as 15.",
        < 1 => "Write 1 minute or more: nobody is late by less.",
        > MostMinutes => $"{MostMinutes} minutes are the most that can be asked for at once. Look at these first, then at the rest.",
        _ => null,
    };

    /// <summary>
    /// Somebody needs some minutes more: all parts keep their order; each begins when the part before it, its hands, its place and its device are free.
    /// The cream comes off just before the needle. Source: issue of the board; clinical base 4.4 for the limit that is compared.
    /// </summary>
    /// <param name="open">Visits that are not over.</param>
    /// <param name="who">Whose next part begins later.</param>
    /// <param name="minutes">By how much: what this person does now lasts longer; where that is nothing, from now.</param>
    /// <param name="turnover">Minutes to make a place ready.</param>
    public static IReadOnlyList<ShiftedVisit> Shift(IReadOnlyList<OpenVisit> open, Guid who, int minutes, DateTime now, IReadOnlyDictionary<Guid, int> turnover)
    {
        var then = open.ToDictionary(v => v, v => v.Left.ToArray());
        var busy = open.FirstOrDefault(v => v.IsBegun && v.Left[0].StaffId == who);
        var free = new Dictionary<Guid, DateTime>();
        if (busy is null)
        {
            free[who] = now.AddMinutes(minutes);
        }
        else
        {
            then[busy][0] = then[busy][0] with { Minutes = then[busy][0].Minutes + minutes };
        }

        var lastIn = new Dictionary<Guid, OpenVisit>();
        foreach (var (visit, part) in open.SelectMany(v => Enumerable.Range(0, v.Left.Count).Select(i => (v, i))).OrderBy(p => p.v.Left[p.i].StartsAt).ThenBy(p => p.v.Booking.Id).ThenBy(p => p.i))
        {
            var parts = then[visit];
            if (!(part == 0 && visit.IsBegun))
            {
                parts[part] = parts[part] with { StartsAt = EarliestOf(parts, part, free, lastIn, visit, turnover) };
                HoldTheCream(parts, part);
            }

            Take(parts, part, visit, free, lastIn);
        }

        return [.. open.Select(v => new ShiftedVisit(v, then[v]))];
    }

    private static DateTime EarliestOf(Segment[] parts, int part, Dictionary<Guid, DateTime> free, Dictionary<Guid, OpenVisit> lastIn, OpenVisit visit, IReadOnlyDictionary<Guid, int> turnover)
    {
        var segment = parts[part];
        List<DateTime> all = [segment.StartsAt];
        if (part > 0)
        {
            all.Add(parts[part - 1].EndsAt);
        }

        all.AddRange(VisitLayout.HandsAndDevice(segment).Where(free.ContainsKey).Select(id => free[id]));

        if (segment.PlaceId is { } place && free.TryGetValue(place, out var placeFree) && lastIn[place] != visit)
        {
            all.Add(placeFree.AddMinutes(turnover.GetValueOrDefault(place)));
        }

        return all.Max();
    }

    /// <summary>Nobody wipes the cream off before the needle is ready: it works on until then.</summary>
    private static void HoldTheCream(Segment[] parts, int part)
    {
        if (parts[part].Kind != SegmentKind.Needling || part == 0 || parts[part - 1].Kind != SegmentKind.CreamOff)
        {
            return;
        }

        parts[part - 1] = parts[part - 1] with { StartsAt = parts[part].StartsAt.AddMinutes(-parts[part - 1].Minutes) };
        if (part > 1 && parts[part - 2].Kind == SegmentKind.Numbing)
        {
            parts[part - 2] = parts[part - 2] with { Minutes = (int)(parts[part - 1].StartsAt - parts[part - 2].StartsAt).TotalMinutes };
        }
    }

    private static void Take(Segment[] parts, int part, OpenVisit visit, Dictionary<Guid, DateTime> free, Dictionary<Guid, OpenVisit> lastIn)
    {
        foreach (var segment in part > 0 && parts[part].Kind == SegmentKind.Needling ? parts[(part - 1)..(part + 1)] : [parts[part]])
        {
            foreach (var id in VisitLayout.HandsAndDevice(segment))
            {
                free[id] = Later(free, id, segment.EndsAt);
            }

            if (segment.PlaceId is { } place)
            {
                (free[place], lastIn[place]) = (Later(free, place, segment.EndsAt), visit);
            }
        }
    }

    private static DateTime Later(Dictionary<Guid, DateTime> free, Guid resource, DateTime at) =>
        free.TryGetValue(resource, out var known) && known > at ? known : at;
}
