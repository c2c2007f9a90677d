using Fibril.Pathway.Sessions;
using Fibril.Practice.Clinics;
using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>One sign that got stronger or weaker; 0 = not there.</summary>
public sealed record SignChange(string Id, int Before, int Now);

/// <summary>When a report is taken, when one is waited for, and when its absence is news.</summary>
public static class RecoveryRules
{
    /// <summary>Days on which the person is asked (clinical.md 6.2: the rows of the expected course).</summary>
    public static readonly IReadOnlyList<int> CheckDays = [0, 1, 2, 3, 7, 14, 28];

    /// <summary>On the day itself the person is asked so long after the last needle contact: at home, and not yet asleep. Source: clinic.</summary>
    public static readonly TimeSpan AskedFirstAfter = TimeSpan.FromHours(2);

    /// <summary>After this day a report no longer belongs to the session; a new consultation does.</summary>
    public const int LastDay = 400;

    /// <summary>Silence after the last check is news for so many days.</summary>
    public const int SilenceShownDays = 7;

    /// <summary>Whole minutes that an urgent report has waited for somebody to take it; null when it need not wait any more.</summary>
    public static int? MinutesNotTaken(CheckIn report, DateTime now) =>
        TriageLevels.IsUrgent(report.Level) && report is { AcknowledgedAt: null, ClosedAt: null } ? (int)(now - report.ReportedAt).TotalMinutes : null;

    /// <summary>Whole days of the clinic since the last needle contact; null before it.</summary>
    public static int? DayOf(Session session, Clinic clinic, DateTime now) =>
        session.NeedlingFinishedAt is { } end ? Math.Max(0, clinic.DayOf(now).DayNumber - clinic.DayOf(end).DayNumber) : null;

    /// <summary>May a report be written about this session on this day?</summary>
    /// <param name="day">From <see cref="DayOf"/>.</param>
    public static Decision MayReport(int? day) => day switch
    {
        null => Decision.Refuse(new Reason("session-not-finished", "The needling of this session is not finished yet. If something is wrong now, say it to the person who treats you.", "clinic")),
        > LastDay => Decision.Refuse(new Reason("too-long-ago", "This session was more than a year ago. Please call us, so that we look at your skin anew.", "clinic")),
        _ => Decision.Allow(),
    };

    /// <summary>May somebody further be called at once, whoever has taken it?</summary>
    public static Decision MayCallNext(CheckIn report) => report switch
    {
        { ClosedAt: not null } => AlreadyClosed(report),
        _ when !TriageLevels.IsUrgent(report.Level) => Decision.Refuse(new Reason("can-wait", "Nobody is called about a report that can wait.", "clinic")),
        _ => Decision.Allow(),
    };

    /// <summary>Taken by one person, it may become another's until it is closed; who may is a matter of the policy.</summary>
    public static Decision MayTakeOver(CheckIn report) => report.ClosedAt is null ? Decision.Allow() : AlreadyClosed(report);

    /// <summary>
    /// The check day that has passed without a report on it or after it; null while nobody is late. Silence on the day itself is
    /// no news: who was treated in the evening was not asked any more.
    /// </summary>
    /// <param name="day">Today's day after the session.</param>
    /// <param name="reported">Days of the reports about the session.</param>
    public static int? SilentSince(int day, IEnumerable<int> reported)
    {
        var passed = CheckDays.Where(d => d < day).DefaultIfEmpty(0).Max();
        var watched = passed > 0 && day <= CheckDays[^1] + SilenceShownDays;
        return watched && !reported.Any(r => r >= passed) ? passed : null;
    }

    /// <summary>The person is reminded on a check day on which nothing was reported yet.</summary>
    /// <param name="sinceEnd">Time since the last needle contact.</param>
    public static bool MayRemind(int day, TimeSpan sinceEnd, IEnumerable<int> reported) =>
        CheckDays.Contains(day) && (day > 0 || sinceEnd >= AskedFirstAfter) && !reported.Contains(day);

    /// <summary>What is otherwise than in the report before: "redness 1 to 3", "new: pus", "gone: itch". Empty = the same.</summary>
    public static IReadOnlyList<SignChange> Changes(IReadOnlyCollection<ReportedSign> before, IReadOnlyCollection<ReportedSign> now) =>
    [
        .. from sign in now let was = before.FirstOrDefault(b => b.Id == sign.Id) where (was?.Severity ?? 0) != (sign.Severity ?? 0) || was is null select new SignChange(sign.Id, was?.Severity ?? 0, sign.Severity ?? 1),
        .. from sign in before where now.All(n => n.Id != sign.Id) select new SignChange(sign.Id, sign.Severity ?? 1, 0),
    ];

    private static Decision AlreadyClosed(CheckIn report) => Decision.Refuse(new Reason("already-closed", $"{report.ClosedByName} has closed this report already.", "clinic"));
}
