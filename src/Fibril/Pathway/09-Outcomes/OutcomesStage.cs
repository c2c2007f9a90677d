using System.CommandLine;
using Fibril.Pathway.Outcomes.Photos;

namespace Fibril.Pathway.Outcomes;

public sealed class OutcomesStage : Stage
{
    public override int Number => 9;

    public override string Name => "Outcomes";

    public override string Summary => 
        "Scales and photographs at 30, 90 and 180 days against the baseline and the error of the method, and what the clinic's results really are.";

    public override void AddServices(IServiceCollection services) => services.AddSingleton<PairResults>();

    public override void Map(IEndpointRouteBuilder routes) => PhotoRoutes.Map(routes);

    public override IEnumerable<Command> Verbs => [ScaleVerb.Create(), PhotosVerb.Create()];
}
