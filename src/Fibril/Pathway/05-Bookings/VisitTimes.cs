namespace Fibril.Pathway.Bookings;

/// <summary>The clinic's hours as instants. A local time that the clocks skip is never offered; one that comes twice is two instants.</summary>
public static class VisitTimes
{
    /// <summary>Visits start on this grid, minutes.</summary>
    public const int GridMinutes = 15;

    /// <summary>All instants of a day at which a visit of this length may start and still end within the hours. Source: clinic.</summary>
    public static IEnumerable<DateTime> Starts(TimeZoneInfo zone, DateOnly day, TimeOnly opens, TimeOnly closes, int minutes)
    {
        var end = Closing(zone, day, closes).AddMinutes(-minutes);
        for (var start = Instant(zone, day.ToDateTime(opens), later: false); start <= end; start = start.AddMinutes(GridMinutes))
        {
            yield return start;
        }
    }

    /// <summary>The instant at which the doors close; the later one where the clocks show it twice. Source: clinic.</summary>
    public static DateTime Closing(TimeZoneInfo zone, DateOnly day, TimeOnly closes) => Instant(zone, day.ToDateTime(closes), later: true);

    /// <summary>First and last instant of a local day. Source: calendar.</summary>
    public static (DateTime From, DateTime To) DayOf(TimeZoneInfo zone, DateOnly day) =>
        (Instant(zone, day.ToDateTime(TimeOnly.MinValue), later: false), Instant(zone, day.AddDays(1).ToDateTime(TimeOnly.MinValue), later: false));

    private static DateTime Instant(TimeZoneInfo zone, DateTime local, bool later)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(GridMinutes);
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return TimeZoneInfo.ConvertTimeToUtc(local, zone);
        }

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return DateTime.SpecifyKind(local - (later ? offsets.Min() : offsets.Max()), DateTimeKind.Utc);
    }
}
