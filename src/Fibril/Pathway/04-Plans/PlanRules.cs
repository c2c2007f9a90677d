using System.Globalization;
using Fibril.Pathway.Screening;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary>When a plan may be saved and when it may be agreed.</summary>
public static class PlanRules
{
    /// <summary>May anything be planned: not what a clinician decided not to treat, nor what must not be treated before one has set it aside. Source: R057.</summary>
    /// <param name="screening">The decision that holds; null before any.</param>
    public static Decision MayPlan(CandidacyScreening? screening) => screening is not null && ScreeningRules.Standing(screening).Outcome == CandidacyOutcome.DoNotTreat
        ? Decision.Refuse(new Reason("not-treated", "The decision on the health questions is not to treat, so there is nothing to plan. Talk about alternatives instead.", "R057"))
        : Decision.Allow();

    /// <summary>May this author save the plan: nothing blocked, a physician's reason where one is needed, within device and own limits. Source: knowledge base 4.1, 4.3, R011.</summary>
    public static Decision MaySave(Plan plan, PlanReview review, StaffMember? author, Device? device) => Decision.From(
    [
        .. review.Findings.Where(f => f.Severity == PlanSeverity.Blocked).Select(AsReason),
        .. review.Findings.Where(f => f.Severity == PlanSeverity.NeedsPhysician && !IsDecided(f, plan, author)).Select(NeedsPhysician),
        .. Reach(plan, device),
        .. OwnLimit(plan, author),
    ]);

    /// <summary>May the plan be agreed: it stands, is not agreed yet, names price, expectation and doing nothing among the alternatives. Source: R003, R007.</summary>
    /// <param name="seen">The plan that the person looked at.</param>
    public static Decision MayAgree(Plan? plan, Guid seen)
    {
        if (plan is null || plan.Id != seen)
        {
            return Decision.Refuse(new Reason("plan-changed", "The plan was changed while you read it. Look at the new one first.", "clinic"));
        }

        List<Reason> reasons = [];
        if (plan.AgreedAt is not null)
        {
            reasons.Add(new("plan-agreed", "This plan is agreed already.", "clinic"));
        }

        if (plan.PricePerSession is null)
        {
            reasons.Add(new("plan-no-price", "The plan names no price yet. The clinic adds it first.", "clinic"));
        }

        if (!plan.AlternativesDiscussed.Contains("nothing"))
        {
            reasons.Add(new("alternatives-open", "The alternatives, doing nothing among them, were not talked through yet.", "R007"));
        }

        return Decision.From(reasons);
    }

    /// <summary>Is it a physician who may decide beyond a cap? Source: knowledge base 4.1.</summary>
    public static bool IsPhysician(StaffMember? author) => author?.Profession is Profession.Physician or Profession.Dermatologist;

    private static bool IsDecided(PlanFinding finding, Plan plan, StaffMember? author) =>
        IsPhysician(author) && finding.Code != "phototype-missing" && (finding.Zone is { } zone
            ? plan.Zones.Any(z => z.Zone == zone && !string.IsNullOrWhiteSpace(z.OverCapReason))
            : plan.Combinations.Count > 0 && plan.Combinations.TrueForAll(c => !string.IsNullOrWhiteSpace(c.Note)));

    private static Reason AsReason(PlanFinding finding) =>
        new(finding.Code, finding.Zone is { } zone ? $"{ProtocolPack.Current.SiteName(zone)}: {finding.Sentence}" : finding.Sentence, finding.Sources[0]);

    private static Reason NeedsPhysician(PlanFinding finding) =>
        AsReason(finding) is var reason && finding.Code == "phototype-missing"
            ? reason with { Sentence = "The phototype is not known. Record it in the consultation first." }
            : reason with { Sentence = $"{reason.Sentence} A physician may go on with a reason in that row." };

    private static IEnumerable<Reason> Reach(Plan plan, Device? device)
    {
        if (device is null)
        {
            yield return new("device-missing", "Choose a device of the clinic that is in use.", "clinic");
        }
        else if (plan.DeepestMm > device.MaxDepthMm)
        {
            yield return new("device-depth", $"{device.Name} reaches {Mm(device.MaxDepthMm)}; {Mm(plan.DeepestMm)} is planned.", "clinic");
        }
    }

    private static IEnumerable<Reason> OwnLimit(Plan plan, StaffMember? author) =>
        author?.MaxDepthMm is { } limit && plan.DeepestMm > limit
            ? [new("author-depth", $"You may plan to {Mm(limit)}; {Mm(plan.DeepestMm)} needs a colleague with a wider limit.", "R011")]
            : [];

    private static string Mm(decimal depth) => depth.ToString("0.0#", CultureInfo.InvariantCulture) + " mm";
}
