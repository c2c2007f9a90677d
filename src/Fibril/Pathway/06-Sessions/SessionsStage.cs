using System.CommandLine;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Sessions;

public sealed class SessionsStage : Stage
{
    public override int Number => 6;

    public override string Name => "Sessions";

    public override string Summary =>
        "The gate, the numbing clock, the record per zone, lots used once, and a signature after which only amendments are added.";

    public override IEnumerable<FhirResource> Resources => [SessionFhir.Encounter, SessionFhir.Procedure, SessionFhir.Observation, SessionFhir.MedicationAdministration];

    public override IEnumerable<Command> Verbs => [CoverageVerb.Create(), AnaestheticVerb.Create()];

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/bookings/{id:guid}/session", SessionPolicy.Prepare, (Guid id, OpenSession use) => use.Handle(id));
        Step("tick", SessionPolicy.Prepare, (Guid id, [FromForm] string item, [FromForm] string? note, TickGate use) => use.Handle(id, item, note));
        Step("untick", SessionPolicy.Prepare, (Guid id, [FromForm] string item, UntickGate use) => use.Handle(id, item));
        Step("cream-off", SessionPolicy.Prepare, (Guid id, TakeCreamOff use) => use.Handle(id));
        Step("no-cream", SessionPolicy.Prepare, (Guid id, [FromForm] string? reason, GoWithoutCream use) => use.Handle(id, reason));
        Step("device", SessionPolicy.Prepare, (Guid id, [FromForm] Guid device, TakeDevice use) => use.Handle(id, device));
        Step("cartridge", SessionPolicy.Prepare, (Guid id, [FromForm] Guid lot, [FromForm] string? unit, [FromForm] string? reason, OpenCartridge use) => use.Handle(id, lot, unit, reason));
        Step("product", SessionPolicy.Prepare, (Guid id, [FromForm] Guid lot, UseProduct use) => use.Handle(id, lot));
        Step("take-back", SessionPolicy.Prepare, (Guid id, [FromForm] Guid lot, [FromForm] string? unit, [FromForm] string? reason, TakeBack use) => use.Handle(id, lot, unit, reason));
        Step("start", SessionPolicy.Needle, (Guid id, StartNeedling use) => use.Handle(id));
        Step("repeat", SessionPolicy.Needle, (Guid id, RepeatLastZones use) => use.Handle(id));
        Step("finish", SessionPolicy.Needle, (Guid id, FinishNeedling use) => use.Handle(id));
        Step("marks/{mark:guid}/remove", SessionPolicy.Prepare, (Guid id, Guid mark, [FromForm] string? view, RemoveMark use) => use.Handle(id, mark, view));
        Step("marks/{mark:guid}/still", SessionPolicy.Prepare, (Guid id, Guid mark, [FromForm] string? view, AnswerMark use) => use.Handle(id, mark, true, view));
        Step("marks/{mark:guid}/gone", SessionPolicy.Prepare, (Guid id, Guid mark, [FromForm] string? view, AnswerMark use) => use.Handle(id, mark, false, view));
        Step("notes", SessionPolicy.Prepare, (Guid id, [FromForm] string? notes, [FromForm] string? reactions, WriteNotes use) => use.Handle(id, notes, reactions));
        Step("aftercare", SessionPolicy.Prepare, (Guid id, GiveAftercare use) => use.Handle(id));

        void Step(string name, string policy, Delegate use) => routes.MapAction($"/staff/sessions/{{id:guid}}/{name}", policy, use).AddEndpointFilter(LeadBackAsync);
    }

    /// <summary>A step that was taken for a row before the signature leads back to that row.</summary>
    private static async ValueTask<object?> LeadBackAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        return answer is FormResult result ? CheckLinks.Lead(result, context.GetArgument<Guid>(0), context.HttpContext.Request.Form[CheckLinks.Name]) : answer;
    }
}
