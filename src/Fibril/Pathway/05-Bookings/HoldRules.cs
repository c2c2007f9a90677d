using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>A time that is kept for somebody who is still typing: until when, and what is said when it is no longer kept. Pure.</summary>
public static class HoldRules
{
    /// <summary>Code of the reason when a hold is over.</summary>
    public const string Over = "hold-expired";

    /// <summary>Why a hold ended whose minutes ran out.</summary>
    public const string TimeIsOver = "nobody booked it in time";

    /// <summary>Why a hold ended before its minutes did.</summary>
    public const string AnotherTime = "another time was chosen";

    /// <summary>Minutes before the end from which the clock is amber, and at which it is said aloud.</summary>
    public const int SoonMinutes = 2;

    /// <summary>So long after its end a hold is still known: who comes back late is told what became of it.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(7);

    /// <summary>A time kept for a few minutes, and neither booked nor asked for yet; or one that was.</summary>
    public static bool IsHold(Booking booking) => booking is { HeldUntil: not null, RequestedAt: null };

    /// <summary>May what was held be booked: it is still kept. Source: screens 3.2 (hold for 10 minutes).</summary>
    public static Decision MayBook(Booking hold, DateTime now) => hold switch
    {
        _ when !IsHold(hold) => Decision.Allow(),
        { CancelledAt: { } at, HeldUntil: { } until } when at < until => Refuse("Another time was chosen since. This one is no longer kept for you."),
        { HeldUntil: { } until } when until <= now => Refuse("The ten minutes are over. The time is no longer kept for you."),
        _ => Decision.Allow(),
    };

    private static Decision Refuse(string sentence) => Decision.Refuse(new Reason(Over, sentence, "clinic"));
}
