using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>The person is here.</summary>
public sealed class MarkArrived(ClinicDb db, Caller caller)
{
    public Task<FormResult?> Handle(Guid bookingId) =>
        Marking.DoAsync(db, caller, bookingId, "mark arrived", BookingRules.MayArrive, b =>
        {
            b.Arrive(caller.Now);
            return Task.CompletedTask;
        });
}

/// <summary>The person has not come; what is left of the time is free.</summary>
public sealed class MarkNotCome(ClinicDb db, Caller caller)
{
    public Task<FormResult?> Handle(Guid bookingId) =>
        Marking.DoAsync(db, caller, bookingId, "mark not come", BookingRules.MayMiss, b =>
        {
            b.NotCome(caller.Now);
            return Slots.FreeAsync(db, b, caller.Now);
        });
}

/// <summary>The person has gone home; what is left of the time is free.</summary>
public sealed class MarkLeft(ClinicDb db, Caller caller)
{
    public Task<FormResult?> Handle(Guid bookingId) =>
        Marking.DoAsync(db, caller, bookingId, "mark left", BookingRules.MayLeave, b =>
        {
            b.Leave(caller.Now);
            return Slots.FreeAsync(db, b, caller.Now);
        });
}

internal static class Marking
{
    public static async Task<FormResult?> DoAsync(
        ClinicDb db, Caller caller, Guid bookingId, string verb, Func<Booking, DateTime, Decision> may, Func<Booking, Task> mark)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { } booking)
        {
            return null;
        }

        var decision = may(booking, caller.Now);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        await mark(booking);
        await db.SaveAsync(caller.Act(verb));
        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}
