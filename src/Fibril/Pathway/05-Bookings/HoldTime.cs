using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>Keeps a time for ten minutes while somebody is still typing.</summary>
public sealed class HoldTime(BookVisit book, Caller caller)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, VisitKind kind, DateTime startsAt, Guid? practitionerId = null, string? why = null)
    {
        var (result, booking) = await book.TakeAsync(new(courseId, kind, startsAt, practitionerId) { Why = why }, caller.Now + Length);
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

        if (booking is { HeldUntil: not null, RequestedAt: null } && !caller.IsStaff && (await VisitSubject.ClinicAsync(db)).Booking.ByRequest)
        {
            booking.Request(caller.Now);
            await Slots.KeepAsync(db, booking, booking.HeldUntil);
            await db.SaveAsync(caller.Act("request visit"));
        }
        else if (booking is { HeldUntil: not null, RequestedAt: null })
        {
            await Slots.KeepAsync(db, booking, until: null);
            db.Tell(new VisitBooked(booking.CourseId, booking.PatientId, booking.Id));
            await db.SaveAsync(caller.Act("book visit"));
        }

        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}
