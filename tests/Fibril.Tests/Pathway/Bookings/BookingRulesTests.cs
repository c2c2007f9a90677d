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

    [Fact]
    public void A_closed_course_books_nothing() =>
        Assert.Contains(BookingRules.MayBook(Ready with { CourseClosed = true, Kind = VisitKind.Review }, Today).Reasons, r => r.Code == "course-closed");
}
