using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Consents that somebody must ask for again: of whoever is needled today, and of any course whose facts changed. Each course once.</summary>
public sealed class ConsentNeeds(ClinicDb db, Caller caller)
{
    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var arriving = await ArrivingAsync(stop);
        return [.. arriving.Values, .. await StaleAsync([.. arriving.Keys], stop)];
    }

    /// <summary>By course.</summary>
    private async Task<Dictionary<Guid, Need>> ArrivingAsync(CancellationToken stop)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var today = clinic.DayOf(caller.Now);
        var bookings = await BoardQueries.TodayAsync(db, clinic, today, stop);
        var sessions = await BoardQueries.SessionsAsync(db, bookings, stop);
        Dictionary<Guid, Need> needs = [];
        foreach (var booking in bookings.Where(b => NeedRules.AwaitsNeedle(b, sessions.GetValueOrDefault(b.Id), caller.Now)))
        {
            var course = await db.Courses.AsNoTracking().FirstAsync(c => c.Id == booking.CourseId, stop);
            var consent = await ConsentQueries.HoldsAsync(db, course, today, stop);
            if (NeedRules.Consent(booking, sessions.GetValueOrDefault(booking.Id), consent, caller.Now) is { } urgency)
            {
                var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == booking.PatientId, stop);
                needs.TryAdd(course.Id, new(urgency, patient.Name, $"{NeedRules.Arrival(booking, clinic.Zone)}. {consent.Reasons[0].Sentence}", ConsentLinks.Staff(course.Id), booking.ArrivedAt ?? booking.StartsAt));
            }
        }

        return needs;
    }

    private async Task<IEnumerable<Need>> StaleAsync(List<Guid> named, CancellationToken stop)
    {
        var open = await (
            from c in db.Consents.AsNoTracking()
            join p in db.Patients on c.PatientId equals p.Id
            where c.StaleAt != null && c.WithdrawnAt == null && !named.Contains(c.CourseId)
                && !db.Consents.Any(later => later.CourseId == c.CourseId && later.OpenedAt > c.OpenedAt)
            select new { c.CourseId, At = c.StaleAt!.Value, p.GivenName, p.FamilyName }).ToListAsync(stop);
        return open.Select(c => new Need(Urgency.Soon, $"{c.GivenName} {c.FamilyName}", "Consent is stale: facts changed", ConsentLinks.Staff(c.CourseId), c.At));
    }
}
