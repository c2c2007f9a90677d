namespace Fibril.Platform.Data;

public static class Clock
{
    /// <summary>Now in UTC, cut to the millisecond: what both databases keep and give back unchanged.</summary>
    public static DateTime Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>A UTC instant on the wall clock of a place.</summary>
    public static DateTime In(this DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    public static DateOnly DayIn(this DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(utc.In(zone));
}
