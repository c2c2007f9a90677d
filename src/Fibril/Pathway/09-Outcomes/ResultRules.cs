using Fibril.Pathway.Consultations;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>The one result of a course: its main scale against the baseline.</summary>
public static class ResultRules
{
    /// <summary>The latest rating on the main scale; null when nothing was rated after the baseline.</summary>
    public static CourseResult? Latest(ProtocolPack pack, IEnumerable<Score> scores, DateTime? firstNeedling, DateOnly first, Func<DateTime, DateOnly> dayOf) =>
        MainOf(pack, scores, firstNeedling) is { Now: { } now } main ? Of(main, now, first, dayOf) : null;

    /// <summary>The first rating that the protocol's review may judge: after its number of sessions, its days after the last of them, before the next.</summary>
    /// <param name="days">Days with a session, in order.</param>
    public static CourseResult? AtReview(ProtocolPack pack, IEnumerable<Score> scores, DateTime? firstNeedling, IReadOnlyList<DateOnly> days, Func<DateTime, DateOnly> dayOf)
    {
        var rule = pack.CourseStopRule;
        if (days.Count < rule.Sessions || MainOf(pack, scores, firstNeedling) is not { } main)
        {
            return null;
        }

        var from = days[rule.Sessions - 1].AddDays(rule.JudgedAfterDays);
        var until = days.Count > rule.Sessions ? days[rule.Sessions] : DateOnly.MaxValue;
        return main.Later.FirstOrDefault(s => dayOf(s.RatedAt) is var on && on >= from && on <= until) is { } rated ? Of(main, rated, days[0], dayOf) : null;
    }

    private static ScaleCourse? MainOf(ProtocolPack pack, IEnumerable<Score> scores, DateTime? firstNeedling) => OutcomeRules.MainOf(OutcomeRules.Courses(pack, scores, firstNeedling));

    private static CourseResult Of(ScaleCourse main, Score rated, DateOnly first, Func<DateTime, DateOnly> dayOf)
    {
        var change = Scales.Change(main.Scale, main.Baseline.Value, rated.Value);
        return new(main.Scale.Id, main.Baseline.Value, rated.Value, dayOf(rated.RatedAt).DayNumber - first.DayNumber, change.Gain, change.Verdict);
    }
}
