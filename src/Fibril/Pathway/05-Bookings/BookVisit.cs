using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Bookings;

/// <summary>A visit at a time, booked at once.</summary>
public sealed class BookVisit(ClinicDb db, Caller caller)
{
    /// <summary>Tries before it is said that the time has gone: another booking may take the first crew, not the second.</summary>
    internal const int Tries = 3;

    /// <param name="why">Why something that is missing may wait; asked for where the clinic lets it be skipped.</param>
    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, VisitKind kind, DateTime startsAt, Guid? practitionerId = null, string? why = null)
    {
        var (result, booking) = await TakeAsync(new(courseId, kind, startsAt, practitionerId) { Why = why }, heldUntil: null);
        return booking is null ? result : FormResult.Go(BookingLinks.Of(caller, booking));
    }

    /// <param name="alongside">What is saved together with the booking; called again after a lost race, on an empty context.</param>
    internal async Task<(FormResult? Result, Booking? Booking)> TakeAsync(ChosenTime chosen, DateTime? heldUntil, Func<Booking, Task>? alongside = null)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await Slots.SweepAsync(db, caller.Now);
            if (await chosen.LoadAsync(db, caller) is not { } subject)
            {
                return (null, null);
            }

            var missing = PrerequisiteRules.Missing(subject.Facts);
            var may = PrerequisiteRules.MayBook(missing, !caller.IsPatient, chosen.Why);
            var (offer, why) = may.IsAllowed ? BookingChoice.At(subject, chosen.StartsAt, caller.Now) : (null, may);
            if (offer is null)
            {
                return (why is null ? await chosen.GoneAsync(db, caller) : FormResult.Refuse(why), null);
            }

            var booking = await AddAsync(subject, chosen.Kind, offer, heldUntil, PrerequisiteRules.AsksWhy(missing) ? chosen.Why : null);
            await (alongside?.Invoke(booking) ?? Task.CompletedTask);
            if (await Slots.TrySaveAsync(db, caller.Act(heldUntil is null ? "book visit" : "hold time") with { LeadsTo = heldUntil is null ? BookingLinks.Of(caller, booking) : BookingLinks.OfHold(caller, booking) }, () => chosen.StillAsync(db, caller, offer, subject.Held)))
            {
                return (FormResult.Go(""), booking);
            }
        }

        return (await chosen.GoneAsync(db, caller), null);
    }

    private async Task<Booking> AddAsync(VisitSubject subject, VisitKind kind, Offer offer, DateTime? heldUntil, string? skippedWhy)
    {
        var booking = new Booking
        {
            CourseId = subject.Course.Id,
            PatientId = subject.Course.PatientId,
            Kind = kind,
            MadeAt = caller.Now,
            MadeByName = caller.Who.Name,
            SkippedWhy = skippedWhy?.Trim(),
        };
        booking.Place(offer.Segments);
        booking.HoldUntil(heldUntil);
        db.Add(booking);
        await Holds.EndAsync(db, subject.Held, caller.Now);
        await Slots.TakeAsync(db, booking, subject.Question.Turnover);
        if (heldUntil is null)
        {
            db.Tell(new VisitBooked(booking.CourseId, booking.PatientId, booking.Id));
        }

        return booking;
    }
}
