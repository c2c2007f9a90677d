using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Fibril.Scheduling;

/// <summary>The grid of one local date: units of real minutes after its first instant, through every change of the clocks.</summary>
public sealed partial class DayClock
{
    /// <summary>Units that are still told apart, on either side: two thousand years and more.</summary>
    private const int Most = 1_100_000_000;

    /// <summary>Minutes on either side of the date in which its work can lie; a limit beyond is no limit.</summary>
    private const int FarMinutes = 370 * 24 * 60;

    private readonly DateTimeZone zone;
    private readonly long origin; // minutes of the first instant of the date since 1970, UTC

    private DayClock(LocalDate date, DateTimeZone zone, int granularity)
    {
        (Date, this.zone, Granularity) = (date, zone, granularity);
        origin = Minutes(zone.AtStartOfDay(date).ToInstant());
        Midnight = (int)((Minutes(zone.AtStartOfDay(date.PlusDays(1)).ToInstant()) - origin) / granularity);
    }

    /// <summary>The local calendar date.</summary>
    public LocalDate Date { get; }

    /// <summary>Its IANA zone.</summary>
    public string TimeZone => zone.Id;

    /// <summary>Minutes of a unit: 1 or 5.</summary>
    public int Granularity { get; }

    /// <summary>The first instant of the next date; 24 hours later on most days.</summary>
    public int Midnight { get; }

    /// <summary>Units on either side of the date in which its work can lie.</summary>
    public int Far => FarMinutes / Granularity;

    /// <summary>The grid of a date; null with what is wrong when there is no such date or zone.</summary>
    public static DayClock? Of(string date, string timeZone, int granularity, out string? wrongDate, out string? wrongZone)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone);
        wrongDate = day.Success && day.Value.Year is >= 1900 and < 9000 ? null : "is not a day of the calendar";
        wrongZone = zone is null ? "is not a time zone of the IANA list" : null;
        if (wrongDate is not null || wrongZone is not null)
        {
            return null;
        }

        try
        {
            return new(day.Value, zone!, granularity);
        }
        catch (SkippedTimeException)
        {
            wrongDate = $"is a day that {timeZone} left out";
            return null;
        }
    }

    /// <summary>The unit of a clock time or a full instant; null with what is wrong about it.</summary>
    public int? Unit(string text, out string? wrong)
    {
        var minutes = text.Contains('T', StringComparison.Ordinal) ? OfInstant(text, out wrong) : OfClock(text, out wrong);
        if (minutes is not { } at)
        {
            return null;
        }

        var isFar = Math.Abs(at - origin) > FarMinutes; // clocks of other centuries had other minutes
        if ((!isFar && Local(at).Minute % Granularity != 0) || (at - origin) % Granularity != 0)
        {
            wrong = $"is off the grid of {Granularity} minutes";
            return null;
        }

        return (int)Math.Clamp((at - origin) / Granularity, -Most, Most);
    }

    /// <summary>A unit as a local instant with the offset in force then.</summary>
    public string Text(int unit)
    {
        var local = At(unit);
        var offset = local.Offset.Seconds / 60;
        return string.Create(CultureInfo.InvariantCulture, $"{local.Date:uuuu-MM-dd}T{local.TimeOfDay:HH:mm:ss}{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}");
    }

    /// <summary>A unit as people say it: hour and minute, with the date when it is another one.</summary>
    public string Hour(int unit)
    {
        var local = At(unit);
        return unit == Midnight ? "24:00"
            : local.Date == Date ? local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)
            : local.LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static long Minutes(Instant instant) => (long)Math.Floor(instant.ToUnixTimeSeconds() / 60.0);

    private OffsetDateTime At(int unit) => Instant.FromUnixTimeSeconds((origin + ((long)unit * Granularity)) * 60).InZone(zone).ToOffsetDateTime();

    private LocalDateTime Local(long minutes) => Instant.FromUnixTimeSeconds(minutes * 60).InZone(zone).LocalDateTime;

    private long? OfClock(string text, out string? wrong)
    {
        wrong = null;
        if (text == "24:00")
        {
            return origin + ((long)Midnight * Granularity);
        }

        var (hour, minute) = (int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture));
        var mapping = zone.MapLocal(Date + new LocalTime(hour, minute));
        wrong = mapping.Count switch
        {
            0 => "is a time that the clocks skip that day; write the full instant",
            1 => null,
            _ => "is a time that the clocks show twice that day; write the full instant",
        };
        return wrong is null ? Minutes(mapping.Single().ToInstant()) : null;
    }

    private static long? OfInstant(string text, out string? wrong)
    {
        var parts = Instants().Match(text);
        int Part(int i) => int.Parse(parts.Groups[i].ValueSpan, CultureInfo.InvariantCulture);
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(parts.Groups[1].Value);
        var shift = parts.Groups[5].Success ? (Part(5) * 60) + Part(6) : 0;
        if (!day.Success || shift >= 24 * 60 || (parts.Groups[6].Success && Part(6) > 59))
        {
            wrong = "is not an instant of the calendar";
            return null;
        }

        var written = Minutes(Instant.FromUtc(day.Value.Year, day.Value.Month, day.Value.Day, Part(2), Part(3)));
        var minutes = parts.Groups[4].Value == "-" ? written + shift : written - shift;
        wrong = null;
        return minutes;
    }

    [GeneratedRegex("^(.{10})T(..):(..):00(?:Z|([+-])(..):(..))$", RegexOptions.CultureInvariant)]
    private static partial Regex Instants();
}
