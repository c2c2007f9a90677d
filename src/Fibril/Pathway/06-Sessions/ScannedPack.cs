using Fibril.Platform.Data;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>Which lot and unit is opened: what was chosen and typed, or what the code of the pack says. A scanned pack names its own lot, so that nobody charts a neighbour's.</summary>
/// <param name="Unit">Serial; null takes the next running number.</param>
/// <param name="Decision">Refused when the code names a lot that the shelf does not have, or cannot be read.</param>
public sealed record ScannedPack(Guid LotId, string? Unit, Decision Decision)
{
    /// <param name="chosen">The lot of the list.</param>
    /// <param name="text">A serial, or the whole code: product number and lot at least.</param>
    /// <param name="today">Places the years of the code.</param>
    public static async Task<ScannedPack> ReadAsync(ClinicDb db, Guid chosen, string? text, DateOnly today)
    {
        var code = Gs1Code.Read(text ?? "", today, out var wrong);
        if (wrong is not null && Gs1Code.IsCode(text ?? ""))
        {
            return new(chosen, null, Refuse("pack-unreadable", wrong));
        }

        if (code is null || (code.Gtin is null && !Gs1Code.IsCode(text ?? "")))
        {
            return new(chosen, text, Decision.Allow());
        }

        if (code is not { Gtin: { } gtin, Lot: { } number })
        {
            return await FitsAsync(db, chosen, code)
                ? new(chosen, code.Serial, Decision.Allow())
                : new(chosen, null, Refuse("pack-other", "The code of the pack is not of the lot that was chosen. Choose the lot that stands on the pack."));
        }

        var key = PackNumberRules.Fold(number);
        var lot = await db.StockLots.AsNoTracking()
            .Where(l => l.LotKey == key && db.StockItems.Any(i => i.Id == l.ItemId && i.Gtin == gtin))
            .OrderBy(l => l.ReceivedAt).FirstOrDefaultAsync();
        return lot is null
            ? new(chosen, null, Refuse("pack-unknown", $"The pack is lot {number} of product {gtin}, and the shelf has no such lot. Receive it first, or take another pack."))
            : new(lot.Id, code.Serial, Decision.Allow());
    }

    /// <summary>A code that does not say all: what it says must be true of the chosen lot.</summary>
    private static Task<bool> FitsAsync(ClinicDb db, Guid chosen, Gs1Code code)
    {
        var key = code.Lot is null ? null : PackNumberRules.Fold(code.Lot);
        return db.StockLots.AnyAsync(l =>
            l.Id == chosen && (key == null || l.LotKey == key) && db.StockItems.Any(i => i.Id == l.ItemId && (code.Gtin == null || i.Gtin == null || i.Gtin == code.Gtin)));
    }

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, "clinic"));
}
