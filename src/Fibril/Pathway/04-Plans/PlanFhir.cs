using Fibril.Protocol;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Plans;

/// <summary>A plan as FHIR: the CarePlan that was talked about, and the ServiceRequest for its sessions. Both carry the plan's id.</summary>
public static class PlanFhir
{
    public static FhirResource CarePlan { get; } = CourseFhir.Of("CarePlan", PlanPolicy.Read, (Plan p) => p.DraftedAt, ToCarePlan);

    public static FhirResource ServiceRequest { get; } = CourseFhir.Of("ServiceRequest", PlanPolicy.Read, (Plan p) => p.DraftedAt, ToServiceRequest);

    public static R4.CarePlan ToCarePlan(Plan plan) => new()
    {
        Id = plan.Id.ToString(),
        Status = plan.SupersededAt is not null ? R4.RequestStatus.Revoked : plan.AgreedAt is null ? R4.RequestStatus.Draft : R4.RequestStatus.Active,
        Intent = R4.CarePlan.CarePlanIntent.Plan,
        Title = $"Needling, {plan.Sessions} sessions",
        Description = plan.Expectation.Length > 0 ? plan.Expectation : null,
        Subject = Patient(plan),
        CreatedElement = At(plan.DraftedAt),
        SupportingInfo = [new($"EpisodeOfCare/{plan.CourseId}")],
        Activity =
        [
            new() { Reference = new R4.ResourceReference($"ServiceRequest/{plan.Id}") },
            .. plan.Combinations.Select(c => new R4.CarePlan.ActivityComponent
            {
                Detail = new()
                {
                    Status = R4.CarePlan.CarePlanActivityStatus.NotStarted,
                    Code = new R4.CodeableConcept { Text = PlanWords.Combination(c.Id) },
                    Description = $"{PlanWords.Days(c.DaysFromSession)} {c.Note}".Trim(),
                },
            }),
        ],
        Note = [.. Notes(plan).Select(text => new R4.Annotation { Text = text, Author = new R4.FhirString(plan.DraftedByName) })],
    };

    public static R4.ServiceRequest ToServiceRequest(Plan plan) => new()
    {
        Id = plan.Id.ToString(),
        Status = plan.SupersededAt is not null ? R4.RequestStatus.Revoked : plan.AgreedAt is null ? R4.RequestStatus.Draft : R4.RequestStatus.Active,
        Intent = R4.RequestIntent.Plan,
        Code = new R4.CodeableConcept { Text = "Mechanical skin needling (collagen induction therapy)" },
        OrderDetail = [.. plan.Zones.Select(z => new R4.CodeableConcept { Text = $"{PlanWords.Place(z.Zone)}: {PlanWords.Mm(z.DepthMm)}, {z.Passes} passes" })],
        Subject = Patient(plan),
        Occurrence = new R4.Timing { Repeat = new() { Count = plan.Sessions, Frequency = 1, Period = plan.IntervalDays, PeriodUnit = R4.Timing.UnitsOfTime.D } },
        AuthoredOnElement = At(plan.DraftedAt),
        BasedOn = [new($"CarePlan/{plan.Id}")],
        ReasonCode = [.. plan.Zones.Select(z => z.Indication).Distinct().Select(i => new R4.CodeableConcept { Text = PlanWords.Aim(i) })],
        BodySite = [.. plan.Zones.Select(BodySite)],
    };

    private static IEnumerable<string> Notes(Plan plan) => ((IEnumerable<string>)[plan.Notes, plan.RevisedWhy, .. plan.OffLabel]).Where(n => n.Length > 0);

    private static R4.CodeableConcept BodySite(PlannedZone zone) => new()
    {
        Coding = [.. ProtocolPack.Current.Zone(zone.Zone).Snomed.Select(code => new R4.Coding("http://snomed.info/sct", code))],
        Text = PlanWords.Place(zone.Zone),
    };

    private static R4.ResourceReference Patient(Plan plan) => new($"Patient/{plan.PatientId}");

    private static R4.FhirDateTime At(DateTime utc) => new(new DateTimeOffset(utc, TimeSpan.Zero));
}
