namespace Fibril.Pathway.Bookings;

public enum VisitKind
{
    Consultation,
    Session,
    Review,
}

public enum SegmentKind
{
    CheckIn,
    CreamOn,

    /// <summary>The cream works; needs a chair and nobody's hands.</summary>
    Numbing,
    CreamOff,
    Needling,
    Aftercare,
    Talk,
}

/// <summary>One part of a visit: whom, what place and what device it needs, and when.</summary>
/// <param name="DeviceId">The needling device; null where none is needed, or none was on record when it was booked.</param>
public sealed record Segment(SegmentKind Kind, DateTime StartsAt, int Minutes, Guid? StaffId, Guid? PlaceId, Guid? DeviceId = null)
{
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);
}

/// <summary>"I have kept it": one hold confirmed by the person or at the door.</summary>
public sealed record HoldConfirmation(string HoldId, DateTime At, string By);

/// <summary>One visit in the diary.</summary>
public sealed class Booking : CourseRow
{
    public required VisitKind Kind { get; init; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public List<Segment> Segments { get; private set; } = [];

    public required DateTime MadeAt { get; init; }

    public required string MadeByName { get; init; }

    /// <summary>Why it was booked although something was still missing; null where nothing was skipped.</summary>
    public string? SkippedWhy { get; init; }

    /// <summary>A time kept for somebody who is still typing; null once it is booked.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>A patient asked for this time where the clinic says yes to each booking itself; the hold stays until it has.</summary>
    public DateTime? RequestedAt { get; private set; }

    public List<HoldConfirmation> HoldsConfirmed { get; private set; } = [];

    /// <summary>iCalendar SEQUENCE: one more with every change.</summary>
    public int Sequence { get; private set; }

    public DateTime? ArrivedAt { get; private set; }

    public DateTime? LeftAt { get; private set; }

    public DateTime? NoShowAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public string? CancelledWhy { get; private set; }

    /// <summary>Booked, not only held, and neither cancelled nor missed.</summary>
    public bool Stands => HeldUntil is null && CancelledAt is null && NoShowAt is null;

    /// <summary>Who needles, or who talks with the person.</summary>
    public Guid? PractitionerId => Segments.FirstOrDefault(s => s.Kind is SegmentKind.Needling or SegmentKind.Talk)?.StaffId;

    public void Place(IReadOnlyList<Segment> segments)
    {
        (Segments, StartsAt, EndsAt) = ([.. segments], segments.Min(s => s.StartsAt), segments.Max(s => s.EndsAt));
        Sequence++;
    }

    public void HoldUntil(DateTime? until) => HeldUntil = until;

    /// <summary>The time is kept until the visit would begin, or the clinic has answered.</summary>
    public void Request(DateTime now) => (RequestedAt, HeldUntil) = (now, StartsAt);

    public void ConfirmHold(HoldConfirmation confirmation) =>
        HoldsConfirmed = [.. HoldsConfirmed.Where(h => h.HoldId != confirmation.HoldId), confirmation];

    public void Arrive(DateTime now) => ArrivedAt = now;

    public void Leave(DateTime now) => LeftAt = now;

    public void NotCome(DateTime now) => NoShowAt = now;

    public void Cancel(string why, DateTime now)
    {
        (CancelledWhy, CancelledAt) = (why, now);
        Sequence++;
    }
}
