using System.ComponentModel.DataAnnotations;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consents;

/// <summary>Staff record that the printed text was signed in person, before a witness. The hash is the same as on a screen.</summary>
public sealed class RecordPaperConsent(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Write the name as it stands on the paper.")]
        [StringLength(200, ErrorMessage = "Keep it under 200 letters.")]
        public string? SignedName { get; set; }

        [Required(ErrorMessage = "Write who saw it signed.")]
        [StringLength(200, ErrorMessage = "Keep it under 200 letters.")]
        public string? Witness { get; set; }

        /// <summary>Hash of the printed text; it stands at the foot of every print.</summary>
        [Required(ErrorMessage = "Copy the check number from the foot of the paper.")]
        public string? Hash { get; set; }

        [Required(ErrorMessage = "Say whether photos for the record are allowed.")]
        public bool? Record { get; set; }

        [Required(ErrorMessage = "Say whether photos for teaching are allowed.")]
        public bool? Teaching { get; set; }

        [Required(ErrorMessage = "Say whether photos for publication are allowed.")]
        public bool? Publication { get; set; }

        [StringLength(2000, ErrorMessage = "Keep it under 2000 letters.")]
        public string? Questions { get; set; }
    }

    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, Input input)
    {
        if (await ConsentSubject.FindAsync(db, caller, courseId) is not { } subject)
        {
            return null;
        }

        var decision = ConsentRules.MayRecordPaper(subject.Text, input.Hash!.Trim(), subject.Screening, input.SignedName!, subject.Patient.Name, input.Witness!);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var last = await ConsentQueries.CurrentAsync(db, courseId);
        if (last is { IsDraft: true })
        {
            last.GoStale("Signed on paper instead.", caller.Now);
        }

        Sign(db.Add(subject.Blank(caller.Now)).Entity, input);
        await db.SaveAsync(caller.Act("record paper consent", $"witnessed by {input.Witness}"));
        return FormResult.Go(ConsentLinks.Staff(courseId));
    }

    private void Sign(Consent consent, Input input)
    {
        consent.Choose(
            input.Questions?.Trim() ?? "",
            [
                new(PhotoUse.Record, caller.Now, input.Record == true),
                new(PhotoUse.Teaching, caller.Now, input.Teaching == true),
                new(PhotoUse.Publication, caller.Now, input.Publication == true),
            ],
            caller.Now);
        consent.SignOnPaper(input.SignedName!.Trim(), input.Witness!.Trim(), caller.Now);
        db.Tell(new ConsentSigned(consent.CourseId, consent.PatientId, consent.Id));
    }
}
