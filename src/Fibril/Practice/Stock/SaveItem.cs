using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Stock;

/// <summary>Adds a product that the clinic keeps, or changes one.</summary>
public sealed class SaveItem(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the name as it stands on the pack."), StringLength(120)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose what it is.")]
        public StockKind? Kind { get; set; }

        [StringLength(60)]
        public string? ProtocolId { get; set; }

        [RegularExpression(@"\d{8}|\d{12,14}", ErrorMessage = "A GTIN has 8, 12, 13 or 14 digits.")]
        public string? Gtin { get; set; }

        [Range(1, 200, ErrorMessage = "Needles: 1 to 200.")]
        public int? Needles { get; set; }

        [Required(ErrorMessage = "Enter a number; 0 for never."), Range(0, 10_000, ErrorMessage = "0 to 10,000.")]
        public int? LowStock { get; set; } = 10;

        public bool IsSingleUse { get; set; }

        public bool Withdraw { get; set; }

        public int Version { get; set; }

        public static Input Of(StockItem i) => new()
        {
            Name = i.Name, Kind = i.Kind, ProtocolId = i.ProtocolId, Gtin = i.Gtin, Needles = i.Needles, LowStock = i.LowStock, IsSingleUse = i.IsSingleUse, Version = i.Version,
        };
    }

    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        var gtin = string.IsNullOrWhiteSpace(input.Gtin) ? null : input.Gtin.PadLeft(14, '0');
        if (gtin is not null && !Gs1Code.HasCheckDigit(gtin))
        {
            return FormResult.Refuse("gtin", "The check digit of this GTIN does not fit. Compare it with the pack.");
        }

        if (WrongKind(input) is { } wrong)
        {
            return FormResult.Wrong(nameof(Input.ProtocolId), wrong);
        }

        if (gtin is not null && await db.StockItems.AnyAsync(i => i.Gtin == gtin && i.Id != id && i.WithdrawnAt == null))
        {
            return FormResult.Refuse("gtin-taken", "Another product already has this GTIN.");
        }

        var item = id is null
            ? db.Add(new StockItem { Name = "", Kind = input.Kind!.Value }).Entity
            : db.Seen(await db.StockItems.OneAsync(i => i.Id == id), input.Version);
        (item.Name, item.Kind, item.ProtocolId, item.Gtin) = (input.Name!.Trim(), input.Kind!.Value, Blank(input.ProtocolId), gtin);
        (item.Needles, item.LowStock, item.IsSingleUse) = (input.Needles, input.LowStock!.Value, input.IsSingleUse);
        if (input.Withdraw)
        {
            item.Withdraw(caller.Now);
        }

        await db.SaveAsync(caller.Act(id is null ? "add product" : "change product"));
        return FormResult.Go("/staff/stock");
    }

    /// <summary>What the session asks of a serum, a cream cannot answer, and the other way round.</summary>
    private static string? WrongKind(Input input)
    {
        var cream = ProtocolPack.Current.Anaesthetics.FirstOrDefault(a => a.Id == input.ProtocolId);
        var topical = ProtocolPack.Current.Topicals.FirstOrDefault(t => t.Id == input.ProtocolId);
        return (cream, topical) switch
        {
            ({ Name: var name }, _) when input.Kind != StockKind.Anaesthetic => $"{name} is a numbing cream. Choose what this product is, or leave it blank.",
            (_, { Name: var name }) when input.Kind != StockKind.Serum => $"{name} is a serum. Choose what this product is, or leave it blank.",
            _ => null,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
