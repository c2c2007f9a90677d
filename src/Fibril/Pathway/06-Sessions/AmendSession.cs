using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>A correction beside a signed record, with its reason; the signed text stays as it is.</summary>
public sealed class AmendSession(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Write what is right instead.")]
        [StringLength(2000)]
        public string? Text { get; set; }

        [Required(ErrorMessage = "Write why it is corrected.")]
        [StringLength(300)]
        public string? Reason { get; set; }
    }

    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Input input)
    {
        if (caller.IsPatient || await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == sessionId) is not { } session)
        {
            return null;
        }

        var decision = SessionRules.MayAmend(session);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        db.Add(new Amendment
        {
            CourseId = session.CourseId,
            PatientId = session.PatientId,
            SessionId = sessionId,
            Text = input.Text!.Trim(),
            Reason = input.Reason!.Trim(),
            AmendedAt = caller.Now,
            AmendedByName = caller.Who.Name,
        });
        await db.SaveAsync(caller.Act("amend session", input.Reason.Trim()));
        return FormResult.Go(SessionLinks.Of(sessionId, "amendments"));
    }
}
