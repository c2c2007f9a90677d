using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What every small step of a session has in common: load, decide, change, save as a draft, back to the page.</summary>
internal static class ChangeSession
{
    /// <param name="part">Where on the session's page it leads to.</param>
    /// <param name="goTo">Another page instead.</param>
    /// <returns>Null when there is no such session.</returns>
    public static async Task<FormResult?> DoAsync(
        ClinicDb db, Caller caller, Guid sessionId, string verb, string part, Func<SessionWhole, Decision> may, Action<Session> change, string? goTo = null)
    {
        if (await SessionReader.LoadAsync(db, caller, sessionId) is not { } whole)
        {
            return null;
        }

        var decision = may(whole);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        change(whole.Session);
        await db.SaveAsync(caller.Act(verb));
        return FormResult.Go(goTo ?? SessionLinks.Of(sessionId, part));
    }
}
