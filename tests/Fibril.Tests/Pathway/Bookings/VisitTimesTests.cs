using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;

namespace Fibril.Tests.Pathway.Bookings;

public class VisitTimesTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly TimeOnly Midnight = new(0, 0);
    private static readonly DateOnly ClocksForward = new(2026, 3, 29);
    private static readonly DateOnly ClocksBack = new(2026, 10, 25);

    [Theory]
    [InlineData("2026-03-28", 9)]
    [InlineData("2026-03-29", 8)]
    public void Clinic_opens_at_nine_on_its_own_clock(string day, int utcHour)
    {
        var first = VisitTimes.Starts(London, DateOnly.Parse(day, null), new(9, 0), new(18, 0), 60).First();

        Assert.Equal(utcHour, first.Hour);
        Assert.Equal(9, first.In(London).Hour);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_never_offered()
    {
        var local = VisitTimes.Starts(London, ClocksForward, Midnight, new(6, 0), 15).Select(s => s.In(London)).ToList();

        Assert.DoesNotContain(local, l => l.Hour == 1);
        Assert.Equal(5 * 4, local.Count);
    }

    [Fact]
    public void A_time_that_comes_twice_is_two_instants_and_reads_so()
    {
        var starts = VisitTimes.Starts(London, ClocksBack, Midnight, new(6, 0), 15).ToList();

        var twice = starts.Where(s => s.In(London) is { Hour: 1, Minute: 30 }).ToList();

        Assert.Equal(7 * 4, starts.Count);
        Assert.Equal(TimeSpan.FromHours(1), twice[1] - twice[0]);
        Assert.Equal(["01:30 (UTC+01:00)", "01:30 (UTC+00:00)"], twice.Select(t => VisitText.Clock(t, London)));
    }

    [Fact]
    public void Opening_in_the_skipped_hour_begins_after_it()
    {
        var first = VisitTimes.Starts(London, ClocksForward, new(1, 0), new(6, 0), 15).First();

        Assert.Equal(new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc), first);
        Assert.Equal(2, first.In(London).Hour);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-06-10", 24)]
    [InlineData("2026-10-25", 25)]
    public void A_day_is_as_long_as_its_clocks_make_it(string day, int hours)
    {
        var (from, to) = VisitTimes.DayOf(London, DateOnly.Parse(day, null));

        Assert.Equal(hours, (to - from).TotalHours);
    }

    [Fact]
    public void The_last_start_still_ends_at_closing()
    {
        var starts = VisitTimes.Starts(London, new(2026, 6, 10), new(9, 0), new(18, 0), 90).ToList();

        Assert.Equal(new TimeOnly(16, 30), TimeOnly.FromDateTime(starts[^1].In(London)));
    }
}
