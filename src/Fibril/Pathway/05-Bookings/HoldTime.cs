using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>Keeps a time for ten minutes while somebody is still typing. What was held for the same course before is given back.</summary>
public sealed class HoldTime(BookVisit book, Caller caller)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, VisitKind kind, DateTime startsAt, Guid? practitionerId = null, string? why = null)
    {
        var (result, booking) = await book.TakeAsync(new(courseId, kind, startsAt, practitionerId) { Why = why }, caller.Now + Length);
        return booking is null ? result : FormResult.Go(BookingLinks.OfHold(caller, booking));
    }
}

/// <summary>Books what <see cref="HoldTime"/> kept.</summary>
public sealed class BookHeldTime(ClinicDb db, Caller caller, BookVisit book)
{
    /// <param name="anew">When it is no longer kept: hold the same time once more and book it.</param>
    /// <returns>Null when there is no such hold of this caller; refused with the way on when it is no longer kept.</returns>
    public async Task<FormResult?> Handle(Guid bookingId, bool anew = false)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { } booking || booking is { CancelledAt: not null, HeldUntil: null })
        {
            return null;
        }

        if (!HoldRules.MayBook(booking, caller.Now).IsAllowed)
        {
            return anew ? await AnewAsync(booking) : await OverAsync(booking);
        }

        if (HoldRules.IsHold(booking) && !caller.IsStaff && (await VisitSubject.ClinicAsync(db)).Booking.ByRequest)
        {
            booking.Request(caller.Now);
            await Slots.KeepAsync(db, booking, booking.HeldUntil);
            await db.SaveAsync(caller.Act("request visit"));
        }
        else if (HoldRules.IsHold(booking))
        {
            await Slots.KeepAsync(db, booking, until: null);
            db.Tell(new VisitBooked(booking.CourseId, booking.PatientId, booking.Id));
            await db.SaveAsync(caller.Act("book visit"));
        }

        return FormResult.Go(BookingLinks.Of(caller, booking));
    }

    /// <summary>That it is no longer kept, and the way on.</summary>
    internal Task<FormResult.Refused> OverAsync(Booking hold) => Chosen(hold).OverAsync(db, caller, HoldRules.MayBook(hold, caller.Now));

    private async Task<FormResult?> AnewAsync(Booking over)
    {
        var (result, hold) = await book.TakeAsync(Chosen(over), caller.Now + HoldTime.Length);
        return hold is null ? result : await Handle(hold.Id);
    }

    /// <summary>The same time once more, with what was typed for it.</summary>
    private static ChosenTime Chosen(Booking hold) => new(hold.CourseId, hold.Kind, hold.StartsAt, null) { Why = hold.SkippedWhy };
}
