using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Stock;

/// <summary>Undoes on the shelf what was charted by mistake in a session.</summary>
public sealed class ReturnLot(ClinicDb db, Caller caller)
{
    /// <param name="unit">The cartridge; null for a product.</param>
    /// <param name="isSealed">No needle has touched anybody in this session: the unit is free for the one it belongs to. Otherwise it stays opened, so that what may have been used is never opened again.</param>
    /// <param name="stillInUse">Something else of the lot was used in the session, and a recall still means it.</param>
    public async Task Handle(Guid lotId, string? unit, Guid forId, bool isSealed, bool stillInUse, string? reason)
    {
        var (item, lot) = await Shelf.FindAsync(db, lotId) ?? throw new InvalidOperationException("A lot that was charted is on record.");
        var opened = unit is null ? null : await db.OpenedUnits.FirstOrDefaultAsync(u => u.LotId == lotId && u.Unit == unit && u.ForId == forId);
        if (opened is not null && isSealed)
        {
            db.Remove(opened);
            lot.PutBackOne();
        }
        else if (unit is null && item.IsSingleUse)
        {
            lot.PutBackOne();
        }

        if (!stillInUse && await db.LotUses.FirstOrDefaultAsync(u => u.LotId == lotId && u.ForId == forId) is { } use)
        {
            db.Remove(use);
        }

        await db.SaveAsync(caller.Act("take back", reason));
    }
}
