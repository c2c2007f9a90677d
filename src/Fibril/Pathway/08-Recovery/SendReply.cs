using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>Writes back to the person: the mail says that there is a note, the words stand on the page of the report.</summary>
public sealed class SendReply(ClinicDb db, Caller caller, Outgoing outgoing)
{
    public const int Longest = 2000;

    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<FormResult> Handle(Guid checkInId, string? text)
    {
        var report = await db.CheckIns.OneAsync(c => c.Id == checkInId);
        var patient = await db.Patients.OneAsync(p => p.Id == report.PatientId);
        var words = text?.Trim() ?? "";
        if (words.Length is 0 or > Longest)
        {
            return FormResult.Refuse("reply-length", $"Write a reply of at most {Longest} letters.");
        }

        if (ReplyRules.MayWrite(ProtocolPack.Current, words) is { IsAllowed: false } refused)
        {
            return FormResult.Refuse(refused);
        }

        if (patient is not { Email: { Length: > 0 } address, DiedAt: null })
        {
            return FormResult.Refuse("no-address", $"{patient.Name} has no mail address. Call, and write down what was said.");
        }

        var reply = db.Add(new ReportReply
        {
            CourseId = report.CourseId, PatientId = report.PatientId, CheckInId = report.Id, Text = words, SentAt = caller.Now, SentByName = caller.Who.Name,
        }).Entity;
        await outgoing.QueueAsync(new(MessageKind.NoteWaiting, address, patient.Name, RecoveryLinks.OfPatient(report.Id)) { PersonId = patient.Id, Key = $"reply:{reply.Id:N}" });
        await db.SaveAsync(caller.Act("reply to report"));
        return FormResult.Go(RecoveryLinks.Detail(checkInId));
    }
}
