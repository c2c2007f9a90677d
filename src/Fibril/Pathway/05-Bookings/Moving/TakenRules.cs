using Fibril.Protocol;

namespace Fibril.Pathway.Bookings.Moving;

/// <summary>Who has what on a day.</summary>
/// <param name="Bookings">Other visits and holds of the day.</param>
/// <param name="Names">Of patients, colleagues, places and devices, by id.</param>
/// <param name="Turnover">Minutes to make a place ready, by place.</param>
public sealed record DayUse(IReadOnlyList<Booking> Bookings, IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<Guid, int> Turnover, TimeZoneInfo Zone)
{
    /// <summary>People and units outside their hours.</summary>
    public IReadOnlySet<(Guid ResourceId, DateTime UnitStart)> Off { get; init; } = new HashSet<(Guid, DateTime)>();

    private readonly Lazy<ILookup<(Guid ResourceId, DateTime UnitStart), Booking>> who = new(() =>
        Bookings.SelectMany(b => VisitLayout.UnitsOf(b.Segments, Turnover, b.PatientId).Select(u => (u, b))).ToLookup(p => p.u, p => p.b));

    public string Name(Guid id) => Names.GetValueOrDefault(id, "Somebody");

    /// <summary>Null where it is taken by what stands in no plan: a visit that runs over.</summary>
    public Booking? Who((Guid ResourceId, DateTime UnitStart) unit) => who.Value[unit].FirstOrDefault();
}

/// <summary>Says in words who has what a visit would need. Pure.</summary>
public static class TakenRules
{
    /// <summary>One reason for each person, place or device that is not free, the earliest first. Source: screens 3.1 (illegal places with the reason in words).</summary>
    public static IReadOnlyList<Reason> Why(NearMiss miss, DayUse use) =>
    [
        .. miss.Gone.GroupBy(u => u.ResourceId).Select(g => g.MinBy(u => u.UnitStart)).OrderBy(u => u.UnitStart)
            .Select(u => Sentence(u, miss.Offer.Segments, use))
            .Concat(miss.Lost.Select(b => $"{use.Name(b.StaffId)} would lose the break between {VisitText.Clock(b.From, use.Zone)} and {VisitText.Clock(b.To, use.Zone)}.")).Distinct().Select(s => new Reason("taken", s, "clinic")),
    ];

    private static string Sentence((Guid ResourceId, DateTime UnitStart) unit, IReadOnlyList<Segment> wanted, DayUse use)
    {
        var name = use.Name(unit.ResourceId);
        if (use.Who(unit) is not { } other)
        {
            return use.Off.Contains(unit) ? $"{name} is not at work at {Clock(unit.UnitStart)}." : $"{name} is taken at {Clock(unit.UnitStart)}: something runs over.";
        }

        var (person, isKept) = (use.Name(other.PatientId), other.HeldUntil is not null);
        if (unit.ResourceId == other.PatientId)
        {
            return $"{name} has another visit {When(other.StartsAt, other.EndsAt)}.";
        }

        if (other.Segments.Where(s => s.PlaceId == unit.ResourceId).ToList() is not { Count: > 0 } stay)
        {
            var (from, to) = Stretch([.. other.Segments.Where(s => VisitLayout.HandsAndDevice(s).Contains(unit.ResourceId))], unit.UnitStart);
            return $"{name} is {(isKept ? "kept for" : "with")} {person} {When(from, to)}.";
        }

        var (comes, goes) = (stay[0].StartsAt, stay[^1].EndsAt);
        return unit.UnitStart >= goes ? $"{name} is being made ready until {Clock(goes.AddMinutes(use.Turnover.GetValueOrDefault(unit.ResourceId)))}."
            : unit.UnitStart >= wanted.Last(s => s.PlaceId == unit.ResourceId).EndsAt ? $"{name} could not be made ready before {person} comes at {Clock(comes)}."
            : isKept ? $"{name} is kept for {person} {When(comes, goes)}."
            : $"{person} is in {name} {When(comes, goes)}.";

        string When(DateTime from, DateTime to) => from <= unit.UnitStart && wanted[0].StartsAt >= from ? $"until {Clock(to)}" : $"from {Clock(from)} to {Clock(to)}";

        string Clock(DateTime at) => VisitText.Clock(at, use.Zone);
    }

    /// <summary>Somebody's hands or a device may be needed more than once in a visit: from where to where without a pause around this unit.</summary>
    private static (DateTime From, DateTime To) Stretch(IReadOnlyList<Segment> parts, DateTime unit)
    {
        var at = parts.First(s => s.StartsAt <= unit && unit < s.EndsAt);
        var (from, to) = (at.StartsAt, at.EndsAt);
        foreach (var next in parts.Where(s => s.StartsAt == to))
        {
            to = next.EndsAt;
        }

        return (parts.Reverse().Aggregate(from, (first, s) => s.EndsAt == first ? s.StartsAt : first), to);
    }
}
