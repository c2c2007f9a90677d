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

    /// <summary>One spelling for one serial: <c>s-1</c> is <c>S-1</c>; null when nothing was typed.</summary>
    public static string? Serial(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ToUpperInvariant();

    /// <summary>Short and plain enough to be a number that the program or a person counted within one lot: 1 to 9999. Another lot may have the same.</summary>
    public static bool IsRunningNumber(string unit) => unit.Length <= 4 && unit[0] != '0' && unit.All(char.IsAsciiDigit);

    /// <summary>More than a serial was typed or scanned, such as a code that could not be read.</summary>
    public static Decision SerialTooLong(string unit) => Decision.Refuse(new Reason(
        "serial-too-long", $"A serial has {OpenedUnit.LongestUnit} signs at most, and this has {unit.Length}. Scan the pack again, or type what stands beside SN.", House));

    /// <summary>A lot enters the shelf when it can still be used.</summary>
    public static Decision MayReceive(string lot, DateOnly expiresOn, DateOnly today, StockLot? known)
    {
        var reasons = new List<Reason>();
        if (expiresOn < today)
        {
            reasons.Add(new("lot-expired", $"Lot {lot} expired on {Day(expiresOn)}. Send it back.", House));
        }

        if (known is not null && known.ExpiresOn != expiresOn)
        {
            reasons.Add(new("expiry-differs", $"Lot {lot} is known with the expiry {Day(known.ExpiresOn)}. Look at the pack again.", House));
        }

        if (known?.RecalledAt is not null)
        {
            reasons.Add(new("lot-recalled", $"Lot {lot} was recalled: {known.RecallReason}. Send it back.", House));
        }

        return Decision.From(reasons);
    }

    private static IEnumerable<Reason> WhyNot(StockLot lot, DateOnly today)
    {
        if (lot.ExpiresOn < today)
        {
            yield return new("lot-expired", $"Lot {lot.Lot} expired on {Day(lot.ExpiresOn)}. Take another lot.", House);
        }

        if (lot.RecalledAt is not null)
        {
            yield return new("lot-recalled", $"Lot {lot.Lot} was recalled: {lot.RecallReason}. Take another lot.", House);
        }

        if (lot.QuarantinedAt is not null)
        {
            yield return new("lot-quarantined", $"Lot {lot.Lot} is in quarantine: {lot.QuarantineReason}. Take another lot.", House);
        }

        if (lot.Remaining == 0)
        {
            yield return new("lot-used-up", $"Lot {lot.Lot} is used up. Take another lot, or count the shelf.", House);
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
