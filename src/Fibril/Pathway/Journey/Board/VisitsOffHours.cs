using System.Globalization;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff.Hours;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Visits that are booked with somebody who is not there at that time: hours were changed, or days away added, after they were booked.</summary>
public sealed class VisitsOffHours(ClinicDb db, Caller caller)
{
    /// <summary>So many days are looked ahead.</summary>
    public const int Days = 30;

    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var hours = await db.StaffHours.AsNoTracking().ToDictionaryAsync(h => h.StaffId, stop);
        if (hours.Count == 0)
        {
            return [];
        }

        var clinic = await VisitSubject.ClinicAsync(db);
        var until = caller.Now.AddDays(Days);
        var coming = await (
            from b in db.Bookings.AsNoTracking()
            join p in db.Patients on b.PatientId equals p.Id
            where b.StartsAt > caller.Now && b.StartsAt < until && b.CancelledAt == null && b.HeldUntil == null && b.ArrivedAt == null
            select new { Booking = b, p.GivenName, p.FamilyName }).ToListAsync(stop);
        var names = await db.StaffMembers.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        return
        [
            .. from visit in coming
               let missing = visit.Booking.Segments.Where(s => s.StaffId is { } who && !IsThere(hours.GetValueOrDefault(who), s, clinic.Zone)).Select(s => names[s.StaffId!.Value]).Distinct().ToList()
               where missing.Count > 0
               let local = visit.Booking.StartsAt.In(clinic.Zone)
               select new Need(
                   visit.Booking.StartsAt.DayIn(clinic.Zone) == clinic.DayOf(caller.Now) ? Urgency.Today : Urgency.Soon, $"{visit.GivenName} {visit.FamilyName}",
                   $"Booked for {local.ToString("ddd d MMMM, HH:mm", CultureInfo.CurrentCulture)}, when {string.Join(" and ", missing)} is not there",
                   BookingLinks.Of(caller, visit.Booking), visit.Booking.StartsAt),
        ];
    }

    private static bool IsThere(StaffHours? hours, Segment part, TimeZoneInfo zone) =>
        HoursRules.IsAtWork(hours, part.StartsAt.In(zone)) && HoursRules.IsAtWork(hours, part.EndsAt.AddMinutes(-Occupancy.UnitMinutes).In(zone));
}
