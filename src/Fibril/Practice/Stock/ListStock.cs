using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Stock;

/// <summary>What is on the shelf, with what needs somebody first.</summary>
public sealed class ListStock(ClinicDb db, Caller caller)
{
    /// <summary>Lots that expire within so many days are shown as expiring.</summary>
    public const int SoonDays = 60;

    public sealed record Line(StockItem Item, StockLot Lot, bool Usable, bool Expired, bool Soon);

    /// <param name="Low">Products with as few usable units as their limit, or fewer.</param>
    public sealed record Shelves(DateOnly Today, IReadOnlyList<Line> Lines, IReadOnlyList<(StockItem Item, int Usable)> Low, IReadOnlyList<StockItem> Items)
    {
        /// <summary>Expired or expiring lots that still have units.</summary>
        public IEnumerable<Line> Expiring => Lines.Where(l => l.Lot.Remaining > 0 && l.Lot.RecalledAt is null && (l.Expired || l.Soon));

        public IEnumerable<Line> SetAside => Lines.Where(l => l.Lot.QuarantinedAt is not null || l.Lot.RecalledAt is not null);
    }

    public async Task<Shelves> Handle()
    {
        var today = await Shelf.TodayAsync(db, caller);
        var items = await db.StockItems.AsNoTracking().OrderBy(i => i.Name).ToListAsync();
        var names = items.ToDictionary(i => i.Id);
        var lots = await db.StockLots.AsNoTracking().Where(l => l.Remaining > 0 || l.RecalledAt != null).OrderBy(l => l.ExpiresOn).ThenBy(l => l.Lot).ToListAsync();
        var lines = lots.Select(l => new Line(names[l.ItemId], l, StockRules.MayUse(l, today).IsAllowed, l.ExpiresOn < today, l.ExpiresOn <= today.AddDays(SoonDays))).ToList();
        var usable = lines.Where(l => l.Usable).ToLookup(l => l.Item.Id, l => l.Lot.Remaining);
        var low = items.Where(i => i.WithdrawnAt is null).Select(i => (Item: i, Usable: usable[i.Id].Sum())).Where(i => i.Usable <= i.Item.LowStock && i.Item.LowStock > 0);
        return new(today, lines, [.. low.OrderBy(i => i.Usable)], items);
    }
}

/// <summary>From a lot to every session it was used in: the stock's half of a recall.</summary>
public sealed class TraceLot(ClinicDb db)
{
    /// <param name="Uses">One for each session, newest first.</param>
    public sealed record Trace(StockItem Item, StockLot Lot, IReadOnlyList<LotUse> Uses, ILookup<Guid, OpenedUnit> Units);

    /// <exception cref="NotHereException">The clinic has no such lot.</exception>
    public async Task<Trace> Handle(Guid lotId)
    {
        var lot = await db.StockLots.AsNoTracking().OneAsync(l => l.Id == lotId);
        var item = await db.StockItems.AsNoTracking().OneAsync(i => i.Id == lot.ItemId);
        var uses = await db.LotUses.AsNoTracking().Where(u => u.LotId == lotId).OrderByDescending(u => u.UsedAt).ToListAsync();
        var units = await db.OpenedUnits.AsNoTracking().Where(u => u.LotId == lotId).ToListAsync();
        return new(item, lot, uses, units.ToLookup(u => u.ForId));
    }

    /// <summary>Lots with this number, whatever the product and the spelling.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string number)
    {
        var key = PackNumberRules.Fold(number);
        return await db.StockLots.AsNoTracking().Where(l => l.LotKey == key).OrderBy(l => l.Lot).ThenBy(l => l.Id).Select(l => l.Id).ToListAsync();
    }
}
