using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Journey;

/// <summary>Buttons of the journey's pages.</summary>
public static class JourneyRoutes
{
    public static void MapJourney(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/courses/{id:guid}/close", JourneyPolicy.Close, (Guid id, [FromForm] string? reason, CloseCourse use) => use.Handle(id, reason));
        routes.MapAction("/staff/courses/{id:guid}/reopen", JourneyPolicy.Close, (Guid id, ReopenCourse use) => use.Handle(id));
    }
}
