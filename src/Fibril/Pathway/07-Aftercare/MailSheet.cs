using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Aftercare;

/// <summary>
/// The person gets the link to the sheet as soon as the needling is over: a record signed in the evening would bring it when the first hours are past.
/// Signing is heard too, for an address that came in between. The key makes both one mail; no clinical word is in it.
/// </summary>
public sealed class MailSheet(ClinicDb db, Caller caller, Outgoing outgoing) : IReact<NeedlingFinished>, IReact<SessionSigned>
{
    public Task HandleAsync(NeedlingFinished fact, CancellationToken stop) => MailAsync(fact.SessionId, fact.PatientId, stop);

    public Task HandleAsync(SessionSigned fact, CancellationToken stop) => MailAsync(fact.SessionId, fact.PatientId, stop);

    private async Task MailAsync(Guid sessionId, Guid patientId, CancellationToken stop)
    {
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == patientId, stop);
        var needled = await db.Sessions.AnyAsync(s => s.Id == sessionId && s.NeedlingFinishedAt != null, stop);
        if (!needled || patient is not { Email: { Length: > 0 } address, DiedAt: null })
        {
            return;
        }

        await outgoing.QueueAsync(new(MessageKind.AftercareReady, address, patient.Name, $"/my/aftercare/{sessionId}") { PersonId = patient.Id, Key = $"aftercare:{sessionId:N}" }, stop);
        await db.SaveAsync(caller.Act("queue mail"), stop);
    }
}
