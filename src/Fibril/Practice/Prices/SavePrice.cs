using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Prices;

/// <summary>Adds a line of the price list, or changes one. Plans keep the price they were agreed with.</summary>
public sealed class SavePrice(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter what it is."), StringLength(120)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter the amount."), Range(0, 100_000, ErrorMessage = "0 to 100,000.")]
        public decimal? Amount { get; set; }

        [Required(ErrorMessage = "Choose what it is per.")]
        public string? Per { get; set; } = "session";

        public bool Withdrawn { get; set; }

        public int Version { get; set; }

        public static Input Of(PriceItem p) => new() { Name = p.Name, Amount = p.Amount, Per = p.Per, Withdrawn = p.WithdrawnAt is not null, Version = p.Version };
    }

    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        var price = id is null
            ? db.Add(new PriceItem { Name = "", Amount = 0 }).Entity
            : db.Seen(await db.PriceItems.OneAsync(p => p.Id == id), input.Version);
        (price.Name, price.Amount, price.Per) = (input.Name!.Trim(), input.Amount!.Value, input.Per!);
        price.WithdrawnAt = input.Withdrawn ? price.WithdrawnAt ?? caller.Now : null;
        await db.SaveAsync(caller.Act(id is null ? "add price" : "change price"));
        return FormResult.Go("/staff/practice/prices");
    }
}
