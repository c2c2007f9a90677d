using Fibril.Platform.Data;

namespace Fibril.Practice.Stock;

/// <summary>One delivered lot: so many units, good until a day, unless quarantined or recalled.</summary>
public sealed class StockLot : ClinicRow
{
    public required Guid ItemId { get; init; }

    /// <summary>As it was spelled when it first came.</summary>
    public required string Lot
    {
        get;
        init => (field, LotKey) = (value, PackNumberRules.Fold(value));
    }

    /// <summary>What tells lots apart, and what every search goes by: a product has no two rows with one.</summary>
    public string LotKey { get; private set; } = "";

    /// <summary>Last day on which it may be used.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public required int Received { get; set; }

    public int Remaining { get; private set; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>The element string as it was scanned, kept beside what was read from it.</summary>
    public string? Scan { get; init; }

    /// <summary>Set aside until somebody has looked into it; can be released.</summary>
    public DateTime? QuarantinedAt { get; private set; }

    public string? QuarantineReason { get; private set; }

    /// <summary>Recalled by its maker or the authority; for good.</summary>
    public DateTime? RecalledAt { get; private set; }

    public string? RecallReason { get; private set; }

    public void PutOnShelf() => Remaining = Received;

    /// <summary>A further delivery of the same lot.</summary>
    public void ReceiveMore(int units) => (Received, Remaining) = (Received + units, Remaining + units);

    public void TakeOne() => Remaining = Remaining > 0 ? Remaining - 1 : throw new InvalidOperationException("The lot is used up.");

    /// <summary>One that was charted by mistake was never off the shelf.</summary>
    public void PutBackOne() => Remaining = Math.Min(Received, Remaining + 1);

    /// <summary>What was counted on the shelf replaces what was reckoned.</summary>
    public void Count(int units) =>
        Remaining = units >= 0 && units <= Received ? units : throw new ArgumentOutOfRangeException(nameof(units));

    public void Quarantine(string reason, DateTime now) => (QuarantineReason, QuarantinedAt) = (reason, now);

    public void Release() => (QuarantineReason, QuarantinedAt) = (null, null);

    public void Recall(string reason, DateTime now) => (RecallReason, RecalledAt) = (reason, now);
}

/// <summary>One cartridge, opened once: the key (lot, unit) has no second row, and a serial is looked for in all lots of its product.</summary>
public sealed class OpenedUnit : ClinicRow
{
    /// <summary>No serial of a pack is longer; GS1 allows 20.</summary>
    public const int LongestUnit = 40;

    public required Guid LotId { get; init; }

    /// <summary>Serial from the pack as <see cref="PackNumberRules.Fold"/> leaves it, or the running number within the lot.</summary>
    public required string Unit { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedBy { get; init; }

    /// <summary>The session it was opened for.</summary>
    public required Guid ForId { get; init; }

    /// <summary>Why a second one was opened for the same person.</summary>
    public string? Reason { get; init; }
}

/// <summary>A pack with a serial was received: the key (product, serial) has no second row, so that its code counts once.</summary>
public sealed class ReceivedSerial : ClinicRow
{
    public required Guid ItemId { get; init; }

    public required Guid LotId { get; init; }

    /// <summary>As <see cref="PackNumberRules.Fold"/> leaves it.</summary>
    public required string Serial { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

/// <summary>A lot was used in a session: a recall finds every session by this row.</summary>
public sealed class LotUse : ClinicRow
{
    public required Guid LotId { get; init; }

    /// <summary>The session it was used in.</summary>
    public required Guid ForId { get; init; }

    public required DateTime UsedAt { get; init; }
}
