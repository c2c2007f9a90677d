using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consents;

/// <summary>The practitioner signs too: wrong answers and open questions were talked through.</summary>
public sealed class CountersignConsent(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [StringLength(2000, ErrorMessage = "Keep it under 2000 letters.")]
        public string? TalkedThrough { get; set; }
    }

    /// <returns>Null when nothing is signed.</returns>
    public async Task<FormResult?> Handle(Guid courseId, Input input)
    {
        if (await ConsentQueries.LastSignedAsync(db, courseId) is not { } consent)
        {
            return null;
        }

        var said = input.TalkedThrough?.Trim() ?? "";
        var decision = ConsentRules.MayCountersign(consent, said);
        if (decision.IsAllowed)
        {
            consent.Countersign(caller.Who.Id, caller.Who.Name, said, caller.Now);
            await db.SaveAsync(caller.Act("countersign consent"));
        }

        return FormResult.Of(decision, ConsentLinks.Staff(courseId));
    }
}
