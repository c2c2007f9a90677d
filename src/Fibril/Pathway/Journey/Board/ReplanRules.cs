using Fibril.Pathway.Bookings;

namespace Fibril.Pathway.Journey.Board;

/// <summary>A visit that can still be laid anew.</summary>
/// <param name="Ways">Its parts, in each way in which they may be laid; never longer under cream than is allowed.</param>
/// <param name="Crews">Who and where, those of now first.</param>
/// <param name="NotBefore">Nobody is asked to come earlier than was promised.</param>
/// <param name="EndsBy">Closing; later for somebody who sits in the waiting room.</param>
public sealed record LooseVisit(OpenVisit Visit, IReadOnlyList<IReadOnlyList<VisitPart>> Ways, IReadOnlyList<Crew> Crews, DateTime NotBefore, DateTime EndsBy);

/// <summary>The new time of a visit; null where it finds none.</summary>
/// <param name="Why">Why it finds none; empty where it does.</param>
public sealed record ReplannedVisit(OpenVisit Visit, Offer? Offer, string Why)
{
    /// <summary>Minutes by which it begins later than was promised; below zero for somebody who is here already and comes on earlier.</summary>
    public int LaterMinutes => Offer is null ? 0 : (int)(Offer.StartsAt - Visit.Booking.StartsAt).TotalMinutes;

    /// <summary>Somebody who has not come must hear of it.</summary>
    public bool MustBeTold => Offer is not null && LaterMinutes != 0 && Visit.Booking.ArrivedAt is null;
}

/// <summary>Lays the rest of a day anew around what goes on. Pure.</summary>
public static class ReplanRules
{
    /// <summary>
    /// In the order that was promised, each as near to its promise as people and places allow: who was promised first gets the first choice.
    /// Source: clinic. The limits of the cream hold, because no way is longer.
    /// </summary>
    /// <param name="taken">Units of what goes on, of everything that is not laid anew, and of the delay.</param>
    public static IReadOnlyList<ReplannedVisit> Lay(IReadOnlyList<LooseVisit> loose, IEnumerable<(Guid ResourceId, DateTime UnitStart)> taken, IReadOnlyDictionary<Guid, int> turnover)
    {
        var gone = taken.ToHashSet();
        List<ReplannedVisit> laid = [];
        foreach (var visit in loose.OrderBy(v => v.Visit.Booking.StartsAt).ThenBy(v => v.Visit.Booking.Id))
        {
            var offer = First(visit, gone, turnover);
            gone.UnionWith(offer is null ? [] : VisitLayout.UnitsOf(offer.Segments, turnover, visit.Visit.Booking.PatientId));
            laid.Add(new(visit.Visit, offer, offer is not null ? "" : visit.Crews.Count == 0 ? "who was booked may not do this any more" : "no room before closing"));
        }

        return laid;
    }

    /// <summary>What parts take that do not begin on the grid, with the time to make a place ready again.</summary>
    public static IEnumerable<(Guid ResourceId, DateTime UnitStart)> UnitsOf(IReadOnlyList<Segment> parts, IReadOnlyDictionary<Guid, int> turnover) =>
        parts.SelectMany(p => VisitLayout.HandsAndDevice(p).SelectMany(id => Units(id, p.StartsAt, p.EndsAt)))
            .Concat(parts.Where(p => p.PlaceId is not null).GroupBy(p => p.PlaceId!.Value).SelectMany(g => Units(g.Key, g.Min(s => s.StartsAt), g.Max(s => s.EndsAt).AddMinutes(turnover.GetValueOrDefault(g.Key)))));

    /// <summary>Units from the one in which a time lies to the one before its end.</summary>
    public static IEnumerable<(Guid ResourceId, DateTime UnitStart)> Units(Guid resource, DateTime from, DateTime to)
    {
        for (var unit = OnGrid(from, up: false); unit < to; unit = unit.AddMinutes(Occupancy.UnitMinutes))
        {
            yield return (resource, unit);
        }
    }

    /// <summary>The same time, or the nearest start of a unit before or after it.</summary>
    public static DateTime OnGrid(DateTime at, bool up)
    {
        var unit = TimeSpan.FromMinutes(Occupancy.UnitMinutes).Ticks;
        var floor = at.AddTicks(-(at.Ticks % unit));
        return up && floor < at ? floor.AddTicks(unit) : floor;
    }

    private static Offer? First(LooseVisit visit, HashSet<(Guid, DateTime)> gone, IReadOnlyDictionary<Guid, int> turnover)
    {
        FreeTimesQuestion question = new() { Person = visit.Visit.Booking.PatientId, Ways = visit.Ways, Crews = visit.Crews, Turnover = turnover, Taken = gone };
        for (var start = OnGrid(visit.NotBefore, up: true); start < visit.EndsBy && visit.Crews.Count > 0; start = start.AddMinutes(Occupancy.UnitMinutes))
        {
            if (FreeTimes.At(question, start) is { } offer && offer.EndsAt <= visit.EndsBy)
            {
                return offer;
            }
        }

        return null;
    }
}
