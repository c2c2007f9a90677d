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

    public int LowStock { get; set; } = 10;
}

/// <summary>One delivered lot: so many units, good until a day, unless recalled.</summary>
public sealed class StockLot : ClinicRow
{
    public required Guid ItemId { get; init; }

    public required string Lot { get; init; }

    /// <summary>Last day on which it may be used.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public required int Received { get; init; }

    public int Remaining { get; private set; }

    public required DateTime ReceivedAt { get; init; }

    public DateTime? RecalledAt { get; private set; }

    public string? RecallReason { get; private set; }

    public void PutOnShelf() => Remaining = Received;

    public void TakeOne() => Remaining = Remaining > 0 ? Remaining - 1 : throw new InvalidOperationException("The lot is used up.");

    public void Recall(string reason, DateTime now) => (RecalledAt, RecallReason) = (now, reason);
}

/// <summary>One cartridge, opened once: the key (lot, unit) has no second row.</summary>
public sealed class OpenedUnit : ClinicRow
{
    public required Guid LotId { get; init; }

    /// <summary>Serial from the pack, or the running number within the lot.</summary>
    public required string Unit { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedBy { get; init; }

    /// <summary>The session it was opened for.</summary>
    public required Guid ForId { get; init; }

    /// <summary>Why a second one was opened for the same person.</summary>
    public string? Reason { get; init; }
}
