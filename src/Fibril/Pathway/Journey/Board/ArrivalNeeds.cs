using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>What is still open for whoever is needled today: a consent that does not hold, holds that nobody confirmed. Besides, stale consents of other courses; each course once.</summary>
public sealed class ArrivalNeeds(ClinicDb db, Caller caller)
{
    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        Dictionary<Guid, Need> consents = [];
        List<Need> holds = [];
        foreach (var (booking, session) in await BoardQueries.AwaitingAsync(db, clinic, caller.Now, stop))
        {
            if (await ConsentAsync(booking, session, clinic, stop) is { } consent)
            {
                consents.TryAdd(booking.CourseId, consent);
            }

            if (await HoldsAsync(booking, session, clinic, stop) is { } open)
            {
                holds.Add(open);
            }
        }

        return [.. consents.Values, .. await StaleAsync([.. consents.Keys], stop), .. holds];
    }

    private async Task<Need?> ConsentAsync(Booking booking, Session? session, Clinic clinic, CancellationToken stop)
    {
        var course = await db.Courses.AsNoTracking().FirstAsync(c => c.Id == booking.CourseId, stop);
        var consent = await ConsentQueries.HoldsAsync(db, course, clinic.DayOf(caller.Now), stop);
        return NeedRules.Consent(booking, session, consent, caller.Now) is { } urgency
            ? await NeedAsync(urgency, booking, clinic, consent.Reasons[0].Sentence, ConsentLinks.Staff(course.Id), stop)
            : null;
    }

    private async Task<Need?> HoldsAsync(Booking booking, Session? session, Clinic clinic, CancellationToken stop)
    {
        var holds = await VisitFacts.HoldsAsync(db, booking.CourseId, clinic.DayOf(caller.Now));
        return NeedRules.OpenHolds(booking, session, holds, caller.Now) is { Count: > 0 } open
            ? await NeedAsync(Urgency.Today, booking, clinic, $"{Words.Count(open.Count, "hold")} not confirmed: {open[0].Subject}{(open.Count > 1 ? " and others" : "")}", BookingLinks.Of(caller, booking), stop)
            : null;
    }

    private async Task<Need> NeedAsync(Urgency urgency, Booking booking, Clinic clinic, string what, string page, CancellationToken stop)
    {
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == booking.PatientId, stop);
        return new(urgency, patient.Name, $"{NeedRules.Arrival(booking, clinic.Zone)}. {what}", page, booking.ArrivedAt ?? booking.StartsAt);
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
