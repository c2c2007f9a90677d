using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Contracts;

/// <summary>Section 2: clock times are local, minutes are real, offsets are those in force.</summary>
public class DayClockTests
{
    [Theory]
    [InlineData("2026-11-25", "Europe/London", "09:00", 540, "2026-11-25T09:00:00+00:00")]
    [InlineData("2026-03-29", "Europe/London", "00:55", 55, "2026-03-29T00:55:00+00:00")]
    [InlineData("2026-03-29", "Europe/London", "02:00", 60, "2026-03-29T02:00:00+01:00")] // an hour is left out
    [InlineData("2026-10-25", "Europe/London", "02:00", 180, "2026-10-25T02:00:00+00:00")] // an hour comes twice
    [InlineData("2026-10-25", "Europe/London", "2026-10-25T01:30:00+01:00", 90, "2026-10-25T01:30:00+01:00")]
    [InlineData("2026-10-25", "Europe/London", "2026-10-25T01:30:00Z", 150, "2026-10-25T01:30:00+00:00")]
    [InlineData("2026-03-29", "Europe/London", "24:00", 1380, "2026-03-30T00:00:00+01:00")]
    [InlineData("2026-10-25", "Europe/London", "24:00", 1500, "2026-10-26T00:00:00+00:00")]
    [InlineData("2026-03-29", "Europe/London", "2026-03-28T23:30:00Z", -30, "2026-03-28T23:30:00+00:00")]
    [InlineData("2026-11-25", "Asia/Kathmandu", "10:00", 600, "2026-11-25T10:00:00+05:45")]
    [InlineData("2026-11-25", "America/St_Johns", "10:00", 600, "2026-11-25T10:00:00-03:30")]
    [InlineData("2024-10-05", "Australia/Lord_Howe", "24:00", 1440, "2024-10-06T00:00:00+10:30")]
    [InlineData("2024-04-26", "Africa/Cairo", "01:00", 0, "2024-04-26T01:00:00+03:00")] // the day begins at one
    public void A_time_is_minutes_after_the_first_instant_and_back(string date, string zone, string time, int minutes, string written)
    {
        var clock = DayClock.Of(date, zone, 1, out _, out _)!;

        Assert.Equal(minutes, clock.Unit(time, out var wrong));
        Assert.Null(wrong);
        Assert.Equal(written, clock.Text(minutes));
    }

    [Theory]
    [InlineData("2026-03-29", "01:30", "skip")]
    [InlineData("2026-10-25", "01:30", "twice")]
    [InlineData("2026-11-25", "2026-11-25T09:00:00+24:00", "instant")]
    public void A_time_that_is_not_one_instant_is_refused(string date, string time, string word)
    {
        Assert.Null(DayClock.Of(date, "Europe/London", 5, out _, out _)!.Unit(time, out var wrong));
        Assert.Contains(word, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_a_zone_left_out_is_no_day() => Assert.Null(DayClock.Of("2011-12-30", "Pacific/Apia", 5, out var wrong, out _) is null ? wrong is null ? "" : null : "");
}
