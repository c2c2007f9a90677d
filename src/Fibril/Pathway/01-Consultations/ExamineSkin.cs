using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consultations;

/// <summary>Records what the examiner saw. Only results of screens are kept, never licensed item texts.</summary>
public sealed class ExamineSkin(ClinicDb db, Caller caller)
{
    public sealed class Input : IValidatableObject
    {
        [Required(ErrorMessage = "Choose the phototype.")]
        [Range(1, 6, ErrorMessage = "The phototype is 1 to 6.")]
        public int? Phototype { get; set; }

        [Required(ErrorMessage = "Say how the phototype was found.")]
        public string? PhototypeMethod { get; set; }

        [Required]
        public string Bdd { get; set; } = "not-done";

        [Required]
        public string LesionCheck { get; set; } = "not-done";

        public bool RepeatedDissatisfaction { get; set; }

        public bool MinimalDefect { get; set; }

        [Range(0, 100, ErrorMessage = "A share is 0 to 100 %.")]
        public int? IcePick { get; set; }

        [Range(0, 100, ErrorMessage = "A share is 0 to 100 %.")]
        public int? Boxcar { get; set; }

        [Range(0, 100, ErrorMessage = "A share is 0 to 100 %.")]
        public int? Rolling { get; set; }

        [StringLength(4000)]
        public string? Notes { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if ((IcePick ?? 0) + (Boxcar ?? 0) + (Rolling ?? 0) > 100)
            {
                yield return new("The three shares together are at most 100 %.", [nameof(IcePick)]);
            }
        }
    }

    public async Task<FormResult> Handle(Guid courseId, Input input)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        intake.Consultation.Examine(new Examination
        {
            Phototype = input.Phototype!.Value,
            PhototypeMethod = input.PhototypeMethod!,
            Bdd = input.Bdd,
            LesionCheck = input.LesionCheck,
            RepeatedDissatisfaction = input.RepeatedDissatisfaction,
            MinimalDefect = input.MinimalDefect,
            IcePick = input.IcePick,
            Boxcar = input.Boxcar,
            Rolling = input.Rolling,
            Notes = input.Notes?.Trim() ?? "",
        });
        intake.Patient.Phototype = input.Phototype;
        await intake.SaveAsync(db, caller, "examine skin", "examination");
        return FormResult.Go(IntakeLinks.Home(caller, courseId));
    }
}
