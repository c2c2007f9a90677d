using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Fibril.Pathway.Bookings.Feeds;

/// <summary>One line of a calendar: a visit as its reader sees it.</summary>
/// <param name="Whole">Days instead of hours: from the local day of the start up to, and without, that of the end.</param>
public sealed record FeedEntry(string Uid, int Sequence, DateTime StampedAt, DateTime StartsAt, DateTime EndsAt, bool Stands, string Summary, string Where = "", string Text = "", (DateOnly From, DateOnly To)? Whole = null);

/// <summary>A feed as iCalendar: read only, fetched again every hour.</summary>
public static class FeedCalendar
{
    /// <summary>So long back a feed reaches, and so long a cancelled visit stays in it as CANCELLED.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromDays(30);

    /// <summary>A visit in the calendar of somebody of the staff or of a place: initials and kind, nothing else about the person.</summary>
    /// <param name="owner">Whose parts of the visit count.</param>
    /// <returns>Null when the owner has no part in it.</returns>
    public static FeedEntry? OfOwner(Booking booking, Guid owner, string initials, IReadOnlyDictionary<Guid, string> names)
    {
        var own = booking.Segments.Where(s => s.StaffId == owner || s.PlaceId == owner).ToList();
        return own.Count == 0 ? null : new(
            $"{booking.Id}@fibril", booking.Sequence, booking.MadeAt, own.Min(s => s.StartsAt), own.Max(s => s.EndsAt), booking.Stands,
            $"{initials}, {booking.Kind.ToString().ToLowerInvariant()}",
            string.Join(", ", own.Select(s => s.PlaceId).OfType<Guid>().Distinct().Select(p => names.GetValueOrDefault(p, ""))));
    }

    /// <summary>A visit in the patient's own calendar, and before it what to leave out and from when. A prescribed medicine is never among it.</summary>
    public static IEnumerable<FeedEntry> OfPatient(Booking booking, Clinic clinic, IReadOnlyList<Hold> holds)
    {
        var text = $"{VisitText.Of(booking.Segments, clinic.Zone)} Times are in {clinic.TimeZone}.";
        yield return new($"{booking.Id}@fibril", booking.Sequence, booking.MadeAt, booking.StartsAt, booking.EndsAt, booking.Stands, $"Visit at {clinic.Name}", clinic.Address, text);
        foreach (var hold in holds.Where(h => h is { Who: HoldWho.PatientMayPause, LastDayBefore: not null }))
        {
            var (from, to) = (hold.LastDayBefore!.Value.AddDays(1), clinic.DayOf(booking.StartsAt).AddDays(1));
            yield return new($"{booking.Id}-{hold.Id}@fibril", booking.Sequence, booking.MadeAt, booking.StartsAt, booking.EndsAt, booking.Stands, $"Leave out: {hold.Subject}", "", hold.Text, (from, to));
        }
    }

    public static string Write(string name, IEnumerable<FeedEntry> entries)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//Fibril//Visits//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var entry in entries)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = entry.Uid,
                Sequence = entry.Sequence,
                DtStamp = new CalDateTime(entry.StampedAt),
                DtStart = entry.Whole is { From: var from } ? new CalDateTime(from) : new CalDateTime(entry.StartsAt),
                DtEnd = entry.Whole is { To: var to } ? new CalDateTime(to) : new CalDateTime(entry.EndsAt),
                Status = entry.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
                Transparency = entry.Whole is null ? TransparencyType.Opaque : TransparencyType.Transparent,
                Summary = entry.Summary,
                Location = entry.Where,
                Description = entry.Text,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
