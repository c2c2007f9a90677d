using Fibril.Pathway.Recovery;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>Writes to everybody of a recall who has a mail address: the mail says that there is a note, the words stand behind the sign-in. A drill notes it and sends nothing.</summary>
public sealed class TellRecallPeople(ClinicDb db, Caller caller, Outgoing outgoing)
{
    /// <param name="text">The note, as staff have changed the draft.</param>
    /// <exception cref="NotHereException">No such recall.</exception>
    public async Task<FormResult> Handle(Guid recallId, string? text)
    {
        var recall = await db.LotRecalls.OneAsync(r => r.Id == recallId);
        var words = text?.Trim() ?? "";
        var decision = RecallRules.MayWork(recall).And(words.Length is > 0 and <= SendReply.Longest
            ? ReplyRules.MayWrite(ProtocolPack.Current, words)
            : Decision.Refuse(new Reason("note-length", $"Write a note of at most {SendReply.Longest} letters.", "clinic")));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        return await db.InTurnAsync(() => TellAsync(recall, words));
    }

    /// <summary>Each person's mail is saved by itself: in the journal it stands with that person and no other.</summary>
    private async Task<FormResult> TellAsync(LotRecall recall, string words)
    {
        var act = caller.Act(recall.IsDrill ? "write notes in recall drill" : "write to people of recall", recall.Reason);
        recall.Write(words);
        await db.SaveAsync(act);
        foreach (var (person, patient) in await UntoldAsync(recall.Id))
        {
            var mail = recall.IsDrill ? null : await outgoing.QueueAsync(new(MessageKind.ImportantNote, patient.Email!, patient.Name, RecallLinks.OfPerson(person.Id))
            {
                PersonId = patient.Id, Key = $"recall:{person.Id:N}:{person.Version}",
            });
            person.Mail(mail?.Id, caller.Now);
            await db.SaveAsync(act with { PersonId = patient.Id, Once = null });
        }

        return FormResult.Go(RecallLinks.Of(recall.Id, "people"));
    }

    private async Task<IReadOnlyList<(RecallPerson Person, Practice.Patients.Patient Patient)>> UntoldAsync(Guid recallId)
    {
        var found = await (
            from r in db.RecallPeople
            join p in db.Patients on r.PatientId equals p.Id
            where r.RecallId == recallId && r.MailedAt == null && r.ReachedAt == null && p.Email != null && p.Email != "" && p.DiedAt == null
            orderby r.Id
            select new { Person = r, Patient = p }).ToListAsync();
        return [.. found.Select(f => (f.Person, f.Patient))];
    }
}

/// <summary>Calls back every mail of a recall that has not left yet: for three minutes that is all of them.</summary>
public sealed class CallBackRecallMails(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such recall.</exception>
    public async Task<FormResult> Handle(Guid recallId)
    {
        var recall = await db.LotRecalls.AsNoTracking().OneAsync(r => r.Id == recallId);
        var told = await db.RecallPeople.Where(p => p.RecallId == recallId && p.MailedAt != null).ToListAsync();
        var ids = told.Select(p => p.MessageId).ToList();
        var waiting = await db.Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.Queued && (m.LeasedUntil == null || m.LeasedUntil < caller.Now)).ToListAsync();
        if (!recall.IsDrill && waiting.Count == 0)
        {
            return FormResult.Refuse("message.left", "No mail of this recall is waiting any more: they have left.");
        }

        return await db.InTurnAsync(async () =>
        {
            var act = caller.Act(recall.IsDrill ? "call back notes in recall drill" : "call back mails of recall", recall.Reason);
            foreach (var person in told.Where(p => recall.IsDrill || waiting.Exists(m => m.Id == p.MessageId)))
            {
                waiting.Find(m => m.Id == person.MessageId)?.Cancel(caller.Now);
                person.CallBack();
                await db.SaveAsync(act with { PersonId = person.PatientId });
                act = act with { Once = null };
            }

            return FormResult.Go(RecallLinks.Of(recallId, "people"));
        });
    }
}
