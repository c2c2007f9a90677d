using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Keeps a time for ten minutes while somebody is still typing.</summary>
public sealed class HoldTime(BookVisit book, Caller caller)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, VisitKind kind, DateTime startsAt, Guid? practitionerId = null)
    {
        var (result, booking) = await book.TakeAsync(courseId, kind, startsAt, practitionerId, caller.Now + Length);
        return booking is null ? result : FormResult.Go($"{BookingLinks.Of(caller, booking)}/confirm");
    }
}

/// <summary>Books what <see cref="HoldTime"/> kept.</summary>
public sealed class BookHeldTime(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such hold of this caller.</returns>
    public async Task<FormResult?> Handle(Guid bookingId)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { CancelledAt: null } booking)
        {
            return null;
        }

        if (booking.HeldUntil is { } until && until <= caller.Now)
        {
            return FormResult.Refuse("hold-expired", "The ten minutes are over and the time was given back. Choose a time again.");
        }

        if (booking.HeldUntil is not null)
        {
            booking.HoldUntil(null);
            await db.Occupancies.Where(o => o.BookingId == bookingId).ForEachAsync(o => o.ExpiresAt = null);
            db.Tell(new VisitBooked(booking.CourseId, booking.PatientId, booking.Id));
            await db.SaveAsync(caller.Act("book visit"));
        }

        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}
