using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Holds before the needling that nobody has confirmed for whoever comes next: what the person was to leave off.</summary>
public sealed class HoldNeeds(ClinicDb db, Caller caller)
{
    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var today = clinic.DayOf(caller.Now);
        var bookings = await BoardQueries.TodayAsync(db, clinic, today, stop);
        var sessions = await BoardQueries.SessionsAsync(db, bookings, stop);
        List<Need> needs = [];
        foreach (var booking in bookings.Where(b => NeedRules.AwaitsNeedle(b, sessions.GetValueOrDefault(b.Id), caller.Now)))
        {
            var holds = await VisitFacts.HoldsAsync(db, booking.CourseId, today);
            if (NeedRules.OpenHolds(booking, sessions.GetValueOrDefault(booking.Id), holds, caller.Now) is { Count: > 0 } open)
            {
                var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == booking.PatientId, stop);
                needs.Add(new(Urgency.Today, patient.Name, $"{NeedRules.Arrival(booking, clinic.Zone)}. {Words.Count(open.Count, "hold")} not confirmed: {open[0].Subject}{(open.Count > 1 ? " and others" : "")}", BookingLinks.Of(caller, booking), booking.ArrivedAt ?? booking.StartsAt));
            }
        }

        return needs;
    }
}
