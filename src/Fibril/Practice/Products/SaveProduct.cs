using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Products;

/// <summary>Adds a product to the clinic's list, or changes one.</summary>
public sealed class SaveProduct(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the name as it stands on the pack."), StringLength(120)]
        public string? Name { get; set; }

        [StringLength(120)]
        public string? Maker { get; set; }

        [StringLength(30)]
        public string? Gtin { get; set; }

        [Required(ErrorMessage = "Enter the ingredients as they stand on the pack."), StringLength(20_000)]
        public string? Ingredients { get; set; }

        public bool Withdrawn { get; set; }

        public int Version { get; set; }

        public static Input Of(SkinProduct p) => new()
        {
            Name = p.Name, Maker = p.Maker, Gtin = p.Gtin is null ? null : Barcode.Shown(p.Gtin), Ingredients = p.Ingredients, Withdrawn = p.WithdrawnAt is not null, Version = p.Version,
        };
    }

    /// <exception cref="NotHereException">No such product.</exception>
    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        string? gtin = null;
        if (!string.IsNullOrWhiteSpace(input.Gtin) && Barcode.Read(input.Gtin) is var read)
        {
            if (read.Problem is { } problem)
            {
                return FormResult.Wrong(nameof(Input.Gtin), problem);
            }

            gtin = read.Gtin;
        }

        if (gtin is not null && await db.SkinProducts.FirstOrDefaultAsync(p => p.Gtin == gtin && p.Id != id && p.WithdrawnAt == null) is { } other)
        {
            return FormResult.Wrong(nameof(Input.Gtin), $"{other.Name} has this number already.");
        }

        var product = id is null
            ? db.Add(new SkinProduct { Name = "", Ingredients = "" }).Entity
            : db.Seen(await db.SkinProducts.OneAsync(p => p.Id == id), input.Version);
        (product.Name, product.Maker, product.Gtin, product.Ingredients) = (input.Name!.Trim(), input.Maker?.Trim() ?? "", gtin, input.Ingredients!.Trim());
        product.WithdrawnAt = input.Withdrawn ? product.WithdrawnAt ?? caller.Now : null;
        await db.SaveAsync(caller.Act(id is null ? "add skin product" : "change skin product"));
        return FormResult.Go("/staff/practice/products");
    }
}
