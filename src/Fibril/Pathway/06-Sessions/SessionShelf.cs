using Fibril.Platform.Data;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>What the shelf offers for a day: in date, not recalled, not used up; first to expire first.</summary>
internal static class SessionShelf
{
    public static async Task<List<(StockLot Lot, StockItem Item)>> UsableAsync(ClinicDb db, DateOnly on)
    {
        var items = await db.StockItems.AsNoTracking().ToDictionaryAsync(i => i.Id);
        var lots = await db.StockLots.AsNoTracking().Where(l => l.ExpiresOn >= on).OrderBy(l => l.ExpiresOn).ThenBy(l => l.Lot).ThenBy(l => l.Id).ToListAsync();
        return [.. lots.Where(l => StockRules.MayUse(l, on).IsAllowed).Select(l => (l, items[l.ItemId]))];
    }
}
