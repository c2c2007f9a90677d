using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Tells the person by mail that a visit was booked, moved or cancelled, with a calendar file. No clinical word leaves.</summary>
public sealed class MailVisits(ClinicDb db, Caller caller, Outgoing outgoing) : IReact<VisitBooked>, IReact<VisitMoved>, IReact<VisitCancelled>
{
    public Task HandleAsync(VisitBooked fact, CancellationToken stop) => QueueAsync(fact.BookingId, MessageKind.VisitBooked, stop);

    public Task HandleAsync(VisitMoved fact, CancellationToken stop) => QueueAsync(fact.BookingId, MessageKind.VisitMoved, stop);

    public Task HandleAsync(VisitCancelled fact, CancellationToken stop) => QueueAsync(fact.BookingId, MessageKind.VisitCancelled, stop);

    internal async Task QueueAsync(Guid bookingId, MessageKind kind, CancellationToken stop)
    {
        var booking = await db.Bookings.AsNoTracking().FirstOrDefaultAsync(b => b.Id == bookingId, stop);
        var patient = booking is null ? null : await db.Patients.AsNoTracking().FirstAsync(p => p.Id == booking.PatientId, stop);
        if (booking is null || patient?.Email is not { Length: > 0 } address)
        {
            return;
        }

        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        await outgoing.QueueAsync(
            new(kind, address, patient.Name, $"/my/visits/{booking.Id}")
            {
                PersonId = patient.Id,
                Key = $"{kind}:{booking.Id}:{booking.Sequence}",
                Calendar = VisitCalendar.Of(booking, clinic),
            },
            stop);
        await db.SaveAsync(caller.Act("queue mail"), stop);
    }
}
