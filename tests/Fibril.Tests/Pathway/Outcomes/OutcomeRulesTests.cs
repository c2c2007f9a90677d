using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Clinics;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Outcomes;

public class OutcomeRulesTests
{
    private const string Main = "goodman-baron-quantitative";
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly DateTime Start = new(2026, 1, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Needled = Start.AddHours(1);
    private static readonly Clinic Clinic = new() { Name = "Harbour Skin", TimeZone = "Europe/London", Jurisdiction = "GB-ENG", CreatedAt = Start };

    [Theory]
    [InlineData(36, 30, "better")]
    [InlineData(36, 32, "no clear change")]
    [InlineData(36, 36, "no clear change")]
    [InlineData(36, 41, "worse")]
    public void Change_within_the_raters_disagreement_is_no_clear_change(int baseline, int now, string words)
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(baseline, 0, true), Rated(now, 120, false)], Needled));

        Assert.Equal(words, OutcomeRules.VerdictWords(course.Change));
    }

    [Fact]
    public void Unknown_error_of_a_scale_is_said()
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(40, 0, true, "ecca"), Rated(30, 120, false, "ecca")], Needled));

        Assert.Equal("better; the error of this scale is not known", OutcomeRules.VerdictWords(course.Change));
    }

    [Fact]
    public void Ratings_that_were_struck_out_count_nowhere()
    {
        var wrong = Rated(1, 130, false);
        wrong.Invalidate("wrong person", Start);

        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(36, 0, true), Rated(30, 120, false), wrong], Needled));

        Assert.Equal(30, course.Now!.Value);
    }

    [Fact]
    public void Rating_of_the_consultation_page_after_the_first_needling_is_no_baseline()
    {
        var late = Rated(28, 90, true);
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(36, -1, true), Rated(30, 60, false), late], Needled));

        Assert.Equal(36, course.Baseline.Value);
        Assert.Equal(30, course.Now!.Value);
        Assert.True(OutcomeRules.IsLate(late, Needled));
        Assert.Empty(OutcomeRules.Courses(Pack, [late], Needled));
        Assert.Equal(28, Assert.Single(OutcomeRules.Courses(Pack, [Rated(36, -1, true), late], firstNeedling: null)).Baseline.Value);
    }

    [Fact]
    public void Later_rating_lies_after_the_baseline()
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(30, -5, false), Rated(36, -1, true)], Needled));

        Assert.Null(course.Now);
        Assert.Null(course.Change);
    }

    [Theory]
    [InlineData(3, 31, 35, true, "three sessions, judged after 31 days, no gain")]
    [InlineData(3, 30, 35, true, "on the first day on which it may be judged")]
    [InlineData(2, 31, 35, false, "two sessions only")]
    [InlineData(3, 29, 35, false, "judged too early")]
    [InlineData(3, 31, 20, false, "there is a gain")]
    public void Stop_rule_asks_for_sessions_time_and_no_gain(int sessions, int judgedAfterDays, int now, bool stops, string why)
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(36, -1, true), Rated(now, 60 + judgedAfterDays, false)], Needled));

        Assert.True(stops == OutcomeRules.ShouldStop(Pack.CourseStopRule, course, sessions, DateOnly.FromDateTime(Start).AddDays(60), Clinic.DayOf), why);
    }

    [Theory]
    [InlineData(30, 29, "from 9 February 2026 on", "not before the first of the protocol's days, whatever the grace")]
    [InlineData(30, 30, null, "the first of the days")]
    [InlineData(90, 29, "from 27 March 2026 on", "one date, the later, is said")]
    [InlineData(90, 30, "for 90 days after the last session, on 10 April 2026. It can be held from 27 March 2026 on", "a look of day 30 is no look of day 90")]
    [InlineData(90, 75, "from 27 March 2026 on", "a day before the grace")]
    [InlineData(90, 76, null, "fourteen days before it is due")]
    [InlineData(180, 90, "from 25 June 2026 on", "a look of day 90 is no look of day 180")]
    [InlineData(180, 400, null, "late is not refused")]
    public void Visit_is_held_when_it_is_due_or_a_little_before(int afterDays, int day, string? refused, string why)
    {
        var last = new DateOnly(2026, 1, 10);
        var visit = new OutcomeVisit { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), AfterDays = afterDays, DueOn = last.AddDays(afterDays) };

        var may = OutcomeRules.MayHold(visit, last, last.AddDays(day), Pack.OutcomeVisitDays);

        Assert.True(may.IsAllowed == refused is null, why);
        Assert.All(may.Reasons, r => Assert.Contains(refused!, r.Sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(82, false, false, "eight days before")]
    [InlineData(83, false, true, "a week before")]
    [InlineData(90, false, true, "on the day, when nobody asked before")]
    [InlineData(91, false, false, "the day is over")]
    [InlineData(83, true, false, "the session that is booked moves the look")]
    public void Person_is_asked_to_come_in_the_week_before(int day, bool sessionComing, bool asked, string why)
    {
        var last = new DateOnly(2026, 1, 10);
        var visit = new OutcomeVisit { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), AfterDays = 90, DueOn = last.AddDays(90) };

        Assert.True(asked == OutcomeRules.MayRemind(visit, last.AddDays(day), sessionComing), why);
        visit.Hold("seen", "Pia", Start);
        Assert.False(OutcomeRules.MayRemind(visit, last.AddDays(day), sessionComing));
    }

    [Fact]
    public void Scale_of_the_indication_decides_before_a_general_one()
    {
        var courses = OutcomeRules.Courses(Pack, [Rated(3, 0, true, "patient-global"), Rated(36, 0, true)], Needled);

        Assert.Equal(Main, OutcomeRules.MainOf(courses)!.Scale.Id);
    }

    [Fact]
    public void Progress_words_say_both_scores_and_what_the_difference_means()
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(36, 0, true), Rated(33, 120, false)], Needled));

        var words = ProgressWords.Of(course);

        Assert.Equal("Your score was 36 before and is 33 now; lower is better. That is no clear change: two people who score the same skin can differ by 4 points.", words);
    }

    [Fact]
    public void Chart_puts_lower_scores_lower_and_the_band_around_the_model()
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(40, -2, true), Rated(20, 120, false)], Needled));
        var expected = Expectation.For(Pack, "acne-scar", new() { Sessions = Expectation.Evenly(3, 28) });

        var shape = ChartShape.Of(course, [Held(0), Held(28), Held(56)], Clinic, expected);

        Assert.Equal([-2, 120], shape.Points.Select(p => p.Day));
        Assert.Equal([0, 28, 56], shape.SessionDays);
        Assert.True(Number(shape.Y(20)) > Number(shape.Y(40)));
        Assert.True(Number(shape.X(120)) > Number(shape.X(-2)));
        Assert.Equal(expected.Curve.Count * 2, shape.Band!.Split(' ').Length);
    }

    [Fact]
    public void Chart_without_a_model_has_no_band()
    {
        var course = Assert.Single(OutcomeRules.Courses(Pack, [Rated(40, -2, true)], Needled));

        Assert.Null(ChartShape.Of(course, [], Clinic, null).Band);
    }

    [Fact]
    public void Changes_of_the_skin_lie_on_the_days_of_the_scores_with_their_error()
    {
        SkinPoint PointOf(int day, double change, string conclusion) => new(day, DateOnly.FromDateTime(Start).AddDays(day), new("cheek", "Redness", 20, 20 + change, change, 1.5, conclusion), "Priya");
        CourseMarks marks = new([], [-2, 120], [PointOf(60, -1, "NoConclusion"), PointOf(120, -4, "Less")]);
        var scores = ChartShape.Of(Assert.Single(OutcomeRules.Courses(Pack, [Rated(40, -2, true), Rated(20, 120, false)], Needled)), [Held(0)], Clinic, null, marks);

        var shape = SkinShape.Of(marks, [Held(0)], null);

        var row = Assert.Single(shape.Rows);
        Assert.Equal(scores.X(120), row.X(shape.Axis, row.Points[1]));
        Assert.True(Number(row.Y(-4 + 1.5)) > Number(row.Zero), "less of it lies under the line");
        Assert.True(Number(row.Y(-1 + 1.5)) < Number(row.Zero), "the error reaches over the line");
        Assert.Equal([false, true], row.Points.Select(SkinRow.IsBeyond));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Session Held(int day) => new()
    {
        CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(),
        Number = 1, HeldOn = DateOnly.FromDateTime(Start).AddDays(day), OpenedAt = Start.AddDays(day),
    };

    private static Score Rated(decimal value, int day, bool baseline, string scale = Main) => new()
    {
        CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Scale = scale, Value = value, RatedAt = Start.AddDays(day), RatedByName = "Pia", IsBaseline = baseline,
    };
}
