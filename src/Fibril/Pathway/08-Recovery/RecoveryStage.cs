using System.CommandLine;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
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
        routes.MapAction("/staff/recovery/{id:guid}/take-over", RecoveryPolicy.Close, (Guid id, TakeOverReport use) => use.Handle(id));
        routes.MapAction("/staff/recovery/{id:guid}/call-next", RecoveryPolicy.Acknowledge, (Guid id, CallNext use) => use.Handle(id));
        routes.MapAction("/staff/recovery/{id:guid}/reply", RecoveryPolicy.Reply, (Guid id, [FromForm] string? text, SendReply use) => use.Handle(id, text));
        routes.MapGet("/my/recovery/{sessionId:guid}/healing.ics", CalendarAsync).RequireAuthorization(RecoveryPolicy.Mine);
        routes.MapAction("/staff/adverse-events/{id:guid}/resolve", RecoveryPolicy.RecordHarm, (Guid id, [FromForm] string? outcome, ResolveHarm use) => use.Handle(id, outcome));
    }

    /// <summary>404 while the needling is not finished.</summary>
    private static async Task<IResult> CalendarAsync(Guid sessionId, ReadSheet sheets, Settings settings, Caller caller) =>
        await sheets.Handle(sessionId) is { } view
            ? Results.Text(HealingCalendar.Of(sessionId, view.Today.AddDays(-view.Day), view.Resume, view.Clinic, new Uri(settings.PublicUrl, $"/my/recovery/{sessionId}"), caller.Now), VisitCalendar.ContentType)
            : Results.NotFound();
}
