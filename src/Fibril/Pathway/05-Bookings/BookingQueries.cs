using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>What pages and later stages ask of bookings.</summary>
public static class BookingQueries
{
    /// <summary>A booking or hold that this caller may see; a patient sees only the own.</summary>
    public static async Task<Booking?> FindAsync(ClinicDb db, Caller caller, Guid bookingId)
    {
        var booking = await db.Bookings.FirstOrDefaultAsync(b => b.Id == bookingId);
        return booking is not null && caller.MaySee(booking.PatientId) ? booking : null;
    }

    /// <summary>Visits that stand and begin in a span of time, in order.</summary>
    public static async Task<IReadOnlyList<Booking>> BetweenAsync(ClinicDb db, DateTime from, DateTime to)
    {
        var all = await db.Bookings.AsNoTracking().Where(b => b.StartsAt >= from && b.StartsAt < to).OrderBy(b => b.StartsAt).ToListAsync();
        return [.. all.Where(b => b.HeldUntil is null)];
    }

    /// <summary>All visits of a person that were booked or asked for, cancelled and missed ones among them, newest first.</summary>
    public static async Task<IReadOnlyList<Booking>> OfPatientAsync(ClinicDb db, Guid patientId) =>
        await db.Bookings.AsNoTracking().Where(b => b.PatientId == patientId && (b.HeldUntil == null || b.RequestedAt != null)).OrderByDescending(b => b.StartsAt).ToListAsync();

    /// <summary>All booked visits of a course, newest first.</summary>
    public static async Task<IReadOnlyList<Booking>> OfCourseAsync(ClinicDb db, Guid courseId) =>
        await db.Bookings.AsNoTracking().Where(b => b.CourseId == courseId && b.HeldUntil == null).OrderByDescending(b => b.StartsAt).ToListAsync();

    /// <summary>What this caller wrote last, for a time of the course that was only held, about why what is missing may wait; null when nothing.</summary>
    public static Task<string?> WhyOfHoldAsync(ClinicDb db, Caller caller, Guid courseId) =>
        db.Bookings.AsNoTracking().Where(b => b.CourseId == courseId && b.HeldUntil != null && b.MadeByName == caller.Who.Name && b.SkippedWhy != null)
            .OrderByDescending(b => b.MadeAt).Select(b => b.SkippedWhy).FirstOrDefaultAsync();

    /// <summary>The next visit of a course that stands and has not begun; null without one.</summary>
    public static async Task<Booking?> NextAsync(ClinicDb db, Guid courseId, DateTime now)
    {
        var coming = await db.Bookings.AsNoTracking().Where(b => b.CourseId == courseId && b.StartsAt >= now).OrderBy(b => b.StartsAt).ToListAsync();
        return coming.FirstOrDefault(b => b.Stands);
    }
}

/// <summary>Addresses of bookings, for whoever looks.</summary>
public static class BookingLinks
{
    public static string Of(Caller caller, Booking booking) => Of(caller, booking.Id);

    /// <summary>Where a hold is looked at before it is booked.</summary>
    public static string OfHold(Caller caller, Booking hold) => caller.IsPatient ? $"{Of(caller, hold)}/confirm" : Of(caller, hold);

    public static string Of(Caller caller, Guid bookingId) => caller.IsPatient ? $"/my/visits/{bookingId}" : $"/staff/bookings/{bookingId}";
}
