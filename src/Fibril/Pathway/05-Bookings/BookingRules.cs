using Fibril.Practice.Clinics;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>Something the person uses and leaves off before a session, and the first day on which that is long enough.</summary>
public sealed record HeldProduct(string Subject, DateOnly LastUsedOn, int Days, DateOnly FreeFromOn);

/// <summary>Another session in the diary, past or coming, that keeps its distance.</summary>
public sealed record SessionDay(DateOnly On, bool Held);

/// <summary>After this session of the plan the result is looked at before the next one, and so many days after it at the earliest.</summary>
public sealed record LookFirst(int AfterSession, int Days);

/// <summary>What decides whether and from when a visit may be booked.</summary>
public sealed record BookingFacts
{
    public required VisitKind Kind { get; init; }

    public required DateOnly Today { get; init; }

    public bool CourseClosed { get; init; }

    public bool ConsentValid { get; init; }

    public bool HasTelephone { get; init; }

    /// <summary>What the clinic asks of who books.</summary>
    public BookingTerms Terms { get; init; } = new();

    public bool PlanAgreed { get; init; }

    /// <summary>Whether a reviewed screening lets a session be booked, and from when; refused when there is none.</summary>
    public Decision Candidacy { get; init; } = Decision.Allow();

    /// <summary>Least days between two sessions.</summary>
    public int GapDays { get; init; }

    /// <summary>Null without a plan.</summary>
    public LookFirst? Look { get; init; }

    /// <summary>The other sessions of the course.</summary>
    public IReadOnlyList<SessionDay> Sessions { get; init; } = [];

    public IReadOnlyList<HeldProduct> Holds { get; init; } = [];
}

/// <summary>When a visit may be booked. Pure.</summary>
public static class BookingRules
{
    /// <summary>Nobody plans further ahead, months: facts and prices would not hold. Source: clinic.</summary>
    public const int MonthsAhead = 12;

    /// <summary>Care's yes or no for one day, with every reason. Source: R064, clinical base 4.3, 2.3 and 3.</summary>
    public static Decision MayBook(BookingFacts facts, DateOnly on) => Decision.From(
    [
        .. Always(facts, on),
        .. facts.Kind == VisitKind.Session ? [.. Standing(facts), .. Dates(facts).Where(r => on < r.NotBefore), .. TooCloseBefore(facts, on), .. TooCloseToLook(facts, on)] : Array.Empty<Reason>(),
    ]);

    /// <summary>The first day of all reasons that carry a date, with those reasons. Source: screens 3.2 (the earliest safe date with the reason).</summary>
    public static (DateOnly On, IReadOnlyList<Reason> Because) Earliest(BookingFacts facts)
    {
        if (facts.Kind != VisitKind.Session)
        {
            return (facts.Today, []);
        }

        var reasons = Dates(facts).Where(r => r.NotBefore > facts.Today).OrderByDescending(r => r.NotBefore).ToList();
        return (reasons.Count == 0 ? facts.Today : reasons[0].NotBefore!.Value, reasons);
    }

    /// <summary>What stands against every day, whatever the date. Source: R064.</summary>
    public static Decision Never(BookingFacts facts) =>
        Decision.From([.. Always(facts, facts.Today), .. facts.Kind == VisitKind.Session ? Standing(facts) : []]);

    /// <summary>May it be moved or cancelled: it stands and the person has not come yet. Source: clinic.</summary>
    public static Decision MayChange(Booking booking, DateTime now) => Decision.From(
    [
        .. MustStand(booking),
        .. booking.ArrivedAt is not null || booking.StartsAt <= now ? [Clinic("visit-begun", "This visit has begun or is over; it can no longer be moved or cancelled here.")] : Array.Empty<Reason>(),
    ]);

    /// <summary>May a request be accepted, declined or taken back: it waits for an answer, and its time has not come. Source: clinic.</summary>
    public static Decision MayAnswer(Booking booking, DateTime now) =>
        booking is { RequestedAt: not null, CancelledAt: null, HeldUntil: { } until } && until > now ? Decision.Allow()
        : Decision.Refuse(Clinic("request-answered", "This request was answered already, or its time is over."));

    /// <summary>May the person be marked as here: the visit stands, on its day or just before. Source: clinic.</summary>
    public static Decision MayArrive(Booking booking, DateTime now) => Decision.From(
    [
        .. MustStand(booking),
        .. booking.ArrivedAt is not null ? [Clinic("already-here", "The person is already marked as here.")] : Array.Empty<Reason>(),
        .. booking.StartsAt - now > TimeSpan.FromHours(12) ? [Clinic("too-early", "This visit is on another day.")] : Array.Empty<Reason>(),
    ]);

    /// <summary>May the person be marked as not come: the time has passed and nobody came. Source: clinic.</summary>
    public static Decision MayMiss(Booking booking, DateTime now) => Decision.From(
    [
        .. MustStand(booking),
        .. booking.ArrivedAt is not null ? [Clinic("already-here", "The person has come.")] : Array.Empty<Reason>(),
        .. booking.StartsAt > now ? [Clinic("too-early", "The visit has not begun yet.")] : Array.Empty<Reason>(),
    ]);

