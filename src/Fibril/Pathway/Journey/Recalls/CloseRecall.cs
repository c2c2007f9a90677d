using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>Sets the lot of a recall aside; in a drill it stays in use.</summary>
public sealed class SetRecalledAside(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such recall.</exception>
    public async Task<FormResult> Handle(Guid recallId)
    {
        var recall = await db.LotRecalls.AsNoTracking().OneAsync(r => r.Id == recallId);
        var lot = await db.StockLots.OneAsync(l => l.Id == recall.LotId);
        var decision = RecallRules.MayQuarantine(recall, lot);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        lot.Quarantine(recall.Reason, caller.Now);
        await db.SaveAsync(caller.Act("quarantine lot", recall.Reason));
        return FormResult.Go(RecallLinks.Of(recallId));
    }
}

/// <summary>Adds people who were treated with the lot after the recall began.</summary>
public sealed class AddLatePeople(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such recall.</exception>
    public async Task<FormResult> Handle(Guid recallId)
    {
        var recall = await db.LotRecalls.AsNoTracking().OneAsync(r => r.Id == recallId);
        var decision = RecallRules.MayWork(recall);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        return await db.InTurnAsync(async () =>
        {
            await RecallPeople.AddAsync(db, recall, caller.Act("add people to recall", recall.Reason));
            return FormResult.Go(RecallLinks.Of(recallId, "people"));
        });
    }
}

/// <summary>The work is over: everybody reached, or the reason why not.</summary>
public sealed class EndRecall(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such recall.</exception>
    public async Task<FormResult> Handle(Guid recallId, string? reason)
    {
        var recall = await db.LotRecalls.OneAsync(r => r.Id == recallId);
        if (recall is { IsDrill: true, FoundAt: null, EndedAt: null })
        {
            recall.End(caller.Who.Name, "Broken off before the lot was found.", caller.Now);
            await db.SaveAsync(caller.Act("end recall drill", recall.Reason));
            return FormResult.Go(RecallLinks.Find);
        }

        var people = await db.RecallPeople.AsNoTracking().Where(p => p.RecallId == recallId).ToListAsync();
        var decision = RecallRules.MayEnd(recall, RecallRules.Progress(people), reason);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        recall.End(caller.Who.Name, reason?.Trim() ?? "", caller.Now);
        await db.SaveAsync(caller.Act(recall.IsDrill ? "end recall drill" : "end recall", recall.Reason));
        return FormResult.Go($"{RecallLinks.Of(recallId)}/report");
    }
}
