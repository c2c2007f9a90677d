using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>Another time for the same visit: the old one is given back in the transaction that takes the new one.</summary>
public sealed class MoveVisit(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such visit.</returns>
    public async Task<FormResult?> Handle(Guid bookingId, DateTime startsAt, Guid? practitionerId = null)
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

        await Slots.SweepAsync(db, caller.Now);
        var subject = (await VisitSubject.LoadAsync(db, caller, booking.CourseId, booking.Kind, practitionerId, moving: bookingId))!;
        var (offer, why) = BookingChoice.At(subject, startsAt, caller.Now);
        if (offer is null)
        {
            return FormResult.Refuse(why);
        }

        booking.Place(offer.Segments);
        await Slots.TakeAsync(db, booking, subject.Question.Turnover);
        db.Tell(new VisitMoved(booking.CourseId, booking.PatientId, booking.Id));
        return await Slots.TrySaveAsync(db, caller.Act("move visit"))
            ? FormResult.Go(BookingLinks.Of(caller, booking))
            : FormResult.Refuse(BookingChoice.Gone([]));
    }
}
