namespace Fibril.Pathway.Bookings;

/// <summary>What a search for free times goes through: the ways to lay the visit, who and where, and what is taken already.</summary>
public sealed record FreeTimesQuestion
{
    /// <summary>Who comes: nobody is in two visits at once. Null asks for places and hands only.</summary>
    public Guid? Person { get; init; }

    /// <summary>Ways to lay the visit, best first.</summary>
    public required IReadOnlyList<IReadOnlyList<VisitPart>> Ways { get; init; }

    /// <summary>People and places together, best first.</summary>
    public required IReadOnlyList<Crew> Crews { get; init; }

    /// <summary>Minutes to make a place ready for the next person.</summary>
    public required IReadOnlyDictionary<Guid, int> Turnover { get; init; }

    /// <summary>Resources and units that have gone.</summary>
    public required IReadOnlySet<(Guid ResourceId, DateTime UnitStart)> Taken { get; init; }

    /// <summary>People and units outside their hours.</summary>
    public IReadOnlySet<(Guid ResourceId, DateTime UnitStart)> Off { get; init; } = new HashSet<(Guid, DateTime)>();

    /// <summary>Breaks that each visit leaves room for.</summary>
    public IReadOnlyList<DayBreak> Breaks { get; init; } = [];
}

/// <summary>A time at which the visit does not fit.</summary>
/// <param name="Gone">Resources and units that somebody else has, or in which somebody is not there.</param>
/// <param name="Lost">Breaks that would find no place any more. Both are empty where it fits after all.</param>
public sealed record NearMiss(Offer Offer, IReadOnlyList<(Guid ResourceId, DateTime UnitStart)> Gone, IReadOnlyList<DayBreak> Lost);

/// <summary>Finds where a visit fits. Pure.</summary>
public static class FreeTimes
{
    /// <summary>The first crew and way that are free at this start; null when there is none. Source: interop 4.4.</summary>
    public static Offer? At(FreeTimesQuestion question, DateTime start) =>
        question.Ways.SelectMany(way => question.Crews.Select(crew => new Offer(VisitLayout.Place(way, crew, start)))).FirstOrDefault(offer => !GoneOf(question, offer).Any() && !LostBy(question, offer).Any());

    /// <summary>What the shortest visit at this start comes nearest to, and which of its units have gone: the crew that lacks least. Null where nobody may do it.</summary>
    public static NearMiss? Nearest(FreeTimesQuestion question, DateTime start) =>
        question.Crews.Select(crew => new Offer(VisitLayout.Place(question.Ways[0], crew, start))).Select(offer => new NearMiss(offer, [.. GoneOf(question, offer)], [.. LostBy(question, offer)])).MinBy(miss => miss.Gone.Count + miss.Lost.Count);

    /// <summary>The same crews, those first who keep the practitioner of a booking, then its places and its hands, then its device. Source: clinic.</summary>
    public static IReadOnlyList<Crew> AsNowFirst(IReadOnlyList<Crew> crews, Booking booking)
    {
        var hands = booking.Segments.FirstOrDefault(s => s.Kind == SegmentKind.Aftercare)?.StaffId;
        return [.. crews.OrderByDescending(c => c.PractitionerId == booking.PractitionerId)
            .ThenByDescending(c => booking.Segments.Count(s => s.PlaceId == c.RoomId || s.PlaceId == c.ChairId) + (c.HandsId == hands ? 2 : 0))
            .ThenByDescending(c => booking.Segments.Exists(s => s.DeviceId is not null && s.DeviceId == c.DeviceId))];
    }

    /// <summary>Everybody who may needle with everybody who may help, every chair, every room and every device. Source: clinic.</summary>
    /// <param name="devices">Those that a practitioner may use for this visit, best first; null where the visit needs none.</param>
    public static IReadOnlyList<Crew> Crews(
        IReadOnlyList<Guid> practitioners, IReadOnlyList<Guid> assistants, IReadOnlyList<Guid> chairs, IReadOnlyList<Guid> rooms, Func<Guid, IEnumerable<Guid>>? devices = null) =>
    [
        .. from practitioner in practitioners
           from room in rooms
           from chair in chairs.Select(c => (Guid?)c).DefaultIfEmpty()
           from assistant in assistants.Where(a => a != practitioner).Select(a => (Guid?)a).Append(null)
           from device in devices is null ? [null] : devices(practitioner).Select(d => (Guid?)d)
           select new Crew(practitioner, assistant, chair, room, device),
    ];

    private static IEnumerable<(Guid ResourceId, DateTime UnitStart)> GoneOf(FreeTimesQuestion question, Offer offer) =>
        VisitLayout.UnitsOf(offer.Segments, question.Turnover, question.Person).Where(u => question.Taken.Contains(u) || question.Off.Contains(u));

    /// <summary>Breaks that this visit would take. One that was lost before is no reason against a visit that leaves it alone.</summary>
    private static IEnumerable<DayBreak> LostBy(FreeTimesQuestion question, Offer offer)
    {
        var touched = question.Breaks.Where(b => offer.Segments.Any(s => s.StaffId == b.StaffId && s.StartsAt < b.To && b.From < s.EndsAt)).ToList();
        var units = touched.Count == 0 ? [] : VisitLayout.UnitsOf(offer.Segments, question.Turnover).ToHashSet();
        return touched.Where(b => !WorkTimes.Fits(b, question.Taken, units));
    }
}
