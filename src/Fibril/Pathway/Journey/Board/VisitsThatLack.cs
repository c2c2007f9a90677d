using System.Globalization;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff.Hours;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Visits that lost something after they were booked: somebody's hours changed or that one has left, or the device was taken out of use.</summary>
public sealed class VisitsThatLack(ClinicDb db, Caller caller)
{
    /// <summary>So many days are looked ahead.</summary>
    public const int Days = 30;

    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var hours = await db.StaffHours.AsNoTracking().ToDictionaryAsync(h => h.StaffId, stop);
        var left = await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt != null).Select(s => s.Id).ToListAsync(stop);
        var retired = await db.Devices.AsNoTracking().Where(d => d.RetiredAt != null).ToDictionaryAsync(d => d.Id, d => d.Name, stop);
        if (hours.Count + left.Count + retired.Count == 0)
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
               let parts = visit.Booking.Segments
               let missing = parts.Where(s => s.StaffId is { } who && (left.Contains(who) || !IsThere(hours.GetValueOrDefault(who), s, clinic.Zone))).Select(s => names[s.StaffId!.Value]).Distinct().ToList()
               let broken = parts.Where(s => s.DeviceId is not null).Select(s => retired.GetValueOrDefault(s.DeviceId!.Value)).OfType<string>().Distinct().ToList()
               where missing.Count + broken.Count > 0
               let local = visit.Booking.StartsAt.In(clinic.Zone)
               select new Need(
                   visit.Booking.StartsAt.DayIn(clinic.Zone) == clinic.DayOf(caller.Now) ? Urgency.Today : Urgency.Soon, $"{visit.GivenName} {visit.FamilyName}",
                   $"Booked for {local.ToString("ddd d MMMM, HH:mm", CultureInfo.CurrentCulture)}, {Lack(missing, broken)}",
                   BookingLinks.Of(caller, visit.Booking), visit.Booking.StartsAt),
        ];
    }

    private static string Lack(List<string> missing, List<string> broken) => string.Join(", and ", new[]
    {
        missing.Count > 0 ? $"when {string.Join(" and ", missing)} is not there" : "",
        broken.Count > 0 ? $"with {string.Join(" and ", broken)}, which is out of use" : "",
    }.Where(w => w.Length > 0));

    private static bool IsThere(StaffHours? hours, Segment part, TimeZoneInfo zone) =>
        HoursRules.IsAtWork(hours, part.StartsAt.In(zone)) && HoursRules.IsAtWork(hours, part.EndsAt.AddMinutes(-Occupancy.UnitMinutes).In(zone));
}
