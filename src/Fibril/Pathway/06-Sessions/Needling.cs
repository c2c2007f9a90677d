using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Sessions;

/// <summary>The first needle: every check holds, or every reason is shown.</summary>
public sealed class StartNeedling(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId) =>
        ChangeSession.DoAsync(db, caller, sessionId, "start needling", "zones", w => SessionRules.MayStartNeedling(w.State), s => s.StartNeedling(caller.Now, Doer.Of(caller)));
}

/// <summary>The last needle: aftercare and recovery count from here.</summary>
public sealed class FinishNeedling(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId) =>
        ChangeSession.DoAsync(db, caller, sessionId, "finish needling", "after", w => SessionRules.MayFinish(w.Session), s =>
        {
            s.FinishNeedling(caller.Now, Doer.Of(caller));
            db.Tell(new NeedlingFinished(s.CourseId, s.PatientId, s.Id));
        });
}

/// <summary>The person has the sheet and said it back.</summary>
public sealed class GiveAftercare(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId) =>
        ChangeSession.DoAsync(db, caller, sessionId, "give aftercare", "after", w => SessionRules.MayGiveAftercare(w.Session), s => s.GiveAftercare(caller.Now, Doer.Of(caller)));
}

/// <summary>Immediate reactions and free words.</summary>
public sealed class WriteNotes(ClinicDb db, Caller caller)
{
    /// <param name="reactions">One a line.</param>
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId, string? notes, string? reactions) =>
        ChangeSession.DoAsync(db, caller, sessionId, "write notes", "after", w => SessionRules.MayChange(w.Session), s =>
        {
            s.Notes = notes?.Trim() ?? "";
            s.Reactions = [.. (reactions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        });
}
