using System.CommandLine;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Recovery;

public sealed class RecoveryStage : Stage
{
    public override int Number => 8;

    public override string Name => "Recovery";

    public override string Summary =>
        "Check-ins by the person, triage by the protocol, an inbox where red comes first, and adverse events with lot and device.";

    public override IEnumerable<FhirResource> Resources => [RecoveryFhir.Observation, RecoveryFhir.AdverseEvent];

    public override IEnumerable<JobSchedule> Jobs => [JobSchedule.Each<RemindRecoveries>(TimeSpan.FromMinutes(30)), JobSchedule.Each<EscalateReports>(TimeSpan.FromMinutes(1))];

    public override IEnumerable<Command> Verbs => [RecoveryVerbs.Triage()];

    public override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/recovery/{id:guid}/acknowledge", RecoveryPolicy.Acknowledge, (Guid id, AcknowledgeReport use) => use.Handle(id));
        routes.MapAction("/staff/adverse-events/{id:guid}/resolve", RecoveryPolicy.RecordHarm, (Guid id, [FromForm] string? outcome, ResolveHarm use) => use.Handle(id, outcome));
    }
}
