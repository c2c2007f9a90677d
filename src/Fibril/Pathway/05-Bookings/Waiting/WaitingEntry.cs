namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>When a visit would suit: days of the week, and hours on the clinic's clock.</summary>
/// <param name="Days">Empty: any day.</param>
/// <param name="From">Not to begin before; null: any time.</param>
/// <param name="Until">To be over by; null: any time.</param>
public sealed record WaitingWish(IReadOnlyList<DayOfWeek> Days, TimeOnly? From, TimeOnly? Until);

public enum WaitingAnswer
{
    /// <summary>Asked, and still time to answer.</summary>
    Open,
    Taken,
    Declined,

    /// <summary>No answer in time.</summary>
    Lapsed,
}

/// <summary>One time that was offered to somebody who waits.</summary>
/// <param name="HoldId">The booking that keeps the time until then.</param>
public sealed record WaitingOffer(Guid HoldId, DateTime StartsAt, DateTime EndsAt, DateTime OfferedAt, DateTime Until, WaitingAnswer Answer);

/// <summary>Somebody who waits for a time of one kind of visit.</summary>
public sealed class WaitingEntry : CourseRow
{
    public required VisitKind Kind { get; init; }

    public required WaitingWish Wish { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedByName { get; init; }

    /// <summary>Every time that was offered, oldest first.</summary>
    public List<WaitingOffer> Offers { get; private set; } = [];

    /// <summary>End of the open offer; null when there is none.</summary>
    public DateTime? OfferUntil { get; private set; }

    /// <summary>No longer waits: has a time, or does not want one.</summary>
    public DateTime? EndedAt { get; private set; }

    public string? EndedWhy { get; private set; }

    public WaitingOffer? Open => Offers.LastOrDefault(o => o.Answer == WaitingAnswer.Open);

    public void Offer(WaitingOffer offer) => (Offers, OfferUntil) = ([.. Offers, offer], offer.Until);

    /// <summary>Closes the open offer; nothing when there is none.</summary>
    public void Answer(WaitingAnswer answer) =>
        (Offers, OfferUntil) = ([.. Offers.Select(o => o.Answer == WaitingAnswer.Open ? o with { Answer = answer } : o)], null);

    public void End(string why, DateTime now) => (EndedWhy, EndedAt) = (why, now);
}
