using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Consultations;

public sealed class ConsultationsStage : Stage
{
    private static readonly string[] Homes = ["/my/consultation/{courseId:guid}", "/staff/courses/{courseId:guid}/consultation"];

    public override int Number => 1;

    public override string Name => "Consultations";

    public override string Summary => 
        "What the person wants, the health questions one by one in plain words, and what the examiner sees: phototype, zones, baseline scales and photographs.";

    public override IEnumerable<FhirResource> Resources => [ConsultationFhir.QuestionnaireResponse, ScoreFhir.Observation];

    public override void Map(IEndpointRouteBuilder routes)
    {
        foreach (var home in Homes)
        {
            routes.MapAction($"{home}/areas/remove", ConsultationPolicy.Answer, async (Guid courseId, [FromForm] string? zone, [FromForm] string? indication, RemoveArea use) =>
                await use.Handle(courseId, zone, indication));
            routes.MapAction($"{home}/q/{{question}}/items/{{index:int}}/remove", ConsultationPolicy.Answer, async (Guid courseId, string question, int index, RemoveItem use) =>
                await use.Handle(courseId, question, index));
            routes.MapAction($"{home}/submit", ConsultationPolicy.Answer, async (Guid courseId, SubmitConsultation use) => await use.Handle(courseId));
        }

        routes.MapAction("/staff/courses/{courseId:guid}/consultation/sign", ConsultationPolicy.Sign, async (Guid courseId, SignConsultation use) => await use.Handle(courseId));
        routes.MapAction("/staff/scores/{id:guid}/invalidate", ConsultationPolicy.Examine, async (Guid id, [FromForm] string? reason, InvalidateScore use) =>
            await use.Handle(id, reason));
        routes.MapAction("/staff/photos/{id:guid}/invalidate", ConsultationPolicy.Examine, async (Guid id, [FromForm] string? reason, InvalidatePhoto use) =>
            await use.Handle(id, reason));
        routes.MapAction("/staff/photos/{id:guid}/keep", ConsultationPolicy.Examine, (Guid id, [FromForm] string? reason, [FromForm] Guid? session, KeepHeldPhoto use) => use.Handle(id, reason, session));
        routes.MapAction("/staff/photos/{id:guid}/retake", ConsultationPolicy.Examine, (Guid id, [FromForm] Guid? session, InvalidatePhoto use) => use.RetakeAsync(id, session));
        routes.MapAction("/my/photos/{id:guid}/uses/{use}/allow", ConsultationPolicy.Mine, (Guid id, PhotoUse use, ChoosePhotoUse choose) => choose.Handle(id, use, true));
        routes.MapAction("/my/photos/{id:guid}/uses/{use}/withdraw", ConsultationPolicy.Mine, (Guid id, PhotoUse use, ChoosePhotoUse choose) => choose.Handle(id, use, false));
        routes.MapGet("/staff/photos/{id:guid}", SendAsync).RequireAuthorization(ConsultationPolicy.Read);
        routes.MapGet("/my/photos/{id:guid}", SendAsync).RequireAuthorization(ConsultationPolicy.Mine);
    }

    /// <summary>A clinical picture stays in no cache on its way.</summary>
    private static async Task<IResult> SendAsync(Guid id, bool? small, ShowPhoto use, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await use.Handle(id, small == true) is { } image ? Results.Stream(image.Content, image.ContentType) : Results.NotFound();
    }
}
