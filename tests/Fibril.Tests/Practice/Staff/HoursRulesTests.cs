using Fibril.Practice.Staff.Hours;

namespace Fibril.Tests.Practice.Staff;

public class HoursRulesTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Theory]
    [InlineData("2026-06-15T08:55", false)]
    [InlineData("2026-06-15T09:00", true)]
    [InlineData("2026-06-15T16:55", true)]
    [InlineData("2026-06-15T17:00", false)]
    [InlineData("2026-06-16T10:00", false)]
    [InlineData("2026-06-20T12:55", true)]
    [InlineData("2026-06-20T13:00", false)]
    [InlineData("2026-06-22T10:00", false)]
    [InlineData("2026-06-29T10:00", false)]
    [InlineData("2026-07-06T10:00", true)]
    public void Person_is_at_work_in_the_hours_of_that_weekday_and_not_while_away(string local, bool isThere) =>
        Assert.Equal(isThere, HoursRules.IsAtWork(Hours(), DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Without_hours_somebody_is_always_there_and_without_a_week_on_every_day_that_is_not_away()
    {
        var hours = new StaffHours { StaffId = Guid.NewGuid() };
        hours.Leave(new(Monday, Monday));

        Assert.True(HoursRules.IsAtWork(null, Monday.ToDateTime(new(3, 0))));
        Assert.False(HoursRules.Works(hours, Monday));
        Assert.True(HoursRules.IsAtWork(hours, Monday.AddDays(1).ToDateTime(new(23, 55))));
        hours.Return(new(Monday, Monday));
        Assert.True(HoursRules.Works(hours, Monday));
    }

    [Theory]
    [InlineData("2026-06-15", "12:00-14:00")]
    [InlineData("2026-06-20", "12:00-13:00")]
    [InlineData("2026-06-16", null)]
    [InlineData("2026-06-22", null)]
    public void Break_lies_within_the_hours_of_the_day_or_there_is_none(string day, string? between)
    {
        var rest = HoursRules.BreakOn(Hours(), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(between, rest is null ? null : $"{rest.Earliest:HH\\:mm}-{rest.Latest:HH\\:mm}");
    }

    [Fact]
    public void Day_that_is_too_short_for_the_break_has_none()
    {
        var hours = new StaffHours { StaffId = Guid.NewGuid() };
        hours.Set([new(DayOfWeek.Monday, new(9, 0), new(12, 20))], new(30, new(12, 0), new(14, 0)));

        Assert.Null(HoursRules.BreakOn(hours, Monday));
    }

    [Fact]
    public void Hours_that_make_no_sense_are_refused_with_every_reason()
    {
        var decision = HoursRules.MaySet([new(DayOfWeek.Monday, new(17, 0), new(9, 0)), new(DayOfWeek.Friday, new(9, 3), new(12, 0))], new(45, new(12, 0), new(12, 30)));

        Assert.Equal(["hours-end", "hours-grid", "break-fits"], decision.Reasons.Select(r => r.Code));
        Assert.StartsWith("Monday:", decision.Reasons[0].Sentence, StringComparison.Ordinal);
        Assert.True(HoursRules.MaySet([], null).IsAllowed);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(-3, 0, null)]
    [InlineData(2, 1, "away-order")]
    [InlineData(-3, -1, "away-over")]
    [InlineData(1, 800, "away-far")]
    public void Days_away_are_in_order_not_over_and_not_years_ahead(int first, int last, string? code) =>
        Assert.Equal(code, HoursRules.MayBeAway(new(Monday.AddDays(first), Monday.AddDays(last)), Monday).Reasons.SingleOrDefault()?.Code);

    /// <summary>Mondays 9 to 17, Saturdays 9 to 13, thirty minutes between 12 and 14; two weeks away from the 22nd.</summary>
    private static StaffHours Hours()
    {
        var hours = new StaffHours { StaffId = Guid.NewGuid() };
        hours.Set([new(DayOfWeek.Monday, new(9, 0), new(17, 0)), new(DayOfWeek.Saturday, new(9, 0), new(13, 0))], new(30, new(12, 0), new(14, 0)));
        hours.Leave(new(Monday.AddDays(7), Monday.AddDays(20)));
        return hours;
    }
}
