using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Consultations;

/// <summary>"That is all": the answers go to the clinic. What is blank stays a question.</summary>
public sealed class SubmitConsultation(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid courseId)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        var may = IntakeRules.MaySubmit(intake.Consultation);
        if (may.IsAllowed && intake.Consultation.SubmittedAt is null)
        {
            intake.Consultation.Submit(caller.Now);
            db.Tell(new ConsultationSubmitted(courseId, intake.Patient.Id, intake.Consultation.Id));
            await db.SaveAsync(caller.Act("submit consultation", personId: intake.Patient.Id));
        }

        return FormResult.Of(may, IntakeLinks.Home(caller, courseId));
    }
}
