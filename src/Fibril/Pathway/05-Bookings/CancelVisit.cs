using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>A visit that will not be; its time is free at once.</summary>
public sealed class CancelVisit(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such visit.</returns>
    public async Task<FormResult?> Handle(Guid bookingId, string? reason)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { } booking)
        {
            return null;
        }

        var may = BookingRules.MayChange(booking, caller.Now);
        if (!may.IsAllowed)
        {
            return FormResult.Refuse(may);
        }

        if (caller.IsStaff && string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Write why the visit is cancelled, in a few words.");
        }

        var why = string.IsNullOrWhiteSpace(reason) ? "cancelled by the patient" : reason.Trim();
        booking.Cancel(why, caller.Now);
        await Slots.FreeAsync(db, booking, DateTime.UnixEpoch);
        db.Tell(new VisitCancelled(booking.CourseId, booking.PatientId, booking.Id, why));
        await db.SaveAsync(caller.Act("cancel visit", why));
        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}
