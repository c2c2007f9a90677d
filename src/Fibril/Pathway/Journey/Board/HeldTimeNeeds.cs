using System.Globalization;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Times that are kept and not booked: requests that wait for the clinic, and what is given back soon because nobody confirmed it.</summary>
public sealed class HeldTimeNeeds(ClinicDb db, Caller caller)
{
    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var held = await (
            from b in db.Bookings.AsNoTracking()
            join p in db.Patients on b.PatientId equals p.Id
            where b.HeldUntil > caller.Now && b.CancelledAt == null
            select new { Booking = b, p.GivenName, p.FamilyName }).ToListAsync(stop);
        var waiting = await db.WaitingEntries.AsNoTracking().Where(w => w.OfferUntil > caller.Now && w.EndedAt == null).ToListAsync(stop);
        var offers = waiting.Select(w => w.Open?.HoldId).OfType<Guid>().ToHashSet();
        return
        [
            .. from h in held
               let isOffer = offers.Contains(h.Booking.Id)
               let urgency = NeedRules.Held(h.Booking, isOffer, caller.Now)
               where urgency is not null
               select new Need(urgency.Value, $"{h.GivenName} {h.FamilyName}", WhatOf(h.Booking, isOffer, clinic), PageOf(h.Booking, isOffer), h.Booking.RequestedAt ?? h.Booking.MadeAt),
        ];
    }

    /// <summary>A request is kept until its visit would begin; then the person is told that nobody answered.</summary>
    private static string WhatOf(Booking booking, bool isOffer, Clinic clinic)
    {
        var time = booking.StartsAt.In(clinic.Zone).ToString("ddd d MMMM, HH:mm", CultureInfo.CurrentCulture);
        return booking.RequestedAt is not null ? $"Asked for a time: yes or no? {time}"
            : $"{(isOffer ? "Was offered" : "Holds")} {time} until {VisitText.Clock(booking.HeldUntil!.Value, clinic.Zone)}, not confirmed";
    }

    /// <summary>An offer is taken or declined for the person where the waiting is noted.</summary>
    private string PageOf(Booking booking, bool isOffer) => isOffer ? $"/staff/courses/{booking.CourseId}/waiting" : BookingLinks.Of(caller, booking);
}
