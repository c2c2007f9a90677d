using Fibril.Pathway.Plans;
using Fibril.Tests.Support;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Tests.Pathway.Plans;

public class PlanFhirTests
{
    private static readonly ModelInspector Inspector = R4.ModelInfo.ModelInspector;
    private static readonly DateTime Now = TestClinic.Start.UtcDateTime;

    [Fact]
    public void Status_follows_agreement_and_supersession()
    {
        var plan = Of();
        Assert.Equal(R4.RequestStatus.Draft, PlanFhir.ToCarePlan(plan).Status);

        plan.Agree("Ada Example", Now);
        Assert.Equal(R4.RequestStatus.Active, PlanFhir.ToServiceRequest(plan).Status);

        plan.Supersede(Now);
        Assert.Equal(R4.RequestStatus.Revoked, PlanFhir.ToCarePlan(plan).Status);
    }

    [Fact]
    public void Request_names_site_depth_count_and_gap()
    {
        var request = PlanFhir.ToServiceRequest(Of());

        var repeat = ((R4.Timing)request.Occurrence!).Repeat!;
        Assert.Equal((3, 28m), (repeat.Count, repeat.Period));
        Assert.Equal("36141000", request.BodySite[0].Coding[0].Code);
        Assert.Contains("1.5 mm", request.OrderDetail[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_are_valid_and_survive_the_wire()
    {
        var plan = Of();
        R4.Resource[] resources = [PlanFhir.ToCarePlan(plan), PlanFhir.ToServiceRequest(plan)];

        foreach (var resource in resources)
        {
            resource.Validate(Inspector);
            var json = resource.ToJson();

            Assert.Equal(json, FhirJsonDeserializer.DEFAULT.Deserialize<R4.Resource>(json).ToJson());
        }
    }

    private static Plan Of() => new()
    {
        CourseId = Guid.NewGuid(),
        PatientId = Guid.NewGuid(),
        Zones = [new("cheek", "acne-scar", 1.5m, 3)],
        Sessions = 3,
        IntervalDays = 28,
        Anaesthetic = "lidocaine-4",
        Combinations = [new("prp", 0)],
        DraftedAt = Now,
        DraftedByName = "Pia",
    };
}
