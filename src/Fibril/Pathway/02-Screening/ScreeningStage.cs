using System.CommandLine;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Screening;

public sealed class ScreeningStage : Stage
{
    private static readonly (string Verb, Verdict Verdict)[] Verdicts =
    [
        ("accept", Verdict.Accepted),
        ("accept-with-note", Verdict.AcceptedWithChange),
        ("refer", Verdict.Referred),
        ("not-treated", Verdict.NotTreated),
    ];

    public override int Number => 2;

    public override string Name => "Screening";

    public override string Summary => 
        "Facts and protocol make a decision per zone with every reason, date and source; a clinician accepts it, overrides a finding with a reason, or asks the prescriber.";

    public override IEnumerable<Command> Verbs => [ScreenCommand.Create(), RescreenVerb.Create()];

    public override IEnumerable<FhirResource> Resources => [ScreeningFhir.Guidance, ScreeningFhir.Issues];

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/courses/{courseId:guid}/screening/run", ScreeningPolicy.Run, async (Guid courseId, [FromForm] DateOnly? forOn, ScreenAgain use) =>
            await use.Handle(courseId, forOn));
        routes.MapAction("/staff/screenings/{id:guid}/override", ScreeningPolicy.Review, async (Guid id, [FromForm] string? rule, [FromForm] string? zones, [FromForm] string? reason, OverrideFinding use) =>
            await use.Handle(id, rule, zones, reason));
        routes.MapAction("/staff/prescriber-questions/{id:guid}/answer", ScreeningPolicy.Review, async (Guid id, [FromForm] string? answer, RecordPrescriberAnswer use) =>
            await use.Handle(id, answer));
        foreach (var (verb, verdict) in Verdicts)
        {
            routes.MapAction($"/staff/screenings/{{id:guid}}/{verb}", ScreeningPolicy.Review, async (Guid id, [FromForm] string? note, ReviewScreening use) =>
                await use.Handle(id, verdict, note));
        }
    }
}
