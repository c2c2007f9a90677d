using System.CommandLine;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;

namespace Fibril.Pathway.Aftercare;

public sealed class AftercareStage : Stage
{
    public override int Number => 7;

    public override string Name => "Aftercare";

    public override string Summary =>
        "The dated sheet for this session: what to do, what to avoid, until when and why, and what is normal tomorrow.";

    public override IEnumerable<FhirResource> Resources => [AftercareFhir.Resource];

    public override IEnumerable<Command> Verbs => [IngredientsVerb.Create()];

    public override void Map(IEndpointRouteBuilder routes) =>
        routes.MapAction("/staff/aftercare/{id:guid}/teach-back", AftercarePolicy.TeachBack, (Guid id, TeachBack use) => use.Handle(id));
}
