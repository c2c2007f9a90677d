using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Devices;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary>Reads every course with a signed session as the registry counts it. No record is opened: nothing that names a person leaves this class.</summary>
public sealed class ReadRegistry(ClinicDb db, Caller caller)
{
    public async Task<IReadOnlyList<RegistryCourse>> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var sessions = (await db.Sessions.AsNoTracking().Where(s => s.SignedAt != null).ToListAsync(stop)).GroupBy(s => s.CourseId);
        var people = await db.Patients.AsNoTracking().ToDictionaryAsync(p => p.Id, stop);
        var devices = await db.Devices.AsNoTracking().ToDictionaryAsync(d => d.Id, stop);
        var plans = (await db.Plans.AsNoTracking().Where(p => p.SupersededAt == null).ToListAsync(stop)).ToLookup(p => p.CourseId);
        var consultations = (await db.Consultations.AsNoTracking().ToListAsync(stop)).ToLookup(c => c.CourseId);
        var scores = (await db.Scores.AsNoTracking().Where(s => s.InvalidatedAt == null).ToListAsync(stop)).ToLookup(s => s.CourseId);
        var visits = (await db.OutcomeVisits.AsNoTracking().ToListAsync(stop)).ToLookup(v => v.CourseId);
        var needled = (await db.Sessions.AsNoTracking().Where(s => s.NeedlingStartedAt != null).Select(s => new { s.CourseId, s.NeedlingStartedAt }).ToListAsync(stop)).ToLookup(s => s.CourseId, s => s.NeedlingStartedAt);
        var harm = await db.AdverseEvents.GroupBy(h => h.CourseId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var today = clinic.DayOf(caller.Now);
        return [.. sessions.Select(held =>
        {
            var plan = plans[held.Key].OrderBy(p => p.DraftedAt).LastOrDefault();
            var consultation = consultations[held.Key].OrderBy(c => c.StartedAt).LastOrDefault();
            List<Session> ordered = [.. held.OrderBy(s => s.HeldOn).ThenBy(s => s.NeedlingFinishedAt)];
            var firstNeedling = needled[held.Key].Min();
            return Of(ordered, people[ordered[0].PatientId], plan, consultation, devices) with
            {
                AdverseEvents = harm.GetValueOrDefault(held.Key),
                FollowUp = RegistryRules.FollowUpOf(visits[held.Key].Select(v => v.HeldAt).OfType<DateTime>().Select(clinic.DayOf), visits[held.Key].Where(v => v.HeldAt is null).Select(v => v.DueOn), ordered[^1].HeldOn, today),
                Result = ResultRules.Latest(ProtocolPack.Current, scores[held.Key], firstNeedling, ordered[0].HeldOn, clinic.DayOf),
                AtReview = ResultRules.AtReview(ProtocolPack.Current, scores[held.Key], firstNeedling, [.. ordered.Select(s => s.HeldOn).Distinct()], clinic.DayOf),
            };
        })];
    }

    private static RegistryCourse Of(List<Session> held, Patient person, Plan? plan, Consultation? consultation, Dictionary<Guid, Device> devices)
    {
        var treated = held.SelectMany(s => s.Zones).ToList();
        return new()
        {
            CourseId = held[0].CourseId,
            Indication = RegistryBands.One(RegistryBands.Indications(plan, consultation)),
            Zones = string.Join(" + ", treated.Select(z => z.Zone).Distinct().Order(StringComparer.Ordinal)),
            Device = RegistryBands.One(held.Select(s => s.DeviceId).OfType<Guid>().Where(devices.ContainsKey).Select(id => devices[id].Kind.ToString().ToLowerInvariant())),
            Depth = RegistryBands.Depth(treated.Count == 0 ? null : treated.Max(z => z.DepthMm)),
            Phototype = RegistryBands.Phototype(consultation?.Examination?.Phototype ?? person.Phototype),
            Age = RegistryBands.Age(person.AgeOn(held[0].HeldOn)),
            SessionDays = [.. held.Select(s => s.HeldOn.DayNumber - held[0].HeldOn.DayNumber)],
            AdverseEvents = 0,
            FollowUp = FollowUp.Waiting,
        };
    }
}
