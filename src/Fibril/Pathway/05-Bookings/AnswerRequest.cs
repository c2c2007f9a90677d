using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings;

/// <summary>Yes to a time that a patient asked for: it is booked.</summary>
public sealed class AcceptRequest(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such request.</returns>
    public async Task<FormResult?> Handle(Guid bookingId)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { RequestedAt: not null } booking)
        {
            return null;
        }

        var may = BookingRules.MayAnswer(booking, caller.Now);
        if (!may.IsAllowed)
        {
            return FormResult.Refuse(may);
        }

        await Slots.KeepAsync(db, booking, until: null);
        db.Tell(new VisitBooked(booking.CourseId, booking.PatientId, booking.Id));
        await db.SaveAsync(caller.Act("accept request") with { LeadsTo = BookingLinks.Of(caller, booking) });
        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}

/// <summary>No to a time that a patient asked for, with the reason they read; or the patient takes the request back. The time is free at once.</summary>
public sealed class DeclineRequest(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such request of this caller.</returns>
    public async Task<FormResult?> Handle(Guid bookingId, string? reason)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { RequestedAt: not null } booking)
        {
            return null;
        }

        var may = BookingRules.MayAnswer(booking, caller.Now);
        if (!may.IsAllowed)
        {
            return FormResult.Refuse(may);
        }

        if (caller.IsStaff && string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Write why this time is declined, in a few words: the person reads it.");
        }

        var why = string.IsNullOrWhiteSpace(reason) ? "taken back by the patient" : reason.Trim();
        await Requests.EndAsync(db, booking, why, caller.Now);
        await db.SaveAsync(caller.Act("decline request", why) with { LeadsTo = BookingLinks.Of(caller, booking) });
        return FormResult.Go(BookingLinks.Of(caller, booking));
    }
}

/// <summary>Requests that nobody had answered when their time came: they stay on record, and the person is told.</summary>
public sealed class LapseRequests(ClinicDb db, Caller caller)
{
    /// <summary>What the person reads.</summary>
    public const string Why = "the clinic did not answer in time";

    /// <returns>How many had lapsed.</returns>
    public async Task<int> Handle(CancellationToken stop = default)
    {
        var now = caller.Now;
        var over = await db.Bookings.Where(b => b.RequestedAt != null && b.HeldUntil <= now).ToListAsync(stop);
        foreach (var booking in over)
        {
            await Requests.EndAsync(db, booking, Why, now);
            await db.SaveAsync(caller.Act("lapse request", Why), stop);
        }

        return over.Count;
    }
}

/// <summary>How a request ends that is not accepted.</summary>
internal static class Requests
{
    /// <summary>Gives the time back and tells of it; written with the next save.</summary>
    public static async Task EndAsync(ClinicDb db, Booking booking, string why, DateTime now)
    {
        booking.HoldUntil(null);
        booking.Cancel(why, now);
        await Slots.FreeAsync(db, booking, DateTime.UnixEpoch);
        db.Tell(new VisitCancelled(booking.CourseId, booking.PatientId, booking.Id, why));
    }
}
