using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Consents;

/// <summary>The person signs the exact text that was read.</summary>
public sealed class SignConsent(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Type your full name.")]
        [StringLength(200, ErrorMessage = "Keep it under 200 letters.")]
        public string? Name { get; set; }

        /// <summary>Drawn strokes as an SVG path in a field of 600 by 200; empty when nothing was drawn.</summary>
        [StringLength(60_000, ErrorMessage = "The drawing is too long. Clear it and sign once more.")]
        [RegularExpression(@"[ML0-9 .\-]*", ErrorMessage = "The drawing cannot be read. Clear it and sign once more.")]
        public string? Strokes { get; set; }

        /// <summary>Hash of the text that the page showed.</summary>
        public string? TextHash { get; set; }
    }

    /// <param name="device">The device as it named itself.</param>
    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, Input input, string device)
    {
        if (await ConsentSubject.FindAsync(db, caller, courseId) is not { } subject)
        {
            return null;
        }

        var consent = await ConsentQueries.CurrentAsync(db, courseId);
        var decision = ConsentRules.MaySign(consent, subject.Text, subject.Screening, input.Name!, subject.Patient.Name);
        if (input.TextHash is { } shown && shown != subject.Text.Hash)
        {
            decision = decision.And(Decision.Refuse(new Reason("consent-changed", "The text changed while this page was open. Open it again and read what is new.", "clinic")));
        }

        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        consent!.Sign(input.Name!.Trim(), string.IsNullOrEmpty(input.Strokes) ? null : input.Strokes, device, caller.Now);
        db.Tell(new ConsentSigned(courseId, consent.PatientId, consent.Id));
        await db.SaveAsync(caller.Act("sign consent"));
        return FormResult.Go(ConsentLinks.Mine(courseId));
    }
}
