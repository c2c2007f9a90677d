using System.Globalization;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>
/// Forty zones, each on the two days of 2027 on which its clocks change and on the days around them: every time that is offered
/// exists, is one instant, lies within the hours, and none that exists is left out.
/// </summary>
public class ClockChangeTests
{
    private static readonly (string Opens, string Closes)[] Hours = [("00:00", "23:45"), ("00:30", "03:30"), ("01:00", "02:30"), ("01:30", "05:00"), ("02:15", "06:00"), ("09:00", "18:00"), ("22:00", "23:45")];
    private static readonly int[] Lengths = [15, 45, 120];

    public static TheoryData<string> Zones =>
    [
        "Europe/London", "Europe/Dublin", "Europe/Paris", "Europe/Berlin", "Europe/Madrid", "Europe/Rome", "Europe/Athens", "Europe/Helsinki", "Europe/Warsaw", "Europe/Lisbon",
        "Europe/Chisinau", "Europe/Stockholm", "Atlantic/Azores", "Atlantic/Canary", "Atlantic/Bermuda", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage",
        "America/Adak", "America/Halifax", "America/St_Johns", "America/Toronto", "America/Winnipeg", "America/Havana", "America/Port-au-Prince", "America/Nuuk", "America/Miquelon", "America/Santiago",
        "Pacific/Easter", "Asia/Jerusalem", "Asia/Beirut", "Africa/Cairo", "Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Antarctica/Troll",
    ];

    [Fact]
    public void There_are_forty_zones() => Assert.Equal(40, Zones.Distinct().Count());

    [Theory]
    [MemberData(nameof(Zones))]
    public void Every_time_offered_around_a_change_of_the_clocks_exists_and_none_is_missing(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var changes = Changes(zone, 2027);

        Assert.Equal(2, changes.Count);
        foreach (var day in changes.SelectMany(c => new[] { -1, 0, 1 }.Select(c.AddDays)))
        {
            foreach (var (opens, closes) in Hours.Select(h => (TimeOnly.Parse(h.Opens, CultureInfo.InvariantCulture), TimeOnly.Parse(h.Closes, CultureInfo.InvariantCulture))))
            {
                Array.ForEach(Lengths, minutes => Check(zone, day, opens, closes, minutes));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Days_follow_each_other_without_a_gap_and_the_year_is_whole(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var days = Enumerable.Range(0, 365).Select(n => VisitTimes.DayOf(zone, new DateOnly(2027, 1, 1).AddDays(n))).ToList();

        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(days, day => Assert.InRange((day.To - day.From).TotalHours, 22, 26));
        Assert.Equal(2, days.Count(d => d.To - d.From != TimeSpan.FromDays(1)));
    }

    private static void Check(TimeZoneInfo zone, DateOnly day, TimeOnly opens, TimeOnly closes, int minutes)
    {
        var why = $"{zone.Id} {day:yyyy-MM-dd} {opens}-{closes} {minutes} min";
        var starts = VisitTimes.Starts(zone, day, opens, closes, minutes).ToList();

        Assert.True(starts.SequenceEqual(starts.Distinct().Order()), why);
        Assert.Equal(starts.Count, starts.Select(s => VisitText.Clock(s, zone)).Distinct(StringComparer.Ordinal).Count());
        foreach (var start in starts)
        {
            var (local, end) = (start.In(zone), start.AddMinutes(minutes).In(zone));
            Assert.False(zone.IsInvalidTime(local), $"{why}: {local} does not exist");
            Assert.True(VisitTimes.Instants(zone, local).Contains(start), $"{why}: {local} is another instant");
            Assert.True(DateOnly.FromDateTime(local) == day && TimeOnly.FromDateTime(local) >= opens, $"{why}: {local} is before opening");
            Assert.True(DateOnly.FromDateTime(end) == day && TimeOnly.FromDateTime(end) <= closes, $"{why}: {local} ends at {end}, after closing");
            Assert.Equal(start, Offer.Read(new Offer([new(SegmentKind.Talk, start, minutes, null, null)]).Value));
        }

        Assert.Equal(Expected(zone, day, opens, closes, minutes), starts);
    }

    /// <summary>Worked out from the other side: every instant of two days whose wall clock is a quarter of an hour within the hours.</summary>
    private static IEnumerable<DateTime> Expected(TimeZoneInfo zone, DateOnly day, TimeOnly opens, TimeOnly closes, int minutes) =>
        Enumerable.Range(0, 3 * 96).Select(n => day.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(15 * n))
            .Where(utc => utc.In(zone) is var local && DateOnly.FromDateTime(local) == day && TimeOnly.FromDateTime(local) >= opens
                && utc.AddMinutes(minutes).In(zone) is var end && DateOnly.FromDateTime(end) == day && TimeOnly.FromDateTime(end) <= closes);

    /// <summary>Days of a year on which the offset from UTC is another than the day before.</summary>
    private static List<DateOnly> Changes(TimeZoneInfo zone, int year) =>
    [
        .. Enumerable.Range(0, 366 * 24).Select(n => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(n)).Where(utc => utc.Year == year)
            .Where(utc => zone.GetUtcOffset(utc) != zone.GetUtcOffset(utc.AddHours(-1))).Select(utc => utc.AddMinutes(-1).DayIn(zone)),
    ];
}
