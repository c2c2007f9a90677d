using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>Somebody spoke to, or wrote to, one person of a recall.</summary>
public sealed class MarkReached(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such person or recall.</exception>
    public Task<FormResult> Handle(Guid recallId, Guid personId, Reach how) =>
        RecallStep.DoAsync(db, caller, recallId, personId, "reach person of recall", RecallRules.MayWork, p => p.MarkReached(how, caller.Who.Name, caller.Now));
}

/// <summary>What a person answered; whoever answers has been reached.</summary>
public sealed class NoteAnswer(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such person or recall.</exception>
    public Task<FormResult> Handle(Guid recallId, Guid personId, string? words) =>
        RecallStep.DoAsync(db, caller, recallId, personId, "note answer in recall", r => RecallRules.MayAnswer(r, words), p =>
        {
            p.MarkReached(Reach.Phone, caller.Who.Name, caller.Now);
            p.MarkAnswered(words!.Trim(), caller.Who.Name, caller.Now);
        });
}

/// <summary>The person has read the note behind the sign-in and says so.</summary>
public sealed class ConfirmNote(ClinicDb db, Caller caller)
{
    /// <returns>Null when it is nobody's, somebody else's, or a drill's.</returns>
    public async Task<FormResult?> Handle(Guid personId, string? words)
    {
        if (await MineAsync(db, caller, personId) is not var (person, _))
        {
            return null;
        }

        var said = words?.Trim() ?? "";
        if (said.Length > 300)
        {
            return FormResult.Refuse("answer-length", "Please write at most 300 letters, or call us.");
        }

        person.MarkReached(Reach.Note, person.ReachedByName ?? caller.Who.Name, caller.Now);
        person.MarkAnswered(said.Length > 0 ? said : "Has read the note.", caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("confirm note"));
        return FormResult.Go(RecallLinks.OfPerson(personId));
    }

    /// <summary>The caller's own line with its recall; null for everybody else's, and for a drill.</summary>
    internal static async Task<(RecallPerson Person, LotRecall Recall)?> MineAsync(ClinicDb db, Caller caller, Guid personId)
    {
        if (!caller.IsPatient || await db.RecallPeople.FirstOrDefaultAsync(p => p.Id == personId && p.PatientId == caller.Who.Id && p.MailedAt != null) is not { } person)
        {
            return null;
        }

        return await db.LotRecalls.AsNoTracking().FirstAsync(r => r.Id == person.RecallId) is { IsDrill: false } recall ? (person, recall) : null;
    }
}

internal static class RecallStep
{
    /// <summary>One change to one person's line, with the drill in the journal's words.</summary>
    public static async Task<FormResult> DoAsync(ClinicDb db, Caller caller, Guid recallId, Guid personId, string verb, Func<LotRecall, Decision> may, Action<RecallPerson> change)
    {
        var recall = await db.LotRecalls.AsNoTracking().OneAsync(r => r.Id == recallId);
        var person = await db.RecallPeople.OneAsync(p => p.Id == personId && p.RecallId == recallId);
        var decision = may(recall);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        change(person);
        await db.SaveAsync(caller.Act(recall.IsDrill ? $"{verb} (drill)" : verb, recall.Reason));
        return FormResult.Go(RecallLinks.Of(recallId, $"p-{personId:N}"));
    }
}
