using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Which arrivals and which kept times need somebody, and how soon. Pure: what was noted and a time in; null where nobody must look.</summary>
public static class NeedRules
{
    /// <summary>So long before the arrival a missing consent is asked for at once. Source: clinic.</summary>
    public static readonly TimeSpan BeforeArrival = TimeSpan.FromHours(1);

    /// <summary>A request is answered so long before its time at the latest: somebody has to get there. Source: clinic.</summary>
    public static readonly TimeSpan BeforeRequested = TimeSpan.FromHours(2);

    /// <summary>A time kept by somebody who is still typing is named so long before it is given back: half of what it is kept for. Source: clinic.</summary>
    public static readonly TimeSpan BeforeLapse = HoldTime.Length / 2;

    /// <summary>An offer without an answer is named so long before it lapses: the person can still be called. Source: clinic.</summary>
    public static readonly TimeSpan BeforeOfferLapse = TimeSpan.FromMinutes(30);

    /// <summary>A needling visit of today whose consent does not hold, from the morning until the first needle. Source: screens 3.1, R049.</summary>
    /// <param name="consent">Does a consent hold on the day?</param>
    public static Urgency? Consent(Booking booking, Session? session, Decision consent, DateTime now) => (booking, session) switch
    {
        _ when consent.IsAllowed || !AwaitsNeedle(booking, session, now) => null,
        ({ ArrivedAt: not null }, _) => Urgency.Now,
        _ => booking.StartsAt - now <= BeforeArrival ? Urgency.Now : Urgency.Today,
    };

    /// <summary>Needling is planned for this visit of today and has not begun, and the person is here or may come. Source: screens 3.1.</summary>
    public static bool AwaitsNeedle(Booking booking, Session? session, DateTime now) =>
        booking is { Kind: VisitKind.Session, Stands: true, LeftAt: null } && session?.NeedlingStartedAt is null && (booking.ArrivedAt is not null || now < booking.EndsAt);

    /// <summary>
    /// What was to be left off before the needling of today, and nobody has confirmed yet: from shortly before the arrival until it was asked
    /// at the checks. What is prescribed is never left off without its prescriber, and is not confirmed by anybody. Source: screens 3.1.
    /// </summary>
    public static IReadOnlyList<Hold> OpenHolds(Booking booking, Session? session, IReadOnlyList<Hold> holds, DateTime now) =>
        AwaitsNeedle(booking, session, now) && (booking.ArrivedAt is not null || booking.StartsAt - now <= BeforeArrival) && (session is null || !SessionGate.IsTicked(session, SessionGate.Holds))
            ? [.. holds.Where(h => h.Who != HoldWho.PrescriberOnly && booking.HoldsConfirmed.TrueForAll(c => c.HoldId != h.Id))]
            : [];

    /// <summary>"Here since 10:00" or "Comes at 11:00".</summary>
    public static string Arrival(Booking booking, TimeZoneInfo zone) =>
        booking.ArrivedAt is { } arrived ? $"Here since {VisitText.Clock(arrived, zone)}" : $"Comes at {VisitText.Clock(booking.StartsAt, zone)}";

    /// <summary>A time that is kept and not booked: a request waits for the clinic from the start, what a person has not confirmed is named before it lapses. Source: screens 3.1.</summary>
    /// <param name="isOffer">It was offered to somebody on the waiting list.</param>
    public static Urgency? Held(Booking booking, bool isOffer, DateTime now) => booking switch
    {
        { CancelledAt: not null } or { HeldUntil: null } => null,
        { HeldUntil: { } until } when until <= now => null,
        { RequestedAt: not null } => booking.StartsAt - now <= BeforeRequested ? Urgency.Now : booking.StartsAt - now < TimeSpan.FromDays(1) ? Urgency.Today : Urgency.Soon,
        { HeldUntil: { } until } => until - now <= (isOffer ? BeforeOfferLapse : BeforeLapse) ? Urgency.Today : null,
    };
}
