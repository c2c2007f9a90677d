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
        var session = "/staff/sessions/{id:guid}";
        routes.MapAction($"{session}/tick", SessionPolicy.Prepare, (Guid id, [FromForm] string item, [FromForm] string? note, TickGate use) => use.Handle(id, item, note));
        routes.MapAction($"{session}/untick", SessionPolicy.Prepare, (Guid id, [FromForm] string item, UntickGate use) => use.Handle(id, item));
        routes.MapAction($"{session}/cream-off", SessionPolicy.Prepare, (Guid id, TakeCreamOff use) => use.Handle(id));
        routes.MapAction($"{session}/no-cream", SessionPolicy.Prepare, (Guid id, [FromForm] string? reason, GoWithoutCream use) => use.Handle(id, reason));
        routes.MapAction($"{session}/device", SessionPolicy.Prepare, (Guid id, [FromForm] Guid device, TakeDevice use) => use.Handle(id, device));
        routes.MapAction($"{session}/cartridge", SessionPolicy.Prepare, (Guid id, [FromForm] Guid lot, [FromForm] string? unit, [FromForm] string? reason, OpenCartridge use) => use.Handle(id, lot, unit, reason));
        routes.MapAction($"{session}/product", SessionPolicy.Prepare, (Guid id, [FromForm] Guid lot, UseProduct use) => use.Handle(id, lot));
        routes.MapAction($"{session}/take-back", SessionPolicy.Prepare, (Guid id, [FromForm] Guid lot, [FromForm] string? unit, [FromForm] string? reason, TakeBack use) => use.Handle(id, lot, unit, reason));
        routes.MapAction($"{session}/start", SessionPolicy.Needle, (Guid id, StartNeedling use) => use.Handle(id));
        routes.MapAction($"{session}/repeat", SessionPolicy.Needle, (Guid id, RepeatLastZones use) => use.Handle(id));
        routes.MapAction($"{session}/finish", SessionPolicy.Needle, (Guid id, FinishNeedling use) => use.Handle(id));
        routes.MapAction($"{session}/marks/{{mark:guid}}/remove", SessionPolicy.Prepare, (Guid id, Guid mark, [FromForm] string? view, RemoveMark use) => use.Handle(id, mark, view));
        routes.MapAction($"{session}/marks/{{mark:guid}}/still", SessionPolicy.Prepare, (Guid id, Guid mark, [FromForm] string? view, AnswerMark use) => use.Handle(id, mark, true, view));
        routes.MapAction($"{session}/marks/{{mark:guid}}/gone", SessionPolicy.Prepare, (Guid id, Guid mark, [FromForm] string? view, AnswerMark use) => use.Handle(id, mark, false, view));
        routes.MapAction($"{session}/notes", SessionPolicy.Prepare, (Guid id, [FromForm] string? notes, [FromForm] string? reactions, WriteNotes use) => use.Handle(id, notes, reactions));
        routes.MapAction($"{session}/aftercare", SessionPolicy.Prepare, (Guid id, GiveAftercare use) => use.Handle(id));
    }
}
