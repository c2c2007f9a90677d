using System.ComponentModel.DataAnnotations;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consents;

/// <summary>The person's questions for the clinician and a yes or no to each use of photographs.</summary>
public sealed class MakeConsentChoices(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [StringLength(2000, ErrorMessage = "Keep it under 2000 letters.")]
        public string? Questions { get; set; }

        [Required(ErrorMessage = "Say yes or no to photos for your record.")]
        public bool? Record { get; set; }

        [Required(ErrorMessage = "Say yes or no to photos for teaching.")]
        public bool? Teaching { get; set; }

        [Required(ErrorMessage = "Say yes or no to photos for publication.")]
        public bool? Publication { get; set; }
    }

    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, Input input)
    {
        if (await ConsentSubject.FindAsync(db, caller, courseId) is not { } subject)
        {
            return null;
        }

        var consent = await ConsentQueries.CurrentAsync(db, courseId);
        if (consent is not { IsDraft: true })
        {
            return FormResult.Go(ConsentLinks.Mine(courseId));
        }

        consent.Choose(
            input.Questions?.Trim() ?? "",
            [
                new(PhotoUse.Record, caller.Now, input.Record == true),
                new(PhotoUse.Teaching, caller.Now, input.Teaching == true),
                new(PhotoUse.Publication, caller.Now, input.Publication == true),
            ],
            caller.Now);
        await db.SaveAsync(caller.Act("choose photo uses"));
        return FormResult.Go(ConsentLinks.Mine(courseId, ConsentSteps.Next(subject.Text, consent)));
    }
}
