using System.CommandLine;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Plans;

public sealed class PlansStage : Stage
{
    public override int Number => 4;

    public override string Name => "Plans";

    public override string Summary =>
        "Zones, depth, sessions and interval against the protocol's caps, with what it may honestly bring, what else there is, and what it costs.";

    public override IEnumerable<FhirResource> Resources => [PlanFhir.CarePlan, PlanFhir.ServiceRequest];

    public override IEnumerable<Command> Verbs => [PlanVerbs.Plan()];

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/my/plan/{courseId:guid}/agree", PlanPolicy.Own, (Guid courseId, [FromForm] Guid plan, AgreePlan use) => use.Handle(courseId, plan));
        routes.MapAction("/staff/courses/{courseId:guid}/plan/agree", PlanPolicy.RecordAgreement, (Guid courseId, [FromForm] Guid plan, AgreePlan use) => use.Handle(courseId, plan));
    }
}
