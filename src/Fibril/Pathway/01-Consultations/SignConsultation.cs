using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>A practitioner or physician stands for the consultation with their name.</summary>
public sealed class SignConsultation(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid courseId)
    {
        if (await Intake.FindAsync(db, caller, courseId) is not { } intake)
        {
            return Missing.Course;
        }

        var profession = await db.StaffMembers.Where(s => s.Id == caller.Who.Id).Select(s => s.Profession).FirstOrDefaultAsync();
        var may = IntakeRules.MaySign(intake.Consultation, profession);
        if (may.IsAllowed)
        {
            intake.Consultation.Sign(caller.Who.Id, caller.Who.Name, caller.Now);
            await db.SaveAsync(caller.Act("sign consultation", personId: intake.Patient.Id));
        }

        return FormResult.Of(may, IntakeLinks.Home(caller, courseId));
    }
}
