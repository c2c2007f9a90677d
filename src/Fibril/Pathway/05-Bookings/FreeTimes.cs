namespace Fibril.Pathway.Bookings;

/// <summary>What a search for free times goes through: the ways to lay the visit, who and where, and what is taken already.</summary>
public sealed record FreeTimesQuestion
{
    /// <summary>Ways to lay the visit, best first.</summary>
    public required IReadOnlyList<IReadOnlyList<VisitPart>> Ways { get; init; }

    /// <summary>People and places together, best first.</summary>
    public required IReadOnlyList<Crew> Crews { get; init; }

    /// <summary>Minutes to make a place ready for the next person.</summary>
    public required IReadOnlyDictionary<Guid, int> Turnover { get; init; }

    /// <summary>Resources and units that have gone.</summary>
    public required IReadOnlySet<(Guid ResourceId, DateTime UnitStart)> Taken { get; init; }
}

/// <summary>Finds where a visit fits. Pure.</summary>
public static class FreeTimes
{
    /// <summary>The first crew and way that are free at this start; null when there is none. Source: interop 4.4.</summary>
    public static Offer? At(FreeTimesQuestion question, DateTime start)
    {
        foreach (var way in question.Ways)
        {
            foreach (var crew in question.Crews)
            {
                var segments = VisitLayout.Place(way, crew, start);
                if (!VisitLayout.UnitsOf(segments, question.Turnover).Any(question.Taken.Contains))
                {
                    return new(segments);
                }
            }
        }

        return null;
    }

    /// <summary>Everybody who may needle with everybody who may help, every chair and every room. Source: clinic.</summary>
    public static IReadOnlyList<Crew> Crews(
        IReadOnlyList<Guid> practitioners, IReadOnlyList<Guid> assistants, IReadOnlyList<Guid> chairs, IReadOnlyList<Guid> rooms) =>
    [
        .. from practitioner in practitioners
           from room in rooms
           from chair in chairs.Select(c => (Guid?)c).DefaultIfEmpty()
           from assistant in assistants.Where(a => a != practitioner).Select(a => (Guid?)a).Append(null)
           select new Crew(practitioner, assistant, chair, room),
    ];
}
