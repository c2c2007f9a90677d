using Fibril.Pathway.Bookings;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Bookings;

public class BookingRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);
    private static readonly BookingFacts Ready = new() { Kind = VisitKind.Session, Today = Today, PlanAgreed = true, ConsentValid = true, GapDays = 28 };

    [Fact]
    public void A_ready_course_may_be_booked_today() => Assert.True(BookingRules.MayBook(Ready, Today).IsAllowed);

    [Theory]
    [InlineData(-1, "in-the-past")]
    [InlineData(366, "too-far")]
    public void Days_out_of_reach_are_refused(int days, string code) =>
        Assert.Equal(code, Assert.Single(BookingRules.MayBook(Ready, Today.AddDays(days)).Reasons).Code);

    [Fact]
    public void The_last_day_of_twelve_months_is_still_allowed() =>
        Assert.True(BookingRules.MayBook(Ready, Today.AddMonths(BookingRules.MonthsAhead)).IsAllowed);

    [Fact]
    public void Missing_plan_and_candidacy_are_said_together()
    {
        var facts = Ready with { PlanAgreed = false, Candidacy = Decision.Refuse(new Reason("do-not-treat", "No.", "C01")) };

        Assert.Equal(["plan-missing", "do-not-treat"], BookingRules.MayBook(facts, Today).Reasons.Select(r => r.Code));
        Assert.False(BookingRules.Never(facts).IsAllowed);
    }

    [Fact]
    public void A_consultation_needs_neither_plan_nor_candidacy()
    {
        var facts = Ready with { Kind = VisitKind.Consultation, PlanAgreed = false, Candidacy = Decision.Refuse(new Reason("x", "No.", "C01")) };

        Assert.True(BookingRules.MayBook(facts, Today).IsAllowed);
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    public void The_skin_rests_between_two_sessions(int daysAfter, bool allowed)
    {
        var facts = Ready with { Sessions = [new(Today, Held: true)] };

        Assert.Equal(allowed, BookingRules.MayBook(facts, Today.AddDays(daysAfter)).IsAllowed);
    }

    [Theory]
    [InlineData(72, true)]
    [InlineData(73, false)]
    [InlineData(127, false)]
    [InlineData(128, true)]
    public void A_coming_session_keeps_its_distance_on_both_sides(int day, bool allowed)
    {
        var facts = Ready with { Sessions = [new(Today.AddDays(100), Held: false)] };

        Assert.Equal(allowed, BookingRules.MayBook(facts, Today.AddDays(day)).IsAllowed);
    }

    [Fact]
    public void The_earliest_day_is_the_latest_of_all_reasons()
    {
        var facts = Ready with
        {
            Candidacy = Decision.Refuse(new Reason("not-before", "Wait.", "R057", Today.AddDays(3))),
            Sessions = [new(Today.AddDays(-20), Held: true)],
            Holds = [new("Retinol", Today, 5, Today.AddDays(5))],
        };

        var (on, because) = BookingRules.Earliest(facts);

        Assert.Equal(Today.AddDays(8), on);
        Assert.Equal(["interval", "hold", "not-before"], because.Select(r => r.Code));
        Assert.False(BookingRules.MayBook(facts, on.AddDays(-1)).IsAllowed);
        Assert.True(BookingRules.MayBook(facts, on).IsAllowed);
    }

    [Theory]
    [InlineData(28, 3, 30, "the look after the third session")]
    [InlineData(42, 3, 42, "the interval is longer and is the only reason")]
    [InlineData(28, 2, 28, "not after the second")]
    [InlineData(28, 4, 28, "not after the fourth")]
    public void The_result_is_looked_at_before_the_session_after_the_review(int gap, int held, int earliest, string why)
    {
        var last = Today.AddDays(-1);
        var facts = Ready with { GapDays = gap, Look = new(3, 30), Sessions = [.. Enumerable.Range(0, held).Select(n => new SessionDay(last.AddDays(-28 * n), Held: true))] };

        var (on, because) = BookingRules.Earliest(facts);

        Assert.True(last.AddDays(earliest) == on, why);
        Assert.Equal(earliest == 30, because.Any(r => r.Code == "look-first"));
        Assert.False(BookingRules.MayBook(facts, on.AddDays(-1)).IsAllowed);
        Assert.True(BookingRules.MayBook(facts, on).IsAllowed);
    }

    [Fact]
    public void The_look_has_its_reason_in_words() => Assert.Equal(
        "After session 1 we look at the result before the next one, 30 days after it at the earliest; it was on 10 June 2026.",
        BookingRules.Earliest(Ready with { Look = new(1, 30), Sessions = [new(Today, Held: true)] }).Because[0].Sentence);

    [Theory]
    [InlineData(89, false, "28 days after the coming third")]
    [InlineData(91, true, "30 days after it")]
    [InlineData(33, false, "28 days before the coming one, which is the fourth then")]
    public void A_coming_session_leaves_time_for_the_look(int day, bool allowed, string why)
    {
        var facts = Ready with { Look = new(3, 30), Sessions = [new(Today.AddDays(-33), Held: true), new(Today.AddDays(-5), Held: true), new(Today.AddDays(61), Held: false)] };

        var may = BookingRules.MayBook(facts, Today.AddDays(day));

        Assert.True(allowed == may.IsAllowed, $"{why}: {string.Join(" ", may.Reasons.Select(r => r.Sentence))}");
        Assert.All(may.Reasons, r => Assert.Equal("look-booked", r.Code));
    }

    [Fact]
    public void A_closed_course_books_nothing() =>
        Assert.Contains(BookingRules.MayBook(Ready with { CourseClosed = true, Kind = VisitKind.Review }, Today).Reasons, r => r.Code == "course-closed");
}
