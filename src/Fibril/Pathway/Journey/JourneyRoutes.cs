using Fibril.Pathway.Journey.Board;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Journey;

/// <summary>Buttons of the journey's pages.</summary>
public static class JourneyRoutes
{
    public static void MapJourney(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/courses/{id:guid}/close", JourneyPolicy.Close, (Guid id, [FromForm] string? reason, CloseCourse use) => use.Handle(id, reason));
        routes.MapAction("/staff/courses/{id:guid}/reopen", JourneyPolicy.Close, (Guid id, ReopenCourse use) => use.Handle(id));
        routes.MapAction("/staff/late/replan", JourneyPolicy.Replan, ([FromForm] Guid who, [FromForm] int minutes, [FromForm] string? stamp, ReplanDay use) => use.Handle(who, minutes, stamp));
        routes.MapGet("/staff/board/changes", (BoardWatch watch, CancellationToken stop) => TypedResults.ServerSentEvents(watch.Handle(stop))).RequireAuthorization(JourneyPolicy.Board);
        routes.MapGet("/staff/creams", (string? here) => new RazorComponentResult<CreamStrip>(new { Here = here ?? "" })).RequireAuthorization(JourneyPolicy.Board);
        routes.MapBoard();
        routes.MapRecalls();
    }
}
