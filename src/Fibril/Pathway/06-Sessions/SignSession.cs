using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Sessions;

/// <summary>The practitioner has read the whole record and signs it; after this nothing in it changes.</summary>
public sealed class SignSession(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick that you have read it.")]
        public bool HaveRead { get; set; }

        /// <summary>Hash of the text that the page showed.</summary>
        public string? ShownHash { get; set; }
    }

    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Input input)
    {
        if (await SessionReader.LoadAsync(db, caller, sessionId) is not { } whole)
        {
            return null;
        }

        var decision = SessionRules.MaySign(whole.State);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var text = SessionText.Of(whole);
        if (input.ShownHash != SessionText.HashOf(text))
        {
            return FormResult.Refuse("record-changed", "The record changed while you were reading. Open this page again and read what is new.");
        }

        whole.Session.Take(whole.Photos.ToSign());
        whole.Session.Sign(caller.Who.Id, caller.Who.Name, text, SessionText.HashOf(text), caller.Now);
        db.Tell(new SessionSigned(whole.Session.CourseId, whole.Session.PatientId, sessionId));
        await db.SaveAsync(caller.Act("sign session"));
        return FormResult.Go(SessionLinks.Of(sessionId));
    }
}
