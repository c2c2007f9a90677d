using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Stock;

/// <summary>Puts a delivered lot on the shelf: scanned, pasted or typed.</summary>
public sealed class ReceiveLot(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        /// <summary>GS1 element string; what it says needs not be typed.</summary>
        [StringLength(200)]
        public string? Scan { get; set; }

        /// <summary>Id of the product; blank takes it from the barcode. Text, since the form reader takes no blank for an id.</summary>
        public string? ItemId { get; set; }

        /// <summary>Spelled as on the pack; another spelling of a lot that is known adds to that one.</summary>
        [StringLength(20, ErrorMessage = "A lot number has 20 signs at most.")]
        public string? Lot { get; set; }

        public DateOnly? ExpiresOn { get; set; }

        /// <summary>Asked for when the lot is received, not while its code is being read.</summary>
        [Range(1, 100_000, ErrorMessage = "Units: 1 to 100,000.")]
        public int? Units { get; set; }
    }

    public async Task<FormResult> Handle(Input input)
    {
        if (input.Units is null)
        {
            return FormResult.Wrong(nameof(Input.Units), "Enter how many units came.");
        }

        var today = await Shelf.TodayAsync(db, caller);
        try
        {
            var code = string.IsNullOrWhiteSpace(input.Scan) ? null : Gs1Code.Parse(input.Scan, today);
            return await db.InTurnAsync(() => ReceiveAsync(input, code, today));
        }
        catch (Gs1Exception e)
        {
            return FormResult.Refuse("barcode", e.Message);
        }
    }

    /// <summary>Fills product, lot and expiry from the code for somebody to look at; nothing is saved.</summary>
    /// <returns>What the code says, and the form once more; or why it cannot be read.</returns>
    public async Task<(Gs1Code? Code, FormResult Result)> ReadAsync(Input input)
    {
        try
        {
            var code = Gs1Code.Parse(input.Scan ?? "", await Shelf.TodayAsync(db, caller));
            var item = await ItemAsync(null, code.Gtin);
            (input.ItemId, input.Lot, input.ExpiresOn) = (item?.Id.ToString() ?? input.ItemId, code.Lot ?? input.Lot, code.ExpiresOn ?? input.ExpiresOn);
            return (code, FormResult.Stay);
        }
        catch (Gs1Exception e)
        {
            return (null, FormResult.Refuse("barcode", e.Message));
        }
    }

    private async Task<FormResult> ReceiveAsync(Input input, Gs1Code? code, DateOnly today)
    {
        var item = await ItemAsync(Guid.TryParse(input.ItemId, out var id) ? id : null, code?.Gtin);
        var lot = code?.Lot ?? input.Lot?.Trim();
        if (Missing(item, lot, code?.ExpiresOn ?? input.ExpiresOn, code, input) is { Count: > 0 } missing)
        {
            return FormResult.Refuse(Decision.Refuse(missing));
        }

        var expiresOn = (code?.ExpiresOn ?? input.ExpiresOn)!.Value;
        var known = await SameAsync(item!, lot!, code);
        var serial = StockRules.Serial(code?.Serial);
        var decision = StockRules.MayReceive(lot!, expiresOn, today, known, await ReceivedAsync(item!, serial));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        item!.Gtin ??= code?.Gtin;
        var row = known.Find(l => l.ItemId == item.Id);
        row?.ReceiveMore(input.Units!.Value);
        row ??= New(item, lot!, expiresOn, input);
        if (serial is not null)
        {
            db.Add(new ReceivedSerial { ItemId = item.Id, LotId = row.Id, Serial = serial, ReceivedAt = caller.Now });
        }

        await db.SaveAsync(caller.Act("receive lot"));
        return FormResult.Go($"/staff/stock/lots/{row.Id}");
    }

    /// <summary>Rows of the lot in any spelling; those of a product that was entered twice as well, so that a recalled lot has no second way in.</summary>
    private Task<List<StockLot>> SameAsync(StockItem item, string lot, Gs1Code? code)
    {
        var (key, gtin) = (PackNumberRules.Fold(lot), item.Gtin ?? code?.Gtin);
        return db.StockLots.Where(l => l.LotKey == key && (l.ItemId == item.Id || (gtin != null && db.StockItems.Any(i => i.Id == l.ItemId && i.Gtin == gtin)))).ToListAsync();
    }

    private async Task<(string Serial, DateOnly On)?> ReceivedAsync(StockItem item, string? serial) =>
        serial is not null && await db.ReceivedSerials.AsNoTracking().FirstOrDefaultAsync(s => s.ItemId == item.Id && s.Serial == serial) is { } before
            ? (serial, (await db.Clinics.AsNoTracking().FirstAsync()).DayOf(before.ReceivedAt))
            : null;

    private StockLot New(StockItem item, string lot, DateOnly expiresOn, Input input)
    {
        var row = new StockLot { ItemId = item.Id, Lot = lot, ExpiresOn = expiresOn, Received = input.Units!.Value, ReceivedAt = caller.Now, Scan = input.Scan?.Trim() };
        row.PutOnShelf();
        return db.Add(row).Entity;
    }

    private Task<StockItem?> ItemAsync(Guid? id, string? gtin) => id is { } chosen
        ? db.StockItems.FirstOrDefaultAsync(i => i.Id == chosen)
        : db.StockItems.FirstOrDefaultAsync(i => gtin != null && i.Gtin == gtin && i.WithdrawnAt == null);

    private static List<Reason> Missing(StockItem? item, string? lot, DateOnly? expiresOn, Gs1Code? code, Input input)
    {
        var reasons = new List<Reason>();
        void Say(string word, string sentence) => reasons.Add(new(word, sentence, "clinic"));
        if (item is null)
        {
            Say("product", code?.Gtin is { } gtin ? $"No product has the number {gtin} yet. Choose the product once; the number is then remembered." : "Choose the product.");
        }
        else if (code?.Gtin is { } scanned && item.Gtin is { } kept && scanned != kept)
        {
            Say("product-differs", $"The code is of product {scanned}, but {item.Name} is {kept}. Choose the right product.");
        }

        if (PackNumberRules.Fold(lot ?? "").Length == 0)
        {
            Say("lot", "The lot number is missing: it stands beside LOT on the pack.");
        }
        else if (code?.Lot is not null && !string.IsNullOrWhiteSpace(input.Lot) && !PackNumberRules.AreSame(input.Lot, code.Lot))
        {
            Say("lot-differs", $"The code says lot {code.Lot}, but {input.Lot.Trim()} was typed.");
        }

        if (expiresOn is null)
        {
            Say("expiry", "The expiry day is missing: it stands beside the hourglass on the pack.");
        }

        return reasons;
    }
}
