using Fibril.Platform.Data;

namespace Fibril.Pathway.Bookings;

/// <summary>The clinic's hours as instants. A local time that the clocks skip is never offered; one that comes twice is two instants.</summary>
public static class VisitTimes
{
    /// <summary>Visits start on this grid, minutes.</summary>
    public const int GridMinutes = 15;

    /// <summary>All instants of a day at which a visit of this length may start and still end within the hours. Source: clinic.</summary>
    public static IEnumerable<DateTime> Starts(TimeZoneInfo zone, DateOnly day, TimeOnly opens, TimeOnly closes, int minutes)
    {
        var last = Closing(zone, day, closes).AddMinutes(-minutes);
        for (var start = Instant(zone, day.ToDateTime(opens), later: false); start <= last; start = start.AddMinutes(GridMinutes))
        {
            // Where the clocks change within the hours, the wall may show a time before opening once more, or the next day.
            var (local, end) = (start.In(zone), start.AddMinutes(minutes).In(zone));
            if (local >= day.ToDateTime(opens) && end <= day.ToDateTime(closes))
            {
                yield return start;
            }
        }
    }

    /// <summary>The instant at which a wall clock first shows this time; the next one that it shows where the clocks skip it. Source: calendar.</summary>
    public static DateTime At(TimeZoneInfo zone, DateOnly day, TimeOnly hour) => Instant(zone, day.ToDateTime(hour), later: false);

    /// <summary>The instant at which the doors close; the later one where the clocks show it twice. Source: clinic.</summary>
    public static DateTime Closing(TimeZoneInfo zone, DateOnly day, TimeOnly closes) => Instant(zone, day.ToDateTime(closes), later: true);

    /// <summary>First and last instant of a local day. Source: calendar.</summary>
    public static (DateTime From, DateTime To) DayOf(TimeZoneInfo zone, DateOnly day) =>
        (Instant(zone, day.ToDateTime(TimeOnly.MinValue), later: false), Instant(zone, day.AddDays(1).ToDateTime(TimeOnly.MinValue), later: false));

    /// <summary>The instants at which a wall clock shows this local time: none where the clocks skip it, two where they go back over it. Source: calendar.</summary>
    /// <remarks>Worked out from the offsets around it: the framework's own answer misses zones whose winter time counts as the saving one, such as Dublin's.</remarks>
    public static IReadOnlyList<DateTime> Instants(TimeZoneInfo zone, DateTime local)
    {
        var around = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        return
        [
            .. new[] { -1, 1 }.Select(days => around - zone.GetUtcOffset(around.AddDays(days))).Distinct().Where(utc => utc.In(zone) == local).Order(),
        ];
    }

    private static DateTime Instant(TimeZoneInfo zone, DateTime local, bool later)
    {
        var instants = Instants(zone, local);
        while (instants.Count == 0)
        {
            local = local.AddMinutes(GridMinutes);
            instants = Instants(zone, local);
        }

        return later ? instants[^1] : instants[0];
    }
}
