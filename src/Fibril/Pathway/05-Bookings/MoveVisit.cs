using Fibril.Pathway.Bookings.Moving;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>Another time for the same visit: the old one is given back in the transaction that takes the new one.</summary>
public sealed class MoveVisit(ClinicDb db, Caller caller)
{
    /// <param name="wanted">A place that one part is to have; null leaves it to who and what is free, those of now first.</param>
    /// <returns>Null when there is no such visit.</returns>
    public async Task<FormResult?> Handle(Guid bookingId, DateTime startsAt, Guid? practitionerId = null, WantedPlace? wanted = null)
    {
        ChosenTime? chosen = null;
        for (var attempt = 1; attempt <= BookVisit.Tries; attempt++)
        {
            if (await BookingQueries.FindAsync(db, caller, bookingId) is not { } booking)
            {
                return null;
            }

            chosen = new(booking.CourseId, booking.Kind, startsAt, practitionerId, bookingId);
            var (moved, answer) = await TryAsync(booking, chosen, wanted);
            if (moved || answer is not null)
            {
                return answer ?? FormResult.Go(BookingLinks.Of(caller, booking));
            }
        }

        return await chosen!.GoneAsync(db, caller);
    }

    /// <returns>Moved, or the reason that it cannot be; neither when another booking was first: it may have taken the first crew, not the second.</returns>
    private async Task<(bool Moved, FormResult? Answer)> TryAsync(Booking booking, ChosenTime chosen, WantedPlace? wanted)
    {
        var may = BookingRules.MayChange(booking, caller.Now);
        if (!may.IsAllowed)
        {
            return (false, FormResult.Refuse(may));
        }

        await Slots.SweepAsync(db, caller.Now);
        var subject = MoveRules.Narrow((await chosen.LoadAsync(db, caller))!, booking, wanted);
        var (offer, why) = BookingChoice.At(subject, chosen.StartsAt, caller.Now);
        if (offer is null)
        {
            return (false, why is null ? await chosen.GoneAsync(db, caller) : FormResult.Refuse(why));
        }

        var moved = new VisitMoved(booking.CourseId, booking.PatientId, booking.Id, booking.StartsAt, booking.EndsAt);
        booking.Place(offer.Segments);
        await Holds.EndAsync(db, subject.Held, caller.Now);
        await Slots.TakeAsync(db, booking, subject.Question.Turnover);
        db.Tell(moved);
        return (await Slots.TrySaveAsync(db, caller.Act("move visit") with { LeadsTo = BookingLinks.Of(caller, booking) }, () => chosen.StillAsync(db, caller, offer, subject.Held, s => MoveRules.Narrow(s, booking, wanted))), null);
    }
}
