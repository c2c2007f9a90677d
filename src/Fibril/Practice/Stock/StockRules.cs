using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Practice.Stock;

/// <summary>May this be used on a person today?</summary>
public static class StockRules
{
    private const string House = "clinic";

    /// <summary>Refused when expired, quarantined, recalled or used up; every reason at once.</summary>
    public static Decision MayUse(StockLot lot, DateOnly today) => Decision.From(WhyNot(lot, today));

    /// <summary>As <see cref="MayUse"/>, and a sterile unit is opened once, one for a session unless a reason is given.</summary>
    public static Decision MayOpen(StockLot lot, DateOnly today, OpenedUnit? sameUnit, bool anotherForSession, string? reason)
    {
        var reasons = WhyNot(lot, today).ToList();
        if (sameUnit is not null)
        {
            reasons.Add(new("unit-opened", $"Unit {sameUnit.Unit} of {(sameUnit.LotId == lot.Id ? $"lot {lot.Lot}" : "this product")} was already opened. Single use: throw it away and open a new one.", House));
        }

        if (anotherForSession && string.IsNullOrWhiteSpace(reason))
        {
            reasons.Add(new("second-unit", "A cartridge was already opened for this session. Say why a second one is needed.", House));
        }

        return Decision.From(reasons);
    }

    /// <summary>One spelling for one serial, by the same rule as for lots: <c>s-1</c> is <c>S-1</c>; null when nothing was typed.</summary>
    public static string? Serial(string? typed) => PackNumberRules.Fold(typed ?? "") is { Length: > 0 } serial ? serial : null;

    /// <summary>Short and plain enough to be a number that the program or a person counted within one lot: 1 to 9999. Another lot may have the same.</summary>
    public static bool IsRunningNumber(string unit) => unit.Length <= 4 && unit[0] != '0' && unit.All(char.IsAsciiDigit);

    /// <summary>More than a serial was typed or scanned, such as a code that could not be read.</summary>
    public static Decision SerialTooLong(string unit) => Decision.Refuse(new Reason(
        "serial-too-long", $"A serial has {OpenedUnit.LongestUnit} signs at most, and this has {unit.Length}. Scan the pack again, or type what stands beside SN.", House));

    /// <summary>A lot enters the shelf when it can still be used, and each pack with a serial once.</summary>
    /// <param name="known">Rows of the same lot, in whatever spelling: the product's own, and those of other products with the same GTIN.</param>
    /// <param name="received">The pack with this serial came before, and on which day; null when not, or without a serial.</param>
    public static Decision MayReceive(string lot, DateOnly expiresOn, DateOnly today, IReadOnlyCollection<StockLot> known, (string Serial, DateOnly On)? received = null) =>
        Decision.From(WhyNotReceive(lot, expiresOn, today, known, received));

    private static IEnumerable<Reason> WhyNotReceive(string lot, DateOnly expiresOn, DateOnly today, IReadOnlyCollection<StockLot> known, (string Serial, DateOnly On)? received)
    {
        if (Gs1Table.InBrackets().Match(lot) is { Success: true, Value: var mark })
        {
            yield return new("lot-brackets", $"{mark} begins another field of the code and is no part of the lot. Type what stands beside LOT alone, or scan the pack.", House);
        }

        if (expiresOn < today)
        {
            yield return new("lot-expired", $"Lot {lot} expired on {Day(expiresOn)}. Send it back.", House);
        }

        if (known.FirstOrDefault(l => l.ExpiresOn != expiresOn) is { } other)
        {
            yield return new("expiry-differs", $"Lot {other.Lot} is known with the expiry {Day(other.ExpiresOn)}. Look at the pack again.", House);
        }

        if (known.FirstOrDefault(l => l.RecalledAt is not null) is { } recalled)
        {
            yield return new("lot-recalled", $"Lot {recalled.Lot} was recalled: {Ended(recalled.RecallReason)} Send it back.", House);
        }

        if (known.FirstOrDefault(l => l.RecalledAt is null && l.QuarantinedAt is not null) is { } aside)
        {
            yield return new("lot-quarantined", $"Lot {aside.Lot} is in quarantine: {Ended(aside.QuarantineReason)} Put the new units beside it, and receive them when the lot is released.", House);
        }

        if (received is var (serial, on))
        {
            yield return new("serial-received", $"The pack with serial {serial} was received on {Day(on)}. It is not counted again.", House);
        }
    }

    private static IEnumerable<Reason> WhyNot(StockLot lot, DateOnly today)
    {
        if (lot.ExpiresOn < today)
        {
            yield return new("lot-expired", $"Lot {lot.Lot} expired on {Day(lot.ExpiresOn)}. Take another lot.", House);
        }

        if (lot.RecalledAt is not null)
        {
            yield return new("lot-recalled", $"Lot {lot.Lot} was recalled: {Ended(lot.RecallReason)} Take another lot.", House);
        }

        if (lot.QuarantinedAt is not null)
        {
            yield return new("lot-quarantined", $"Lot {lot.Lot} is in quarantine: {Ended(lot.QuarantineReason)} Take another lot.", House);
        }

        if (lot.Remaining == 0)
        {
            yield return new("lot-used-up", $"Lot {lot.Lot} is used up. Take another lot, or count the shelf.", House);
        }
    }

    /// <summary>What somebody wrote, as a sentence that another one may follow.</summary>
    private static string Ended(string? words) => words?.TrimEnd() is [.., '.' or '!' or '?' or '…'] and var sentence ? sentence : $"{words?.TrimEnd()}.";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
