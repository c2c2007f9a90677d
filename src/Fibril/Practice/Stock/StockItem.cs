using Fibril.Platform.Data;

namespace Fibril.Practice.Stock;

public enum StockKind
{
    Cartridge,
    Anaesthetic,

    /// <summary>What lies on the skin during needling; only what the protocol allows.</summary>
    Serum,
    Antiseptic,
    Aftercare,
}

/// <summary>A product the clinic keeps.</summary>
public sealed class StockItem : ClinicRow
{
    public required string Name { get; set; }

    public required StockKind Kind { get; set; }

    /// <summary>Id of the protocol's vocabulary: an anaesthetic (<c>lidocaine-4</c>) or a topical (<c>sterile-ha-gel</c>).</summary>
    public string? ProtocolId { get; set; }

    /// <summary>GTIN-14 of the pack.</summary>
    public string? Gtin { get; set; }

    /// <summary>Needles of a cartridge.</summary>
    public int? Needles { get; set; }

    /// <summary>Each use takes a whole unit from the shelf: a sachet, a single-dose tube. A cartridge always does.</summary>
    public bool IsSingleUse { get; set; }

    /// <summary>So many usable units or fewer are shown as low.</summary>
    public int LowStock { get; set; } = 10;

    /// <summary>No longer bought; its lots stay.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
