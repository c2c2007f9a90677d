using Fibril.Platform.Data;

namespace Fibril.Practice.Prices;

/// <summary>One line of the price list, in the clinic's currency.</summary>
public sealed class PriceItem : ClinicRow
{
    public required string Name { get; set; }

    public required decimal Amount { get; set; }

    /// <summary>What it is per: "session", "consultation", "course".</summary>
    public string Per { get; set; } = "session";

    public DateTime? WithdrawnAt { get; set; }
}