    /// <summary>May the person be marked as gone: came, and has not left. Source: clinic.</summary>
    public static Decision MayLeave(Booking booking, DateTime now) => Decision.From(
    [
        .. MustStand(booking),
        .. booking.ArrivedAt is null || booking.ArrivedAt > now ? [Clinic("not-here", "The person has not been marked as here.")] : Array.Empty<Reason>(),
        .. booking.LeftAt is not null ? [Clinic("already-left", "The person has already left.")] : Array.Empty<Reason>(),
    ]);

    private static IEnumerable<Reason> MustStand(Booking booking) =>
        booking.Stands ? [] : [Clinic("visit-not-standing", "This visit was cancelled, missed, or never booked.")];

    private static Reason Clinic(string code, string sentence) => new(code, sentence, "clinic");

    private static IEnumerable<Reason> Always(BookingFacts facts, DateOnly on)
    {
        if (facts.CourseClosed)
        {
            yield return new("course-closed", "This course is closed. Open a new one first.", "clinic");
        }

        if (on < facts.Today)
        {
            yield return new("in-the-past", "This day is over. Choose a day from today on.", "clinic");
        }

        if (on > facts.Today.AddMonths(MonthsAhead))
        {
            yield return new("too-far", $"This is more than {MonthsAhead} months ahead. Choose an earlier day.", "clinic");
        }
    }

    /// <summary>Reasons without a date.</summary>
    private static IEnumerable<Reason> Standing(BookingFacts facts)
    {
        if (!facts.PlanAgreed)
        {
            yield return new("plan-missing", "No plan has been agreed yet: zones, depth and sessions come first.", "clinic");
        }

        foreach (var reason in facts.Candidacy.Reasons.Where(r => r.NotBefore is null))
        {
            yield return reason;
        }
    }

    /// <summary>Reasons that end on a day.</summary>
    private static IEnumerable<Reason> Dates(BookingFacts facts) =>
    [
        .. facts.Candidacy.Reasons.Where(r => r.NotBefore is not null),
        .. facts.Sessions.Where(s => s.Held)
            .Select(s => new Reason("interval", $"The skin needs {facts.GapDays} days between two sessions; the last one was on {Day(s.On)}.", "S19", s.On.AddDays(facts.GapDays))),
        .. LookDate(facts),
        .. facts.Holds.Select(h => new Reason(
            "hold", $"{h.Subject}: last used on {Day(h.LastUsedOn)}, and we ask for {h.Days} days without it.", "S111", h.FreeFromOn)),
    ];

    /// <summary>A coming session keeps its distance on both sides, but ends nothing on a day.</summary>
    private static IEnumerable<Reason> TooCloseBefore(BookingFacts facts, DateOnly on) =>
        facts.Sessions.Where(s => !s.Held && Math.Abs(s.On.DayNumber - on.DayNumber) < facts.GapDays)
            .Select(s => new Reason("interval-booked", $"Another session is booked on {Day(s.On)}; {facts.GapDays} days must lie between them. Move that one, or choose another day.", "S19"));

    /// <summary>A result is not judged before its days are over, and the next session would move them: held too soon, it takes the look away. Source: clinical base 4.3, stop rule.</summary>
    private static IEnumerable<Reason> LookDate(BookingFacts facts)
    {
        var held = DaysOf(facts.Sessions.Where(s => s.Held));
        return facts.Look is { } look && look.Days > facts.GapDays && held.Count == look.AfterSession
            ? [new("look-first", $"After session {look.AfterSession} we look at the result before the next one, {look.Days} days after it at the earliest; it was on {Day(held[^1])}.", "default", held[^1].AddDays(look.Days))]
            : [];
    }

    /// <summary>The same where one of the two, before or after the look, is not held yet.</summary>
    private static IEnumerable<Reason> TooCloseToLook(BookingFacts facts, DateOnly on)
    {
        var days = DaysOf(facts.Sessions.Append(new(on, Held: false)));
        if (facts.Look is not { AfterSession: > 0 } look || look.Days <= facts.GapDays || days.Count <= look.AfterSession)
        {
            return [];
        }

        var (before, after) = (days[look.AfterSession - 1], days[look.AfterSession]);
        return (before == on || after == on) && after.DayNumber - before.DayNumber < look.Days
            ? facts.Sessions.Where(s => !s.Held && s.On == (before == on ? after : before)).Take(1)
                .Select(s => new Reason("look-booked", $"Another session is booked on {Day(s.On)}, and after session {look.AfterSession} we look at the result before the next one; {look.Days} days must lie between them. Move that one, or choose another day.", "default"))
            : [];
    }

    private static List<DateOnly> DaysOf(IEnumerable<SessionDay> sessions) => [.. sessions.Select(s => s.On).Distinct().Order()];

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
