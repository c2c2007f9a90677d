using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>From a lot to the people who were treated with it: whom to call, which session, which zones.</summary>
public sealed class TraceRecall(ClinicDb db, Caller caller, TraceLot lots)
{
    /// <param name="Units">Serials or numbers of what was opened; empty for cream and gel.</param>
    public sealed record Affected(
        Guid PatientId, string Name, string? Phone, string? Email, Guid SessionId, int Session, DateOnly HeldOn, IReadOnlyList<string> Zones, IReadOnlyList<string> Units);

    /// <param name="People">One for each session, the newest first.</param>
    public sealed record Recall(StockItem Item, StockLot Lot, IReadOnlyList<Affected> People);

    /// <summary>Whoever asks sees names, so that each record gets a view entry.</summary>
    /// <exception cref="NotHereException">The clinic has no such lot.</exception>
    public async Task<Recall> Handle(Guid lotId)
    {
        var trace = await lots.Handle(lotId);
        var sessions = db.Sessions.AsNoTracking().Where(s => db.LotUses.Any(u => u.LotId == lotId && u.ForId == s.Id));
        var found = await sessions.Join(db.Patients.AsNoTracking(), s => s.PatientId, p => p.Id, (s, p) => new { Session = s, Patient = p }).ToListAsync();
        foreach (var person in found.Select(f => f.Patient.Id).Distinct())
        {
            db.NoteView(person);
        }

        await db.SaveAsync(caller.Act("trace lot", trace.Lot.Lot));
        return new(trace.Item, trace.Lot, [.. found.OrderByDescending(f => f.Session.HeldOn).ThenBy(f => f.Patient.FamilyName, StringComparer.Ordinal).Select(f => Of(f.Session, f.Patient, trace))]);
    }

    private static Affected Of(Session session, Patient patient, TraceLot.Trace trace) => new(
        patient.Id, patient.Name, patient.Phone, patient.Email, session.Id, session.Number, session.HeldOn,
        [.. session.Zones.Select(z => z.Zone)], // also where a lesion was left out: the rest of the zone was needled
        [.. trace.Units[session.Id].Select(u => u.Unit)]);
}
