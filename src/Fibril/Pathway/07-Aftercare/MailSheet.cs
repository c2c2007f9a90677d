using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Aftercare;

/// <summary>Once the session is signed, the person gets the link to the sheet; no clinical word is in the mail.</summary>
public sealed class MailSheet(ClinicDb db, Caller caller, Outgoing outgoing) : IReact<SessionSigned>
{
    public async Task HandleAsync(SessionSigned fact, CancellationToken stop)
    {
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == fact.PatientId, stop);
        var needled = await db.Sessions.AnyAsync(s => s.Id == fact.SessionId && s.NeedlingFinishedAt != null, stop);
        if (!needled || patient is not { Email: { Length: > 0 } address, DiedAt: null })
        {
            return;
        }

        await outgoing.QueueAsync(new(MessageKind.AftercareReady, address, patient.Name, $"/my/aftercare/{fact.SessionId}") { PersonId = patient.Id, Key = $"aftercare:{fact.SessionId:N}" }, stop);
        await db.SaveAsync(caller.Act("queue mail"), stop);
    }
}
