using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>One part of a visit before it has a time: what it is and how many minutes.</summary>
public sealed record VisitPart(SegmentKind Kind, int Minutes);

/// <summary>Who does a visit, where and with which device. Without an assistant the practitioner does everything; without a chair the cream works in the room.</summary>
/// <param name="DeviceId">Taken while it needles; null where the visit needs none.</param>
public sealed record Crew(Guid PractitionerId, Guid? AssistantId, Guid? ChairId, Guid RoomId, Guid? DeviceId = null)
{
    public Guid HandsId => AssistantId ?? PractitionerId;

    public Guid NumbingPlaceId => ChairId ?? RoomId;
}

/// <summary>Lays the parts of a visit one behind the other. Pure: minutes in, segments out.</summary>
public static class VisitLayout
{
    /// <summary>House default, minutes.</summary>
    public const int ConsultationMinutes = 45;

    /// <summary>House default, minutes.</summary>
    public const int ReviewMinutes = 20;

    /// <summary>
    /// The ways a session may be laid: the cream works for its shortest booked time or up to its longest, in steps of one unit, so that
    /// one person can be numbed while another is needled. Shortest first. Source: clinical base 4.4, 4.6.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<VisitPart>> Session(VisitLength length)
    {
        if (length.Steps.FirstOrDefault(s => s.Dwell) is not { } dwell)
        {
            return [WithoutCream(length)];
        }

        List<IReadOnlyList<VisitPart>> ways = [];
        for (var minutes = Units(dwell.MinutesFrom); minutes <= Math.Max(dwell.MinutesTo, Units(dwell.MinutesFrom)); minutes += Occupancy.UnitMinutes)
        {
            ways.Add(WithCream(length, minutes));
        }

        return ways;
    }

    /// <summary>A talk: consultation or review. Source: clinic.</summary>
    public static IReadOnlyList<VisitPart> Talk(VisitKind kind) =>
        [new(SegmentKind.Talk, kind == VisitKind.Consultation ? ConsultationMinutes : ReviewMinutes)];

    /// <summary>Gives every part its time, its hands, its place and the needle its device. Source: screens 1 (the numbing needs a chair and nobody's hands).</summary>
    public static IReadOnlyList<Segment> Place(IReadOnlyList<VisitPart> parts, Crew crew, DateTime startsAt)
    {
        var numbed = parts.Any(p => p.Kind == SegmentKind.Numbing);
        List<Segment> segments = [];
        var at = startsAt;
        foreach (var part in parts)
        {
            segments.Add(new(part.Kind, at, part.Minutes, StaffFor(part.Kind, crew), PlaceOf(part.Kind, numbed, crew), part.Kind == SegmentKind.Needling ? crew.DeviceId : null));
            at = at.AddMinutes(part.Minutes);
        }

        return segments;
    }

    /// <summary>Where a crew does a part of a visit.</summary>
    /// <param name="numbed">Whether the visit has a part under the cream.</param>
    public static Guid PlaceOf(SegmentKind kind, bool numbed, Crew crew) =>
        numbed && kind is SegmentKind.CheckIn or SegmentKind.CreamOn or SegmentKind.Numbing or SegmentKind.CreamOff ? crew.NumbingPlaceId : crew.RoomId;

    /// <summary>What is free again as soon as a part is over: whose hands it needs, and the device.</summary>
    public static IEnumerable<Guid> HandsAndDevice(Segment part) => new[] { part.StaffId, part.DeviceId }.OfType<Guid>();

    /// <summary>Every resource and 5-minute unit that the segments take, with the time to make a place ready again. Source: interop 4.4.</summary>
    /// <param name="turnover">Minutes of turnover by place.</param>
    /// <param name="person">Who comes, taken from the first part to the last.</param>
    public static IEnumerable<(Guid ResourceId, DateTime UnitStart)> UnitsOf(IReadOnlyList<Segment> segments, IReadOnlyDictionary<Guid, int> turnover, Guid? person = null)
    {
        var hands = segments.SelectMany(s => HandsAndDevice(s).SelectMany(id => Spread(id, s.StartsAt, s.EndsAt)));
        var places = segments.Where(s => s.PlaceId is not null).GroupBy(s => s.PlaceId!.Value)
            .SelectMany(g => Spread(g.Key, g.Min(s => s.StartsAt), g.Max(s => s.EndsAt).AddMinutes(Units(turnover.GetValueOrDefault(g.Key)))));
        var comes = person is { } who ? Spread(who, segments.Min(s => s.StartsAt), segments.Max(s => s.EndsAt)) : [];
        return hands.Concat(places).Concat(comes).Distinct();
    }

    private static List<VisitPart> WithCream(VisitLength length, int dwellMinutes) =>
    [
        new(SegmentKind.CheckIn, Sum(length, s => s.MinutesTo, "check-in", "photos")),
        new(SegmentKind.CreamOn, Sum(length, s => s.MinutesTo, "cleanse")),
        new(SegmentKind.Numbing, dwellMinutes),
        new(SegmentKind.CreamOff, Sum(length, s => s.MinutesTo, "remove")),
        new(SegmentKind.Needling, Sum(length, s => s.MinutesTo, "needling")),
        new(SegmentKind.Aftercare, Sum(length, s => s.MinutesTo, "cooling", "teach-back")),
    ];

    private static List<VisitPart> WithoutCream(VisitLength length) =>
    [
        new(SegmentKind.CheckIn, Sum(length, s => s.MinutesTo, "check-in", "photos")),
        new(SegmentKind.Needling, Sum(length, s => s.MinutesTo, "cleanse", "remove", "needling")),
        new(SegmentKind.Aftercare, Sum(length, s => s.MinutesTo, "cooling", "teach-back")),
    ];

    private static int Sum(VisitLength length, Func<VisitStep, int> minutes, params string[] steps) =>
        Units(steps.Sum(id => minutes(length.Steps.FirstOrDefault(s => s.Id == id)
            ?? throw new ProtocolException($"protocol/sessions.yaml: the timeline has no step '{id}'."))));

    private static int Units(int minutes) => (minutes + Occupancy.UnitMinutes - 1) / Occupancy.UnitMinutes * Occupancy.UnitMinutes;

    private static Guid? StaffFor(SegmentKind kind, Crew crew) => kind switch
    {
        SegmentKind.Numbing => null,
        SegmentKind.Needling or SegmentKind.Talk => crew.PractitionerId,
        _ => crew.HandsId,
    };

    private static IEnumerable<(Guid, DateTime)> Spread(Guid resource, DateTime from, DateTime to)
    {
        for (var unit = from; unit < to; unit = unit.AddMinutes(Occupancy.UnitMinutes))
        {
            yield return (resource, unit);
        }
    }
}
