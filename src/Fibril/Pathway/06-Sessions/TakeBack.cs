using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Stock;

namespace Fibril.Pathway.Sessions;

/// <summary>A cartridge or product that was charted by mistake: the line stays with its reason, and a recall of that lot no longer calls the person.</summary>
public sealed class TakeBack(ClinicDb db, Caller caller, ReturnLot shelf)
{
    /// <param name="unit">The unit of the line; null for a product.</param>
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, Guid lotId, string? unit, string? reason) => db.InTurnAsync<FormResult?>(async () =>
    {
        unit = string.IsNullOrEmpty(unit) ? null : unit;
        if (await SessionReader.LoadAsync(db, caller, sessionId) is not { Session: { } session })
        {
            return null;
        }

        var decision = SessionRules.MayTakeBack(session, lotId, unit, reason);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        session.TakeBack(lotId, unit, new(Doer.Of(caller), caller.Now, reason!.Trim()));
        if (session.NeedlingStartedAt is null && session.InUse.All(u => u.Kind != "cartridge"))
        {
            session.Untick(SessionGate.Cartridge); // whoever ticked it had another one in the hand
        }

        var stillInUse = session.InUse.Any(u => u.LotId == lotId) || session.Cream?.LotId == lotId;
        await shelf.Handle(lotId, unit, sessionId, isSealed: session.NeedlingStartedAt is null, stillInUse, reason);
        return FormResult.Go(SessionLinks.Of(sessionId, "tools"));
    });
}
