using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Aftercare;

/// <summary>The last needle contact makes the sheet: one per session, as the protocol stood on that day.</summary>
public sealed class IssueSheet(ClinicDb db, Caller caller) : IReact<NeedlingFinished>
{
    public async Task HandleAsync(NeedlingFinished fact, CancellationToken stop)
    {
        if (await db.AftercareSheets.AnyAsync(s => s.SessionId == fact.SessionId, stop))
        {
            return;
        }

        var session = await db.Sessions.OneAsync(s => s.Id == fact.SessionId, stop);
        var patient = await db.Patients.OneAsync(p => p.Id == session.PatientId, stop);
        var facts = await SheetFacts.ReadAsync(db, session, patient, await db.Clinics.FirstAsync(stop), stop);
        db.Add(new AftercareSheet
        {
            CourseId = session.CourseId,
            PatientId = session.PatientId,
            SessionId = session.Id,
            IssuedAt = caller.Now,
            ProtocolVersion = ProtocolPack.Current.Header.Version,
            Language = patient.Language,
            Rows = [.. SheetRules.Rows(ProtocolPack.Current, facts)],
        });
        await db.SaveAsync(caller.Act("issue aftercare sheet"), stop);
    }
}
