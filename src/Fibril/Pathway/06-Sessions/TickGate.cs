using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>One check of the gate, ticked by the person who did it.</summary>
public sealed class TickGate(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, string item, string? note) =>
        ChangeSession.DoAsync(db, caller, sessionId, "tick gate", "gate", w => May(w, item, note), s => s.Tick(new(item, caller.Who.Id, caller.Who.Name, caller.Now, note?.Trim() ?? "")));

    private static Decision May(SessionWhole whole, string item, string? note) => SessionRules.MayChange(whole.Session).And(
        whole.State.Gate.FirstOrDefault(g => g.Id == item) switch
        {
            null => Decision.Refuse(new Reason("no-such-check", "There is no such check in this session.", "clinic")),
            { NoteAsked: true } when string.IsNullOrWhiteSpace(note) => Decision.Refuse(new Reason("note-missing", "Choose what was done.", "clinic")),
            { Id: SessionGate.CreamRemoved } when whole.Session is { CreamOffAt: null } => Decision.Refuse(new Reason("cream-still-on", "Take the cream off first; the time is noted with it.", "R066")),
            { Id: SessionGate.Cartridge } when whole.Session.InUse.All(u => u.Kind != "cartridge") => Decision.Refuse(new Reason("cartridge-missing", "Open a cartridge for this session first.", "R068")),
            { Id: SessionGate.Consent } => whole.State.Consent,
            _ => Decision.Allow(),
        });
}

/// <summary>No cream today, although the plan names one: the person wishes it so, or there is a reason.</summary>
public sealed class GoWithoutCream(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, string? reason) =>
        ChangeSession.DoAsync(
            db, caller, sessionId, "go without cream", "cream", w => May(w, reason), s => s.Tick(new(SessionGate.NoCream, caller.Who.Id, caller.Who.Name, caller.Now, reason!.Trim())));

    private static Decision May(SessionWhole whole, string? reason) => SessionRules.MayChange(whole.Session).And(whole.Session switch
    {
        { CreamOnAt: not null } => Decision.Refuse(new Reason("cream-on-already", "A cream is on record already.", "R066")),
        _ when string.IsNullOrWhiteSpace(reason) => Decision.Refuse(new Reason("reason-missing", "Write why no cream is used.", "clinic")),
        _ => Decision.Allow(),
    });
}

/// <summary>A tick that was a mistake; it can be taken back until the needle has started.</summary>
public sealed class UntickGate(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, string item) =>
        ChangeSession.DoAsync(db, caller, sessionId, "untick gate", "gate", May, s => s.Untick(item));

    private static Decision May(SessionWhole whole) => SessionRules.MayChange(whole.Session).And(
        whole.Session.NeedlingStartedAt is null ? Decision.Allow() : Decision.Refuse(new Reason("started-already", "Needling has started; the checks stay as they were.", "clinic")));
}
