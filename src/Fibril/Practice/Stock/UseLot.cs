using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Stock;

/// <summary>Notes that a session used some of an open container of a lot, a tube or a bottle, and the count stays; of a single-use product it takes one.</summary>
public sealed class UseLot(ClinicDb db, Caller caller)
{
    public Task<StockAnswer> Handle(Guid lotId, Guid forId) => Shelf.UseAsync(db, caller, lotId, forId, takesOne: null);
}

/// <summary>Takes one whole unit of a lot for a session: a sachet of gel, a single-dose tube.</summary>
public sealed class TakeFromLot(ClinicDb db, Caller caller)
{
    public Task<StockAnswer> Handle(Guid lotId, Guid forId) => Shelf.UseAsync(db, caller, lotId, forId, takesOne: true);
}

/// <summary>What opening and using have in common.</summary>
internal static class Shelf
{
    public static Task<StockAnswer> UseAsync(ClinicDb db, Caller caller, Guid lotId, Guid forId, bool? takesOne) => db.InTurnAsync(async () =>
    {
        if (await FindAsync(db, lotId) is not var (item, lot))
        {
            return StockAnswer.NoSuchLot();
        }

        var decision = StockRules.MayUse(lot, await TodayAsync(db, caller));
        if (!decision.IsAllowed)
        {
            return StockAnswer.Refuse(decision);
        }

        if (takesOne ?? item.IsSingleUse)
        {
            lot.TakeOne();
        }

        await NoteUseAsync(db, lotId, forId, caller.Now);
        await db.SaveAsync(caller.Act("use lot"));
        return new(decision, TakenStock.Of(item, lot, null));
    });

    /// <summary>The lot as the database has it now, whatever this scope read before; null when the clinic has none such.</summary>
    public static async Task<(StockItem Item, StockLot Lot)?> FindAsync(ClinicDb db, Guid lotId)
    {
        if (await db.StockLots.FirstOrDefaultAsync(l => l.Id == lotId) is not { } lot)
        {
            return null;
        }

        await db.Entry(lot).ReloadAsync();
        return (await db.StockItems.FirstAsync(i => i.Id == lot.ItemId), lot);
    }

    public static async Task<DateOnly> TodayAsync(ClinicDb db, Caller caller) =>
        (await db.Clinics.AsNoTracking().FirstAsync()).DayOf(caller.Now);

    public static async Task NoteUseAsync(ClinicDb db, Guid lotId, Guid forId, DateTime now)
    {
        if (!await db.LotUses.AnyAsync(u => u.LotId == lotId && u.ForId == forId))
        {
            db.Add(new LotUse { LotId = lotId, ForId = forId, UsedAt = now });
        }
    }
}
