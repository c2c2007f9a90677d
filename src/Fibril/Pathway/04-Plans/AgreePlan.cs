using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Plans;

/// <summary>The person agrees to the plan as shown, or staff write down that it was agreed in person.</summary>
public sealed class AgreePlan(ClinicDb db, Caller caller)
{
    /// <param name="seen">The plan that was on the page.</param>
    /// <returns>Null when there is no such course, or it is not the caller's.</returns>
    public async Task<FormResult?> Handle(Guid courseId, Guid seen)
    {
        if (await PlanSubject.FindAsync(db, caller, courseId) is not { } subject)
        {
            return null;
        }

        var plan = await PlanQueries.CurrentAsync(db, courseId);
        var decision = PlanRules.MayAgree(plan, seen);
        if (decision.IsAllowed)
        {
            plan!.Agree(subject.Patient.Name, caller.Now, caller.IsStaff ? caller.Who.Name : null);
            db.Tell(new PlanAgreed(courseId, plan.PatientId, plan.Id));
            await db.SaveAsync(caller.Act(caller.IsStaff ? "record agreement to plan" : "agree to plan"));
        }

        return FormResult.Of(decision, caller.IsStaff ? PlanLinks.Staff(courseId) : PlanLinks.Mine(courseId));
    }
}
