using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>"I kept it": one hold before a visit, confirmed by the person or asked at the door.</summary>
public sealed class ConfirmHold(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such visit or hold.</returns>
    public async Task<FormResult?> Handle(Guid bookingId, string holdId)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { Stands: true } booking)
        {
            return null;
        }

        var day = (await VisitSubject.ClinicAsync(db)).DayOf(booking.StartsAt);
        if ((await VisitFacts.HoldsAsync(db, booking.CourseId, day)).All(h => h.Id != holdId))
        {
            return null;
        }

        booking.ConfirmHold(new(holdId, caller.Now, caller.Who.Name));
        await db.SaveAsync(caller.Act("confirm hold"));
        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}
