using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Where in a visit somebody is. Pure: what was noted and a time in.</summary>
public static class VisitStage
{
    /// <summary>The part that is going on; null before the person has come and after everything is done. Source: session record.</summary>
    public static SegmentKind? At(Booking booking, Session? session) => (booking, session) switch
    {
        ({ Stands: false } or { LeftAt: not null } or { ArrivedAt: null }, _) => null,
        (_, { AftercareGivenAt: not null }) => null,
        (_, { NeedlingFinishedAt: not null }) => SegmentKind.Aftercare,
        (_, { CreamOffAt: not null } or { NeedlingStartedAt: not null }) => SegmentKind.Needling,
        (_, { CreamOnAt: not null }) => SegmentKind.Numbing,
        _ => booking.Segments.FirstOrDefault()?.Kind,
    };

    /// <summary>Whether nothing more is planned for this visit.</summary>
    public static bool IsOver(Booking booking, Session? session) =>
        !booking.Stands || booking.LeftAt is not null || session?.AftercareGivenAt is not null;

    /// <summary>
    /// The parts that are still to do, as far as is known now: what goes on began when it was noted and lasts at least until now; what
    /// has not begun begins when it was planned, or now, and each after the one before it. Empty when the visit is over.
    /// </summary>
    public static IReadOnlyList<Segment> Left(Booking booking, Session? session, DateTime now)
    {
        if (IsOver(booking, session))
        {
            return [];
        }

        var at = At(booking, session);
        var left = booking.Segments.Where(s => at is null || s.Kind >= at).ToArray();
        if (left.Length > 0)
        {
            left[0] = BeganAt(booking, session, now) is { } began && left[0].Kind == at ? Running(left[0], began, now) : left[0] with { StartsAt = Later(left[0].StartsAt, now) };
        }

        for (var i = 1; i < left.Length; i++)
        {
            left[i] = left[i] with { StartsAt = Later(left[i].StartsAt, left[i - 1].EndsAt) };
        }

        return left;
    }

    /// <summary>Since when the part of now goes on, as it was noted; null while the person only waits for it.</summary>
    public static DateTime? BeganAt(Booking booking, Session? session, DateTime now) => At(booking, session) switch
    {
        null => null,
        SegmentKind.Aftercare => session!.NeedlingFinishedAt,
        SegmentKind.Needling when session is not null => session.NeedlingStartedAt,
        SegmentKind.Numbing when session is not null => session.CreamOnAt,
        SegmentKind.Talk => Later(booking.ArrivedAt!.Value, booking.StartsAt) is var began && began <= now ? began : null,
        _ => session?.OpenedAt,
    };

    private static Segment Running(Segment part, DateTime began, DateTime now) =>
        part with { StartsAt = began, Minutes = (int)Math.Ceiling((Later(began.AddMinutes(part.Minutes), now) - began).TotalMinutes) };

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    /// <summary>Whether its times can still be changed: nothing is on the skin yet, and no talk has begun.</summary>
    public static bool IsLoose(Booking booking, Session? session) =>
        (session is null || (session.CreamOnAt is null && session.NeedlingStartedAt is null)) && (booking.Kind == VisitKind.Session || booking.ArrivedAt is null);

    /// <summary>So long after the promised time somebody who has not come counts as missing, minutes. Source: clinic.</summary>
    public const int MissingAfterMinutes = 15;

    /// <summary>Nobody plans with somebody who should have been here for a while: it is marked first, or the person comes.</summary>
    public static bool IsMissing(Booking booking, DateTime now) => booking.ArrivedAt is null && booking.StartsAt.AddMinutes(MissingAfterMinutes) < now;

    /// <summary>What is said of the time: how long until it begins, how long it goes on, or how much it is over; whole minutes. Empty when the visit is over.</summary>
    /// <param name="cream">The clock of the cream while it is on.</param>
    public static string Time(Booking booking, Session? session, NumbingReading? cream, DateTime now) => (At(booking, session), cream) switch
    {
        (null, _) when IsOver(booking, session) => "",
        (null, _) => booking.StartsAt >= now ? $"in {Minutes(booking.StartsAt - now)}" : $"{Minutes(now - booking.StartsAt)} late",
        (SegmentKind.Numbing, { State: NumbingState.BeforeMinimum }) => $"ready in {Minutes(cream.ReadyAt - now)}",
        (SegmentKind.Numbing, { State: NumbingState.OverMaximum }) => "too long on the skin: take it off",
        (SegmentKind.Numbing, { }) => $"ready; off within {Minutes(cream.RemoveByAt - now)}",
        ({ } at, _) => Planned(booking.Segments.Find(s => s.Kind == at)?.EndsAt ?? booking.EndsAt, now),
    };

    private static string Planned(DateTime end, DateTime now) => end >= now ? $"{Minutes(end - now)} left" : $"{Minutes(now - end)} over";

    private static string Minutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes) is var all && all < 60 ? $"{all} min" : $"{all / 60} h {all % 60} min";
}
