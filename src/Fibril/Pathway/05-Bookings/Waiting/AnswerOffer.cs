using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>Yes to the time that was offered: it is booked, or the visit that is booked later moves there.</summary>
public sealed class TakeOffer(ClinicDb db, Caller caller)
{
    /// <returns>Null when this course does not wait, or nothing is offered to it.</returns>
    public async Task<FormResult?> Handle(Guid courseId)
    {
        if (await VisitSubject.FindCourseAsync(db, caller, courseId) is null || await WaitingQueries.OfCourseAsync(db, courseId) is not { Open: { } offer } entry)
        {
            return null;
        }

        if (offer.Until <= caller.Now || await db.Bookings.FirstOrDefaultAsync(b => b.Id == offer.HoldId && b.HeldUntil != null && b.CancelledAt == null) is not { } hold)
        {
            return FormResult.Refuse("offer-lapsed", "The time to answer is over, and the visit was offered to somebody else. You are still on the list.");
        }

        var booked = await Offers.BookedAsync(db, entry, caller.Now, tracked: true) is { } coming && BookingRules.MayChange(coming, caller.Now).IsAllowed ? coming : null;
        if (booked is null && await MayBookAsync(entry) is { IsAllowed: false } why)
        {
            return FormResult.Refuse(why);
        }

        var visit = booked is null ? await BookAsync(hold) : await MoveAsync(booked, hold);
        entry.Answer(WaitingAnswer.Taken);
        entry.End("has a time", caller.Now);
        await db.SaveAsync(caller.Act("take offered time") with { LeadsTo = BookingLinks.Of(caller, visit) });
        return FormResult.Go(BookingLinks.Of(caller, visit));
    }

    /// <summary>The offer was made by the clinic; what only the staff may skip is asked of who says yes.</summary>
    private async Task<Decision> MayBookAsync(WaitingEntry entry) => await VisitSubject.LoadAsync(db, caller, entry.CourseId, entry.Kind, (clinic, _) => new(clinic.DayOf(caller.Now), 0)) is { } subject
        ? PrerequisiteRules.MayOffer(PrerequisiteRules.Missing(subject.Facts), !caller.IsPatient)
        : Decision.Allow();

    private async Task<Booking> BookAsync(Booking hold)
    {
        await Slots.KeepAsync(db, hold, until: null);
        db.Tell(new VisitBooked(hold.CourseId, hold.PatientId, hold.Id));
        return hold;
    }

    /// <summary>The hold's units go over to the visit, so that at no moment they are anybody else's.</summary>
    private async Task<Booking> MoveAsync(Booking booked, Booking hold)
    {
        db.Tell(new VisitMoved(booked.CourseId, booked.PatientId, booked.Id, booked.StartsAt, booked.EndsAt));
        await Slots.FreeAsync(db, booked, DateTime.UnixEpoch);
        await db.Occupancies.Where(o => o.BookingId == hold.Id).ForEachAsync(o => (o.BookingId, o.ExpiresAt) = (booked.Id, null));
        booked.Place(hold.Segments);
        db.Remove(hold);
        return booked;
    }
}

/// <summary>No to the time that was offered: the next is asked, and the person stays on the list.</summary>
public sealed class DeclineOffer(ClinicDb db, Caller caller)
{
    /// <returns>Null when this course does not wait, or nothing is offered to it.</returns>
    public async Task<FormResult?> Handle(Guid courseId)
    {
        if (await VisitSubject.FindCourseAsync(db, caller, courseId) is null || await WaitingQueries.OfCourseAsync(db, courseId) is not { Open: not null } entry)
        {
            return null;
        }

        await Offers.CloseAsync(db, entry, WaitingAnswer.Declined);
        await db.SaveAsync(caller.Act("decline offered time") with { LeadsTo = WaitingLinks.Of(caller, courseId) });
        return FormResult.Go(WaitingLinks.Of(caller, courseId));
    }
}

/// <summary>What the answers have in common.</summary>
internal static class Offers
{
    /// <summary>The coming visit of this kind that the person has already; an offer is only for an earlier one.</summary>
    public static async Task<Booking?> BookedAsync(ClinicDb db, WaitingEntry entry, DateTime now, bool tracked = false)
    {
        var rows = tracked ? db.Bookings : db.Bookings.AsNoTracking();
        var coming = await rows.Where(b => b.CourseId == entry.CourseId && b.Kind == entry.Kind && b.StartsAt > now && b.HeldUntil == null).OrderBy(b => b.StartsAt).ToListAsync();
        return coming.Find(b => b.Stands);
    }

    /// <summary>Ends the open offer, gives its time back and tells so; nothing where none is open. Written with the next save.</summary>
    /// <remarks>The next is asked by whoever hears of it, in the clinic's name: a patient who declines sees nobody else's course.</remarks>
    public static async Task CloseAsync(ClinicDb db, WaitingEntry entry, WaitingAnswer answer)
    {
        if (entry.Open is not { } offer)
        {
            return;
        }

        if (await db.Bookings.FirstOrDefaultAsync(b => b.Id == offer.HoldId && b.HeldUntil != null) is { } hold)
        {
            await Slots.FreeAsync(db, hold, DateTime.UnixEpoch);
            db.Remove(hold);
        }

        entry.Answer(answer);
        db.Tell(new OfferEnded(entry.CourseId, entry.PatientId, offer.StartsAt, offer.EndsAt));
    }
}
