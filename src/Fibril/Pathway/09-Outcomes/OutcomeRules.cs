using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>One scale in one area over the course: where it began, where it stands, what the difference says.</summary>
/// <param name="Later">Ratings after the first session, in order of time.</param>
/// <param name="Change">Null while nothing was rated after the baseline.</param>
public sealed record ScaleCourse(Scale Scale, string? Zone, Score Baseline, IReadOnlyList<Score> Later, ScaleChange? Change)
{
    public Score? Now => Later.Count == 0 ? null : Later[^1];
}

/// <summary>When a result is looked at, and what it says. Scores, bounds and days are the protocol's (clinical.md 4.3, 7).</summary>
public static class OutcomeRules
{
    /// <summary>A look may be held so many days before it is due; earlier it would be another look under its name. Source: default.</summary>
    public const int GraceDays = 14;

    /// <summary>The person is asked to come so many days before a look is due. Source: default.</summary>
    public const int MailDays = 7;

    public static IEnumerable<(int Days, DateOnly DueOn)> DueAfter(DateOnly lastSession, IEnumerable<int> days) =>
        days.Select(d => (d, lastSession.AddDays(d)));

    /// <summary>Looks due between these days wait for somebody: older ones count as lost and would hide the others.</summary>
    public static (DateOnly From, DateOnly To) DueNow(DateOnly today) => (today.AddDays(-RegistryRules.GraceDays), today);

    /// <summary>May the person be asked to come: not long before the day, not after it, and not while a session is booked that will move it.</summary>
    public static bool MayRemind(OutcomeVisit visit, DateOnly today, bool sessionComing) =>
        visit.HeldAt is null && !sessionComing && today >= visit.DueOn.AddDays(-MailDays) && today <= visit.DueOn;

    /// <summary>A result is not judged before the first of the protocol's days, a look not long before it is due, and each is held once.</summary>
    /// <param name="lastSession">The last signed session; null when there is none.</param>
    public static Decision MayHold(OutcomeVisit visit, DateOnly? lastSession, DateOnly today, IReadOnlyList<int> days)
    {
        if (visit.HeldAt is not null)
        {
            return Decision.Refuse(new Reason("already-held", $"{visit.HeldByName} has held this visit already.", "clinic"));
        }

        return lastSession?.AddDays(days[0]) is { } from && today < from
            ? Decision.Refuse(new Reason("too-early", $"A result is judged {days[0]} days after the last session at the earliest: swelling fades and new collagen takes time. This one can be held from {Day(Later(from, FromOn(visit)))} on.", "default", Later(from, FromOn(visit))))
            : today < FromOn(visit)
            ? Decision.Refuse(new Reason("too-early", $"This look is for {visit.AfterDays} days after the last session, on {Day(visit.DueOn)}. It can be held from {Day(FromOn(visit))} on.", "default", FromOn(visit)))
            : Decision.Allow();
    }

    /// <summary>
    /// Each baseline scale with what was rated later; the latest baseline of a scale and area counts. Invalid ratings count nowhere, and neither does one of the
    /// consultation page from after the first needling: no baseline any more, and no look at the result, which waits until swelling is gone. Source: clinical.md 7, rater hygiene.
    /// </summary>
    /// <param name="firstNeedling">Begin of the first needling of the course; null while there was none.</param>
    public static IReadOnlyList<ScaleCourse> Courses(ProtocolPack pack, IEnumerable<Score> scores, DateTime? firstNeedling)
    {
        var valid = scores.Where(s => s.InvalidatedAt is null && !IsLate(s, firstNeedling) && pack.Scales.Any(p => p.Id == s.Scale)).OrderBy(s => s.RatedAt).ToList();
        return
        [
            .. from group1 in valid.Where(s => s.IsBaseline).GroupBy(s => (s.Scale, s.Zone))
               let scale = pack.Scale(group1.Key.Scale)
               where scale.Better != BetterEnd.Neither
               let baseline = group1.Last()
               let later = valid.Where(s => !s.IsBaseline && s.RatedAt > baseline.RatedAt && (s.Scale, s.Zone) == group1.Key).ToList()
               select new ScaleCourse(scale, group1.Key.Zone, baseline, later, later.Count == 0 ? null : Scales.Change(scale, baseline.Value, later[^1].Value)),
        ];
    }

    /// <summary>Kept as a baseline although the needling had begun: it would hide what the treatment did before it.</summary>
    public static bool IsLate(Score score, DateTime? firstNeedling) => score.IsBaseline && score.RatedAt >= firstNeedling;

    /// <summary>The scale that decides: one made for the indication comes before the general ones.</summary>
    public static ScaleCourse? MainOf(IReadOnlyList<ScaleCourse> courses) =>
        courses.OrderBy(c => c.Scale.Indications.Count == 0).ThenBy(c => c.Scale.ErrorBound is null).ThenBy(c => !c.Scale.Percent).FirstOrDefault();

    /// <summary>The protocol's stop rule: enough sessions, judged late enough, and no gain in the main scale. Days count, not hours: the look may be in the morning and the session have been at noon.</summary>
    public static bool ShouldStop(CourseStopRule rule, ScaleCourse? main, int sessionsHeld, DateOnly? lastSession, Func<DateTime, DateOnly> dayOf) =>
        sessionsHeld >= rule.Sessions
        && main is { Change.Verdict: not ChangeVerdict.Better, Now: { } now }
        && dayOf(now.RatedAt) >= lastSession?.AddDays(rule.JudgedAfterDays);

    public static string VerdictWords(ScaleChange? change) => change?.Verdict switch
    {
        null => "not rated yet",
        ChangeVerdict.Better => change.ErrorBound is null ? "better; the error of this scale is not known" : "better",
        ChangeVerdict.Worse => change.ErrorBound is null ? "worse; the error of this scale is not known" : "worse",
        ChangeVerdict.NoClearChange => "no clear change",
        _ => "a class, neither better nor worse",
    };

    private static DateOnly FromOn(OutcomeVisit visit) => visit.DueOn.AddDays(-GraceDays);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
