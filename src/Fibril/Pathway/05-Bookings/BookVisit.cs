using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>A visit at a time, booked at once.</summary>
public sealed class BookVisit(ClinicDb db, Caller caller)
{
    /// <summary>Tries before it is said that the time has gone: another booking may take the first crew, not the second.</summary>
    private const int Tries = 3;

    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, VisitKind kind, DateTime startsAt, Guid? practitionerId = null)
    {
        var (result, booking) = await TakeAsync(courseId, kind, startsAt, practitionerId, heldUntil: null);
        return booking is null ? result : FormResult.Go(BookingLinks.Of(caller, booking));
    }

    internal async Task<(FormResult? Result, Booking? Booking)> TakeAsync(Guid courseId, VisitKind kind, DateTime startsAt, Guid? practitionerId, DateTime? heldUntil)
    {
        await Slots.SweepAsync(db, caller.Now);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await VisitSubject.LoadAsync(db, caller, courseId, kind, practitionerId) is not { } subject)
            {
                return (null, null);
            }

            var (offer, why) = BookingChoice.At(subject, startsAt, caller.Now);
            if (offer is null)
            {
                return (FormResult.Refuse(why), null);
            }

            var booking = await AddAsync(subject, kind, offer, heldUntil);
            if (await Slots.TrySaveAsync(db, caller.Act(heldUntil is null ? "book visit" : "hold time")))
            {
                return (FormResult.Go(""), booking);
            }
        }

        return (FormResult.Refuse(BookingChoice.Gone([])), null);
    }

    private async Task<Booking> AddAsync(VisitSubject subject, VisitKind kind, Offer offer, DateTime? heldUntil)
    {
        var booking = new Booking
        {
            CourseId = subject.Course.Id,
            PatientId = subject.Course.PatientId,
            Kind = kind,
            MadeAt = caller.Now,
            MadeByName = caller.Who.Name,
        };
        booking.Place(offer.Segments);
        booking.HoldUntil(heldUntil);
        db.Add(booking);
        await Slots.TakeAsync(db, booking, subject.Question.Turnover);
        if (heldUntil is null)
        {
            db.Tell(new VisitBooked(booking.CourseId, booking.PatientId, booking.Id));
        }

        return booking;
    }
}
