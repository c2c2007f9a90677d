using Fibril.Practice.Clinics;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Fibril.Pathway.Bookings;

/// <summary>Visits as iCalendar. The UID stays and SEQUENCE rises, so that a moved visit replaces the old one. No clinical word in it.</summary>
public static class VisitCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>One visit: METHOD is CANCEL once it was cancelled or missed, else PUBLISH.</summary>
    public static string Of(Booking booking, Clinic clinic) => Write([booking], clinic, booking.Stands ? CalendarMethods.Publish : CalendarMethods.Cancel);

    /// <summary>All visits of a person in one calendar.</summary>
    public static string Of(IEnumerable<Booking> bookings, Clinic clinic) => Write(bookings, clinic, CalendarMethods.Publish);

    private static string Write(IEnumerable<Booking> bookings, Clinic clinic, string method)
    {
        var calendar = new Calendar { Method = method, ProductId = "-//Fibril//Visits//EN" };
        foreach (var booking in bookings)
        {
            calendar.Events.Add(Event(booking, clinic));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(Booking booking, Clinic clinic) => new()
    {
        Uid = $"{booking.Id}@fibril",
        Sequence = booking.Sequence,
        DtStamp = new CalDateTime(booking.MadeAt),
        DtStart = new CalDateTime(booking.StartsAt),
        DtEnd = new CalDateTime(booking.EndsAt),
        Status = booking.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
        Summary = $"Visit at {clinic.Name}",
        Location = clinic.Address,
    };
}
