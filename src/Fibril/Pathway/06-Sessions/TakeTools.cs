using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>The device of this session.</summary>
public sealed class TakeDevice(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session or device.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Guid deviceId)
    {
        if (await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.Id == deviceId) is not { } device)
        {
            return null;
        }

        return await ChangeSession.DoAsync(db, caller, sessionId, "take device", "tools", May, s => s.TakeDevice(device.Id, $"{device.Name} {device.Serial}".Trim()));

        Decision May(SessionWhole whole) => Decision.From(
        [
            .. SessionRules.MayChange(whole.Session).Reasons,
            .. device.RetiredAt is not null ? [new Reason("device-retired", "This device is out of use.", "clinic")] : Array.Empty<Reason>(),
            .. device.ServiceDueOn < whole.Session.HeldOn ? [new Reason("service-due", "The service of this device is overdue. Take another one.", "clinic")] : Array.Empty<Reason>(),
            .. device.MaxDepthMm < whole.State.PlannedDepthMm ? [new Reason("device-depth", $"This device goes to {device.MaxDepthMm} mm; the plan asks for {whole.State.PlannedDepthMm} mm.", "clinic")] : Array.Empty<Reason>(),
            .. StaffLimitRules.MayTake(whole.State.Limits, device.Id, device.Name).Reasons,
        ]);
    }
}

/// <summary>A sterile cartridge is opened for this session and no other.</summary>
public sealed class OpenCartridge(ClinicDb db, Caller caller, OpenUnit open)
{
    /// <param name="unit">Serial from the pack, or its whole code, which then also names the lot; null takes the next running number.</param>
    /// <param name="reason">Needed for a second cartridge.</param>
    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Guid lotId, string? unit, string? reason)
    {
        var pack = await ScannedPack.ReadAsync(db, lotId, unit, DateOnly.FromDateTime(caller.Now));
        return pack.Decision.IsAllowed
            ? await Taking.DoAsync(db, caller, sessionId, w => MayOpenAsync(w, pack.LotId), () => open.Handle(pack.LotId, pack.Unit, sessionId, reason), reason)
            : FormResult.Refuse(pack.Decision);
    }

    private async Task<Decision> MayOpenAsync(SessionWhole whole, Guid lotId) =>
        SessionRules.MayChange(whole.Session).And(await Taking.KindAsync(db, lotId) is StockKind.Cartridge
            ? Decision.Allow()
            : Decision.Refuse(new Reason("not-a-cartridge", "This lot is no cartridge.", "clinic")));
}

/// <summary>A serum, gel or antiseptic goes on the skin; a serum only from the allow-list.</summary>
public sealed class UseProduct(ClinicDb db, Caller caller, UseLot use)
{
    /// <summary>The same lot once more changes nothing: it is on the list.</summary>
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, Guid lotId) =>
        Taking.DoAsync(db, caller, sessionId, w => MayUseAsync(w, lotId), () => use.Handle(lotId, sessionId), has: s => s.InUse.Any(u => u.Is(lotId, null)));

    private async Task<Decision> MayUseAsync(SessionWhole whole, Guid lotId)
    {
        var item = await db.StockLots.AsNoTracking().Where(l => l.Id == lotId).Join(db.StockItems, l => l.ItemId, i => i.Id, (_, i) => i).FirstOrDefaultAsync();
        return SessionRules.MayChange(whole.Session).And(item?.Kind switch
        {
            StockKind.Serum => SessionRules.MayUseTopical(whole.State, item.ProtocolId),
            StockKind.Antiseptic or StockKind.Aftercare => Decision.Allow(),
            _ => Decision.Refuse(new Reason("wrong-kind", "Cartridges and creams have their own step.", "clinic")),
        });
    }
}

internal static class Taking
{
    /// <summary>Stock and session change together or not at all.</summary>
    /// <param name="has">What is charted already is neither taken nor listed twice.</param>
    public static Task<FormResult?> DoAsync(ClinicDb db, Caller caller, Guid sessionId, Func<SessionWhole, Task<Decision>> may, Func<Task<StockAnswer>> take, string? reason = null, Func<Session, bool>? has = null) =>
        db.InTurnAsync<FormResult?>(async () =>
        {
            if (await SessionReader.LoadAsync(db, caller, sessionId) is not { } whole)
            {
                return null;
            }

            var decision = await may(whole);
            if (!decision.IsAllowed)
            {
                return FormResult.Refuse(decision);
            }

            if (has?.Invoke(whole.Session) == true)
            {
                return FormResult.Go(SessionLinks.Of(sessionId, "tools"));
            }

            var answer = await take();
            if (answer.Taken is not { } taken)
            {
                return FormResult.Refuse(answer.Decision);
            }

            whole.Session.Use(new(taken.LotId, taken.Item, taken.Kind, taken.Lot, taken.ExpiresOn, taken.Unit, IsSecond(whole.Session, taken) ? reason?.Trim() : null, Doer.Of(caller)));
            await db.SaveAsync(caller.Act($"use {taken.Kind}"));
            return FormResult.Go(SessionLinks.Of(sessionId, "tools"));
        });

    private static bool IsSecond(Session session, TakenStock taken) => taken.Kind == "cartridge" && session.InUse.Any(u => u.Kind == taken.Kind);

    public static async Task<StockKind?> KindAsync(ClinicDb db, Guid lotId) =>
        await db.StockLots.Where(l => l.Id == lotId).Join(db.StockItems, l => l.ItemId, i => i.Id, (_, i) => (StockKind?)i.Kind).FirstOrDefaultAsync();
}
