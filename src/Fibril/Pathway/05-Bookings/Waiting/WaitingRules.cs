using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>A time that has become free.</summary>
public sealed record FreedTime(DateTime From, DateTime To);

/// <summary>Who on the waiting list is asked, and for how long a time is kept for the answer. Pure.</summary>
public static class WaitingRules
{
    /// <summary>Time to answer, from the moment the mail may leave. Source: clinic.</summary>
    public static readonly TimeSpan ToAnswer = TimeSpan.FromHours(2);

    /// <summary>An offer ends so long before the visit: somebody has to get there. Source: clinic.</summary>
    public static readonly TimeSpan BeforeVisit = TimeSpan.FromHours(2);

    /// <summary>Less time to answer than this is no offer. Source: clinic.</summary>
    public static readonly TimeSpan LeastToAnswer = TimeSpan.FromMinutes(30);

    /// <summary>Longest waiting first; those who have an offer open are not asked again meanwhile. Source: clinic.</summary>
    public static IEnumerable<WaitingEntry> Order(IEnumerable<WaitingEntry> entries) =>
        entries.Where(e => e.EndedAt is null && e.Open is null).OrderBy(e => e.AddedAt).ThenBy(e => e.Id);

    /// <summary>Does this time suit the person: day, hours, not asked for it before, and earlier than what is booked already. Source: clinic.</summary>
    /// <param name="bookedAt">Start of the person's visit of this kind that stands; null without one.</param>
    public static Decision Suits(WaitingEntry entry, DateTime startsAt, DateTime endsAt, DateTime? bookedAt, TimeZoneInfo zone)
    {
        var (start, end) = (startsAt.In(zone), endsAt.In(zone));
        return Decision.From(
        [
            .. No(entry.Wish.Days.Count > 0 && !entry.Wish.Days.Contains(start.DayOfWeek), "other-day", "This day of the week does not suit."),
            .. No(TimeOnly.FromDateTime(start) < entry.Wish.From, "too-early-in-day", "It begins before the hour that suits."),
            .. No(end.Date > start.Date || TimeOnly.FromDateTime(end) > entry.Wish.Until, "too-late-in-day", "It is over after the hour that suits."),
            .. No(entry.Offers.Exists(o => o.StartsAt < endsAt && startsAt < o.EndsAt), "asked-before", "This time was offered before and not taken."),
            .. No(bookedAt <= startsAt, "not-earlier", "A visit is booked that is no later than this."),
        ]);
    }

    /// <summary>Which of the free starts is offered: the first that suits and that care allows. Source: R064, clinical base 4.3.</summary>
    /// <param name="free">Times at which this person's visit, with its own length, would fit.</param>
    /// <param name="care">Care's yes or no for the day: candidacy, interval, holds.</param>
    public static Offer? Choose(WaitingEntry entry, IEnumerable<Offer> free, Decision care, DateTime? bookedAt, TimeZoneInfo zone) => care.IsAllowed
        ? free.OrderBy(o => o.StartsAt).FirstOrDefault(o => Suits(entry, o.StartsAt, o.EndsAt, bookedAt, zone).IsAllowed)
        : null;

    /// <summary>Until when the time is kept for the answer; null when there is too little time to ask. Source: clinic.</summary>
    /// <param name="mailLeaves">When the mail may leave, after quiet hours.</param>
    public static DateTime? Until(DateTime mailLeaves, DateTime startsAt)
    {
        var (longest, latest) = (mailLeaves + ToAnswer, startsAt - BeforeVisit);
        var until = longest < latest ? longest : latest;
        return until - mailLeaves < LeastToAnswer ? null : until;
    }

    /// <summary>May this course be put on the list: a visit could be booked at all, and it does not wait already. Source: clinic.</summary>
    public static Decision MayJoin(BookingFacts facts, bool waitsAlready) => BookingRules.Never(facts).And(
        waitsAlready ? Decision.Refuse(new Reason("waits-already", "This course is on the waiting list already. Leave it first to change the days.", "clinic")) : Decision.Allow());

    private static Reason[] No(bool stands, string code, string sentence) => stands ? [new(code, sentence, "clinic")] : [];
}
