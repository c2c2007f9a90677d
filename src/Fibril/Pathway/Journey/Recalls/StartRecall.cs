using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>Begins to tell the people of a lot, in earnest or as a drill: one line for each of them.</summary>
public sealed class StartRecall(ClinicDb db, Caller caller)
{
    /// <param name="reason">What the notice says; a drill may do without.</param>
    /// <exception cref="NotHereException">No such lot.</exception>
    public async Task<FormResult> Handle(Guid lotId, bool isDrill, string? reason)
    {
        var lot = await db.StockLots.AsNoTracking().OneAsync(l => l.Id == lotId);
        var isOpen = await db.LotRecalls.AnyAsync(r => r.LotId == lotId && r.EndedAt == null && r.IsDrill == isDrill);
        var decision = RecallRules.MayStart(isDrill, reason, isOpen);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        return await db.InTurnAsync(() => AddAsync(lot, isDrill, reason?.Trim()));
    }

    private async Task<FormResult> AddAsync(Practice.Stock.StockLot lot, bool isDrill, string? reason)
    {
        var recall = db.Add(new LotRecall
        {
            LotId = lot.Id, IsDrill = isDrill, Reason = reason is { Length: > 0 } ? reason : $"Practice with lot {lot.Lot}.", StartedAt = caller.Now, StartedByName = caller.Who.Name,
        }).Entity;
        recall.Find(caller.Now);
        var act = caller.Act(isDrill ? "start recall drill" : "start recall", recall.Reason);
        await db.SaveAsync(act);
        await RecallPeople.AddAsync(db, recall, act);
        return FormResult.Go(RecallLinks.Of(recall.Id));
    }
}

/// <summary>A drill from the notice on: the program draws a lot, the stopwatch runs, and the lot is to be found by scanning or typing it.</summary>
public sealed class StartDrill(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle()
    {
        if (await db.LotRecalls.AsNoTracking().AnyAsync(r => r.IsDrill && r.FoundAt == null && r.EndedAt == null))
        {
            return FormResult.Go(RecallLinks.Find);
        }

        if (await DrawAsync() is not { } lotId)
        {
            return FormResult.Refuse("nothing-used", "No lot has been used on anybody yet: there is nobody to find.");
        }

        var lot = await db.StockLots.AsNoTracking().OneAsync(l => l.Id == lotId);
        var recall = db.Add(new LotRecall { LotId = lotId, IsDrill = true, Reason = $"Practice: the maker calls back lot {lot.Lot}.", StartedAt = caller.Now, StartedByName = caller.Who.Name }).Entity;
        await db.SaveAsync(caller.Act("start recall drill", recall.Reason));
        return FormResult.Go(RecallLinks.Find);
    }

    /// <summary>The lot that was practised least, and of those the one with the most sessions.</summary>
    private async Task<Guid?> DrawAsync()
    {
        var used = await db.LotUses.GroupBy(u => u.LotId).Select(g => new { LotId = g.Key, Sessions = g.Count() }).OrderByDescending(g => g.Sessions).ThenBy(g => g.LotId).Take(50).ToListAsync();
        var practised = (await db.LotRecalls.AsNoTracking().Where(r => r.IsDrill).Select(r => r.LotId).ToListAsync()).CountBy(id => id).ToDictionary();
        return used.OrderBy(u => practised.GetValueOrDefault(u.LotId)).ThenByDescending(u => u.Sessions).Select(u => (Guid?)u.LotId).FirstOrDefault();
    }
}

internal static class RecallPeople
{
    /// <summary>One line for each person of the lot who has none yet, each saved by itself: in the journal it stands with that person and no other.</summary>
    /// <param name="act">The act that was saved already.</param>
    public static async Task AddAsync(ClinicDb db, LotRecall recall, Act act)
    {
        var people = await db.Sessions.Where(s => db.LotUses.Any(u => u.LotId == recall.LotId && u.ForId == s.Id)).Select(s => s.PatientId).Distinct().ToListAsync();
        var known = await db.RecallPeople.Where(p => p.RecallId == recall.Id).Select(p => p.PatientId).ToListAsync();
        foreach (var id in people.Except(known).Order())
        {
            db.Add(new RecallPerson { RecallId = recall.Id, PatientId = id });
            await db.SaveAsync(act with { PersonId = id, Once = null });
        }
    }
}

/// <summary>Addresses of recalls.</summary>
public static class RecallLinks
{
    public const string Find = "/staff/recall";

    public static string Of(Guid recallId, string? part = null) => part is null ? $"/staff/recalls/{recallId}" : $"/staff/recalls/{recallId}#{part}";

    /// <summary>What the person reads.</summary>
    public static string OfPerson(Guid recallPersonId) => $"/my/notes/{recallPersonId}";
}
