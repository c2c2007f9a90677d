using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Consents;

public sealed class ConsentsStage : Stage
{
    public override int Number => 3;

    public override string Name => "Consents";

    public override string Summary =>
        "The person reads, answers check questions and signs; may withdraw with as few steps; new facts make the consent stale.";

    public override IEnumerable<FhirResource> Resources => [ConsentFhir.Resource];

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/my/consent/{courseId:guid}/open", ConsentPolicy.Own, (Guid courseId, OpenConsent use) => use.Handle(courseId));
        routes.MapAction("/my/consent/{courseId:guid}/read/{page}/done", ConsentPolicy.Own, (Guid courseId, string page, ReadConsentPage use) => use.Handle(courseId, page));
        routes.MapAction("/my/consent/{courseId:guid}/withdraw", ConsentPolicy.Own, (Guid courseId, [FromForm] string? why, WithdrawConsent use) => use.Handle(courseId, why));
        routes.MapAction("/my/consent/{courseId:guid}/photos/{use}/withdraw", ConsentPolicy.Own, (Guid courseId, PhotoUse use, WithdrawPhotoUse withdraw) => withdraw.Handle(courseId, use));
        routes.MapAction("/my/consent/{courseId:guid}/photos/{use}/allow", ConsentPolicy.Own, (Guid courseId, PhotoUse use, AllowPhotoUse allow) => allow.Handle(courseId, use));
        routes.MapAction("/staff/courses/{courseId:guid}/consent/withdraw", ConsentPolicy.Withdraw, (Guid courseId, [FromForm] string? why, WithdrawConsent use) => use.Handle(courseId, why));
    }
}
