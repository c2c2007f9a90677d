using System.CommandLine;
using Fibril.Pathway.Outcomes.Photos;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Outcomes;

public sealed class OutcomesStage : Stage
{
    public override int Number => 9;

    public override string Name => "Outcomes";

    public override string Summary => 
        "Scales and photographs at 30, 90 and 180 days against the baseline and the error of the method, rated blind as well, and what the clinic's results really are.";

    public override void AddServices(IServiceCollection services) => services.AddSingleton<PairResults>();

    public override IEnumerable<JobSchedule> Jobs => [JobSchedule.Each<SendResultReminders>(TimeSpan.FromMinutes(30))];

    public override IEnumerable<Command> Verbs => [ScaleVerb.Create(), PhotosVerb.Create(), RegistryVerb.Create()];

    public override void Map(IEndpointRouteBuilder routes)
    {
        PhotoRoutes.Map(routes);
        routes.MapAction("/staff/ratings/draw", OutcomePolicy.Rate, (DrawBlindPair use) => use.Handle());
        routes.MapGet("/staff/ratings/{id:guid}/{side}", SendAsync).RequireAuthorization(OutcomePolicy.Rate);
        routes.MapAction("/staff/registry/export", OutcomePolicy.Registry, async (ExportRegistry use, CancellationToken stop) =>
            await use.ZipAsync(stop) is var (decision, zip) && zip is null ? (object)FormResult.Refuse(decision) : Results.File(zip, "application/zip", "registry.zip"));
    }

    /// <summary>Neither address nor headers say which photograph it is or when it was taken.</summary>
    private static async Task<IResult> SendAsync(Guid id, string side, ShowBlindPhoto use, HttpContext http)
    {
        if (!Enum.TryParse<Side>(side, ignoreCase: true, out var wanted))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return await use.Handle(id, wanted) is { } image ? Results.Stream(image.Content, image.ContentType) : Results.NotFound();
    }
}
