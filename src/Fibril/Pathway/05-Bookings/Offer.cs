using System.Globalization;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>A time that is free for everybody and everything the visit needs.</summary>
public sealed record Offer(IReadOnlyList<Segment> Segments)
{
    public DateTime StartsAt => Segments[0].StartsAt;

    public DateTime EndsAt => Segments[^1].EndsAt;

    /// <summary>The instant as a form sends it.</summary>
    public string Value => ValueOf(StartsAt);

    /// <summary>An instant as a form sends it.</summary>
    public static string ValueOf(DateTime at) => at.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="Value"/> back; null when it is none.</summary>
    public static DateTime? Read(string? value) =>
        DateTime.TryParseExact(value, "yyyy-MM-ddTHH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}

/// <summary>A visit in one sentence, on the clinic's wall clock.</summary>
public static class VisitText
{
    public static string Of(IReadOnlyList<Segment> segments, TimeZoneInfo zone)
    {
        var parts = segments.Select(Part).Where(p => p is not null).ToList();
        var times = $"Arrive {Clock(segments[0].StartsAt, zone)}, leave about {Clock(segments[^1].EndsAt, zone)}";
        return parts.Count == 0 ? times + "." : $"{times}: {string.Join(", ", parts)}.";
    }

    /// <summary>Hours and minutes; with the offset where the clocks show that time twice.</summary>
    public static string Clock(DateTime utc, TimeZoneInfo zone)
    {
        var local = utc.In(zone);
        var text = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (VisitTimes.Instants(zone, local).Count < 2)
        {
            return text;
        }

        var offset = zone.GetUtcOffset(utc);
        return $"{text} (UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm})";
    }

    private static string? Part(Segment segment) => segment.Kind switch
    {
        SegmentKind.Numbing => $"{Words.Count(segment.Minutes, "minute")} numbing",
        SegmentKind.Needling => $"about {segment.Minutes} needling",
        SegmentKind.Aftercare => $"{segment.Minutes} aftercare",
        SegmentKind.Talk => $"about {Words.Count(segment.Minutes, "minute")} to talk",
        _ => null,
    };
}
