using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>Offers a time that has become free to the first on the waiting list whom it fits: a hold, and a mail with the link to it.</summary>
public sealed class OfferTime(ClinicDb db, Caller caller, BookVisit book, Outgoing outgoing, LetterheadOf letterhead)
{
    /// <returns>The entry that was asked; null when it fits nobody.</returns>
    public async Task<Guid?> Handle(FreedTime freed, CancellationToken stop = default)
    {
        if (freed.To <= caller.Now)
        {
            return null;
        }

        var clinic = await VisitSubject.ClinicAsync(db);
        var leaves = MessageRules.NotBefore(Letters.Of(MessageKind.TimeOffered), caller.Now, await letterhead(stop));
        foreach (var entry in WaitingRules.Order(await WaitingQueries.AllAsync(db)))
        {
            if (await ChooseAsync(entry, freed, clinic) is { } offer && WaitingRules.Until(leaves, offer.StartsAt) is { } until && await HoldAsync(entry, offer, until, stop))
            {
                return entry.Id;
            }
        }

        return null;
    }

    private async Task<Offer?> ChooseAsync(WaitingEntry entry, FreedTime freed, Clinic clinic)
    {
        var day = freed.From.DayIn(clinic.Zone);
        var booked = await Offers.BookedAsync(db, entry, caller.Now);
        var subject = await VisitSubject.LoadAsync(db, caller, entry.CourseId, entry.Kind, (_, _) => new(day, 1), moving: booked?.Id, isOffered: true);
        if (subject is null)
        {
            return null;
        }

        var closing = VisitTimes.Closing(clinic.Zone, day, clinic.ClosesAt);
        var free = VisitTimes.Starts(clinic.Zone, day, clinic.OpensAt, clinic.ClosesAt, subject.ShortestMinutes)
            .Where(s => s > caller.Now && s >= freed.From && s < freed.To)
            .Select(s => FreeTimes.At(subject.Question, s)).OfType<Offer>().Where(o => o.EndsAt <= closing);
        return WaitingRules.Choose(entry, free, BookingRules.MayBook(subject.Facts, day), booked?.StartsAt, clinic.Zone);
    }

    private async Task<bool> HoldAsync(WaitingEntry asked, Offer offer, DateTime until, CancellationToken stop)
    {
        var booked = await Offers.BookedAsync(db, asked, caller.Now);
        var chosen = new ChosenTime(asked.CourseId, asked.Kind, offer.StartsAt, null, booked?.Id) { Why = "offered from the waiting list", IsOffered = true };
        var (_, hold) = await book.TakeAsync(chosen, until, async hold =>
        {
            var entry = await db.WaitingEntries.FirstAsync(w => w.Id == asked.Id, stop);
            entry.Offer(new(hold.Id, hold.StartsAt, hold.EndsAt, caller.Now, until, WaitingAnswer.Open));
            var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == entry.PatientId, stop);
            if (patient.Email is { Length: > 0 } address)
            {
                await outgoing.QueueAsync(new(MessageKind.TimeOffered, address, patient.Name, $"/my/waiting/{entry.CourseId}") { PersonId = patient.Id, Key = $"offered:{hold.Id}" }, stop);
            }
        });
        return hold is not null;
    }
}

/// <summary>A cancelled or moved visit and an offer without a yes leave a time behind.</summary>
public sealed class FillFreedTimes(ClinicDb db, OfferTime offer) : IReact<VisitCancelled>, IReact<VisitMoved>, IReact<OfferEnded>
{
    public async Task HandleAsync(VisitCancelled fact, CancellationToken stop)
    {
        var booking = await db.Bookings.AsNoTracking().FirstAsync(b => b.Id == fact.BookingId, stop);
        await offer.Handle(new(booking.StartsAt, booking.EndsAt), stop);
    }

    public async Task HandleAsync(VisitMoved fact, CancellationToken stop)
    {
        if (fact is { FreedFrom: { } from, FreedTo: { } to })
        {
            await offer.Handle(new(from, to), stop);
        }
    }

    public Task HandleAsync(OfferEnded fact, CancellationToken stop) => offer.Handle(new(fact.FreedFrom, fact.FreedTo), stop);
}
