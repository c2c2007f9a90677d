using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>Saves a plan and screens it; one that stood before is superseded, never overwritten.</summary>
public sealed class DraftPlan(ClinicDb db, Caller caller, ScreenCourse screen)
{
    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, PlanInput input)
    {
        if (await PlanSubject.FindAsync(db, caller, courseId) is not { } subject)
        {
            return null;
        }

        var plan = PlanOf.Input(input, subject, caller);
        var review = PlanFactsOf.Review(plan, subject);
        var decision = PlanRules.MayPlan(subject.Screening).And(PlanRules.MaySave(plan, review, subject.Author, subject.Device(plan.DeviceId)));
        var before = await PlanQueries.CurrentAsync(db, courseId);
        if (before is not null && string.IsNullOrWhiteSpace(input.RevisedWhy))
        {
            decision = decision.And(Decision.Refuse(new Reason("revision-reason", "A plan stands already. Say in a few words why it changes.", "clinic")));
        }

        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        before?.Supersede(caller.Now);
        plan.OffLabel = [.. review.Findings.Where(f => f.Code == "R002").Select(f => $"{ProtocolPack.Current.SiteName(f.Zone!)}: {f.Sentence}")];
        plan.Expectation = PlanOf.Words(PlanFactsOf.Expected(plan, subject));
        db.Add(plan);
        await db.SaveAsync(caller.Act(before is null ? "draft plan" : "revise plan", input.RevisedWhy));
        await screen.Handle(courseId, null, "plan", PlanFactsOf.Facts(plan, subject.Device(plan.DeviceId), subject));
        return FormResult.Go(PlanLinks.Staff(courseId));
    }
}
