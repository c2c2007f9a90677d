using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>From what stands on a pack, scanned or typed, to the lot and its people; ends the search of a drill.</summary>
public sealed class FindRecallLot(ClinicDb db, Caller caller, TraceLot lots)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Scan the pack, or type the lot that stands beside LOT."), StringLength(200)]
        public string? Lot { get; set; }
    }

    public async Task<FormResult> Handle(Input input)
    {
        var found = await LotsAsync(input.Lot!.Trim());
        if (found.Count != 1)
        {
            return found.Count == 0
                ? FormResult.Wrong(nameof(Input.Lot), WhyNone(input.Lot.Trim()))
                : FormResult.Go($"{RecallLinks.Find}?lot={Uri.EscapeDataString(input.Lot.Trim())}");
        }

        var lotId = found[0].Id;
        if (await db.LotRecalls.FirstOrDefaultAsync(r => r.LotId == lotId && r.IsDrill && r.FoundAt == null && r.EndedAt == null) is not { } drill)
        {
            return FormResult.Go($"{RecallLinks.Find}/{lotId}");
        }

        return await db.InTurnAsync(async () =>
        {
            drill.Find(caller.Now);
            var act = caller.Act("find lot in drill", drill.Reason);
            await db.SaveAsync(act);
            await RecallPeople.AddAsync(db, drill, act);
            return FormResult.Go(RecallLinks.Of(drill.Id));
        });
    }

    /// <summary>A code that cannot be read says nothing about what was received.</summary>
    private string WhyNone(string text) =>
        Gs1Code.IsCode(text) && Gs1Code.Read(text, DateOnly.FromDateTime(caller.Now), out var wrong) is null
            ? wrong!
            : "No lot of this number was ever received here. Compare it with the notice, and with the box.";

    /// <summary>The clinic's lots with this number, of one product when the code names it.</summary>
    public async Task<IReadOnlyList<StockLot>> LotsAsync(string text)
    {
        var ids = await lots.FindAsync(text);
        string? gtin = null;
        if (ids.Count == 0 && Gs1Code.Read(text, DateOnly.FromDateTime(caller.Now), out _) is { Lot: { } number } code)
        {
            (ids, gtin) = (await lots.FindAsync(number), code.Gtin);
        }

        return await db.StockLots.AsNoTracking().Where(l => ids.Contains(l.Id) && (gtin == null || db.StockItems.Any(i => i.Id == l.ItemId && (i.Gtin == null || i.Gtin == gtin)))).OrderBy(l => l.ReceivedAt).ToListAsync();
    }
}
