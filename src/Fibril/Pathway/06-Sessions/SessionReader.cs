using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Devices;
using Fibril.Practice.Patients;
using Fibril.Practice.Protocols;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>One session with everything that belongs to it.</summary>
public sealed record SessionWhole(
    SessionState State, Clinic Clinic, Course Course, Patient Patient, Booking Booking, Plan Plan, Consent? Consent,
    CandidacyScreening? Screening, CandidacyDecision? Decision, Device? Device, int? Needles, ProtocolStamp Protocol, IReadOnlyList<Amendment> Amendments)
{
    public Session Session => State.Session;

    public required SessionPhotos Photos { get; init; }

    /// <summary>What was left out in earlier sessions and nobody has looked at in this one.</summary>
    public IReadOnlyList<SkinMark> LeftOutBefore { get; init; } = [];
}

/// <summary>Reads a session and puts it as facts for <see cref="SessionRules"/>.</summary>
public static class SessionReader
{
    /// <returns>Null when there is no such session; patients have no way here.</returns>
    public static async Task<SessionWhole?> LoadAsync(ClinicDb db, Caller caller, Guid sessionId, CancellationToken stop = default)
    {
        if (caller.IsPatient || await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId, stop) is not { } session)
        {
            return null;
        }

        var course = await db.Courses.AsNoTracking().FirstAsync(c => c.Id == session.CourseId, stop);
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == session.PatientId, stop);
        var plan = await db.Plans.AsNoTracking().FirstAsync(p => p.Id == session.PlanId, stop);
        var current = session.NeedlingStartedAt is { } started
            ? await ScreeningQueries.HeldAtAsync(db, course.Id, started, stop)
            : await ScreeningQueries.CurrentAsync(db, course.Id, stop);
        var decision = Arrival.Read(current);
        var consent = await ConsentQueries.LastSignedAsync(db, course.Id, stop);
        var product = ProtocolPack.Current.Anaesthetic(session.Cream?.Product ?? (SessionGate.IsTicked(session, SessionGate.NoCream) ? "none" : plan.Anaesthetic));
        var facts = await FactsAsync(db, course.Id, stop);
        var protocol = await AdoptedProtocol.PackAsync(db, stop);
        var person = await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == caller.Who.Id && s.LeftAt == null, stop);
        var limits = person is null ? null : await db.StaffLimits.AsNoTracking().FirstOrDefaultAsync(l => l.StaffId == person.Id, stop);
        var state = new SessionState
        {
            Session = session,
            Now = caller.Now,
            Consent = await ConsentQueries.HoldsAsync(db, course, session.HeldOn, stop),
            Candidacy = Arrival.Judge(protocol, current, decision, session.HeldOn),
            Gate = SessionGate.For(product.Id != "none", decision),
            Operator = person,
            Limits = limits,
            Supervisor = limits?.SupervisorId is { } supervisor ? await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == supervisor, stop) : null,
            Anaesthetic = product,
            SensitiveSkin = facts.Contains("atopic-dermatitis"),
            WeightKg = patient.WeightKg,
            PatientFacts = facts,
            Lots = await LotsAsync(db, session, stop),
            PlannedDepthMm = plan.Zones.Select(z => z.DepthMm).DefaultIfEmpty(0).Max(),
            PlannedZones = [.. plan.Zones.Select(z => z.Zone)],
            Indications = [.. plan.Zones.Select(z => z.Indication)],
        };
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        return new(
            state,
            clinic,
            course,
            patient,
            await db.Bookings.AsNoTracking().FirstAsync(b => b.Id == session.BookingId, stop),
            plan,
            consent,
            current,
            decision,
            await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.Id == session.DeviceId, stop),
            await NeedlesAsync(db, session, stop),
            current is null ? ProtocolStamp.Of(protocol) : new(protocol.Header.Id, current.ProtocolVersion, current.ProtocolHash),
            await db.Amendments.AsNoTracking().Where(a => a.SessionId == sessionId).OrderBy(a => a.AmendedAt).ToListAsync(stop))
        {
            Photos = await SessionPhotos.LoadAsync(db, session, clinic, stop),
            LeftOutBefore = SkinMarkRules.Unanswered(
                session.Marks,
                await db.Sessions.AsNoTracking().Where(s => s.PatientId == session.PatientId && s.OpenedAt < session.OpenedAt).OrderBy(s => s.OpenedAt).Select(s => s.Marks).ToListAsync(stop)),
        };
    }

    private static async Task<IReadOnlyCollection<string>> FactsAsync(ClinicDb db, Guid courseId, CancellationToken stop)
    {
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.CourseId == courseId).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync(stop);
        return [.. (consultation?.Answers ?? []).SelectMany(a => a.Items).Where(i => i.Kind is AnswerItemKind.Condition or AnswerItemKind.Allergy).Select(i => i.Id)];
    }

    /// <summary>What has been taken was counted then; whether it was recalled or ran out since is looked at now.</summary>
    private static async Task<IReadOnlyList<Decision>> LotsAsync(ClinicDb db, Session session, CancellationToken stop)
    {
        var ids = session.InUse.Select(u => u.LotId).Append(session.Cream?.LotId ?? Guid.Empty).ToList();
        var lots = await db.StockLots.AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(stop);
        return [.. lots.Select(l => Decision.From(StockRules.MayUse(l, session.HeldOn).Reasons.Where(r => r.Code != "lot-used-up")))];
    }

    private static async Task<int?> NeedlesAsync(ClinicDb db, Session session, CancellationToken stop)
    {
        var lot = session.InUse.LastOrDefault(u => u.Kind == "cartridge")?.LotId;
        return lot is null ? null : await db.StockLots.Where(l => l.Id == lot)
            .Join(db.StockItems, l => l.ItemId, i => i.Id, (_, i) => i.Needles).FirstOrDefaultAsync(stop);
    }
}

/// <summary>Addresses of sessions.</summary>
public static class SessionLinks
{
    /// <param name="view">Id of the map; null or empty leads to the session's own list.</param>
    /// <param name="row">The row before the signature that it is changed for; null without one.</param>
    public static string Marks(Guid sessionId, string? view, string? row = null) =>
        string.IsNullOrEmpty(view) ? Of(sessionId, "left-out") : $"/staff/sessions/{sessionId}/marks?view={Uri.EscapeDataString(view)}{(row is null ? "" : $"&{CheckLinks.Name}={row}")}";

    public static string Of(Guid sessionId, string? part = null) => part is null ? $"/staff/sessions/{sessionId}" : $"/staff/sessions/{sessionId}#{part}";
}
