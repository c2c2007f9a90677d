using System.Globalization;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Stock;

/// <summary>Sets a lot aside until somebody has looked into it.</summary>
public sealed class QuarantineLot(ClinicDb db, Caller caller)
{
    public Task<FormResult> Handle(Guid lotId, string? reason) =>
        LotChange.SaveAsync(db, lotId, caller.Act("quarantine lot", reason?.Trim()), "why the lot is set aside", lot => lot.Quarantine(reason!.Trim(), caller.Now));
}

/// <summary>Puts a lot in quarantine back into use.</summary>
public sealed class ReleaseLot(ClinicDb db, Caller caller)
{
    public Task<FormResult> Handle(Guid lotId, string? reason) =>
        LotChange.SaveAsync(db, lotId, caller.Act("release lot", reason?.Trim()), "why it may be used again", lot => lot.Release());
}

/// <summary>Marks a lot as recalled by its maker or the authority; it is never used again.</summary>
public sealed class RecallLot(ClinicDb db, Caller caller)
{
    public Task<FormResult> Handle(Guid lotId, string? reason) =>
        LotChange.SaveAsync(db, lotId, caller.Act("recall lot", reason?.Trim()), "what the recall notice says", lot => lot.Recall(reason!.Trim(), caller.Now));
}

/// <summary>Writes down what was counted on the shelf.</summary>
public sealed class CountLot(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid lotId, string? units, string? reason)
    {
        var lot = await db.StockLots.OneAsync(l => l.Id == lotId);
        if (!int.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var counted) || counted > lot.Received)
        {
            return FormResult.Refuse("count", $"Enter a whole number from 0 to {lot.Received}: so many came.");
        }

        return await LotChange.SaveAsync(db, lotId, caller.Act("count lot", reason?.Trim()), "why the count differs", l => l.Count(counted));
    }
}

internal static class LotChange
{
    public static async Task<FormResult> SaveAsync(ClinicDb db, Guid lotId, Act act, string wanted, Action<StockLot> change)
    {
        var lot = await db.StockLots.OneAsync(l => l.Id == lotId);
        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return FormResult.Refuse("reason-missing", $"Say {wanted}: it stays with the record.");
        }

        change(lot);
        await db.SaveAsync(act);
        return FormResult.Go($"/staff/stock/lots/{lotId}");
    }
}
