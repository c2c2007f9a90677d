using System.Globalization;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Stock;

/// <summary>Opens one sterile unit of a lot for one session. The same unit is never opened twice: the database has no second key for it.</summary>
public sealed class OpenUnit(ClinicDb db, Caller caller)
{
    /// <param name="unit">Serial from the pack; null takes the next running number of the lot.</param>
    /// <param name="forId">The session.</param>
    /// <param name="reason">Needed when the session already has a unit of this kind.</param>
    public Task<StockAnswer> Handle(Guid lotId, string? unit, Guid forId, string? reason = null) =>
        db.InTurnAsync(() => DecideAsync(lotId, StockRules.Serial(unit), forId, reason));

    private async Task<StockAnswer> DecideAsync(Guid lotId, string? unit, Guid forId, string? reason)
    {
        if (await Shelf.FindAsync(db, lotId) is not var (item, lot))
        {
            return StockAnswer.NoSuchLot();
        }

        if (unit?.Length > OpenedUnit.LongestUnit)
        {
            return StockAnswer.Refuse(StockRules.SerialTooLong(unit));
        }

        unit ??= await NextAsync(lotId);
        var same = await SameAsync(lot, unit);
        var decision = StockRules.MayOpen(lot, await Shelf.TodayAsync(db, caller), same, await HasOneAsync(item, forId), reason);
        if (!decision.IsAllowed)
        {
            return StockAnswer.Refuse(decision);
        }

        lot.TakeOne();
        db.Add(new OpenedUnit { LotId = lotId, Unit = unit, OpenedAt = caller.Now, OpenedBy = caller.Who.Id, ForId = forId, Reason = reason?.Trim() });
        await Shelf.NoteUseAsync(db, lotId, forId, caller.Now);
        await db.SaveAsync(caller.Act("open unit", reason));
        return new(decision, TakenStock.Of(item, lot, unit));
    }

    /// <summary>A serial is the maker's, whatever lot was chosen for it; a running number is of its lot.</summary>
    private async Task<OpenedUnit?> SameAsync(StockLot lot, string unit)
    {
        var lots = StockRules.IsRunningNumber(unit) ? [lot.Id] : await db.StockLots.Where(l => l.ItemId == lot.ItemId).Select(l => l.Id).ToListAsync();
#pragma warning disable CA1304, CA1311, CA1862 // runs in the database, where serials of before stand as they were typed
        return await db.OpenedUnits.AsNoTracking().FirstOrDefaultAsync(u => lots.Contains(u.LotId) && u.Unit.ToUpper() == unit);
#pragma warning restore CA1304, CA1311, CA1862
    }

    private Task<bool> HasOneAsync(StockItem item, Guid forId) =>
        db.OpenedUnits.AnyAsync(u => u.ForId == forId
            && db.StockLots.Any(l => l.Id == u.LotId && db.StockItems.Any(i => i.Id == l.ItemId && i.Kind == item.Kind)));

    private async Task<string> NextAsync(Guid lotId)
    {
        var taken = (await db.OpenedUnits.Where(u => u.LotId == lotId).Select(u => u.Unit).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var number = taken.Count + 1;
        while (taken.Contains(number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
