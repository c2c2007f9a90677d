using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Buttons and pictures of pairs. A clinical picture stays in no cache on its way.</summary>
internal static class PhotoRoutes
{
    private const string Pair = "/staff/photos/{after:guid}/against/{before:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAction(Pair + "/points", OutcomePolicy.Hold, (Guid before, Guid after, [FromForm] string? points, LayByHand use) => use.Handle(before, after, HandRules.Read(points)));
        routes.MapAction(Pair + "/keep", OutcomePolicy.Hold, (Guid before, Guid after, KeepMeasures use) => use.Handle(before, after));
        routes.MapAction("/staff/photos/{id:guid}/zones", OutcomePolicy.Hold, (Guid id, [FromForm] string? zone, [FromForm] string? points, DrawZone use) => use.Handle(id, zone, HandRules.Read(points)));
        routes.MapAction("/staff/photo-zones/{id:guid}/remove", OutcomePolicy.Hold, (Guid id, RemoveZone use) => use.Handle(id));
        routes.MapGet(Pair + "/first.jpg", (Guid before, Guid after, ComparePhotos use, HttpContext http) => PictureAsync(use, before, after, r => r.First, http)).RequireAuthorization(OutcomePolicy.Read);
        routes.MapGet(Pair + "/second.jpg", (Guid before, Guid after, ComparePhotos use, HttpContext http) => PictureAsync(use, before, after, r => r.Second, http)).RequireAuthorization(OutcomePolicy.Read);
        routes.MapGet(Pair + "/for/{use}", (Guid before, Guid after, PhotoUse use, TakeOutPhotos take) => TakeOutAsync(take, use, before, after)).RequireAuthorization(OutcomePolicy.TakeOut);
    }

    private static async Task<IResult> PictureAsync(ComparePhotos use, Guid before, Guid after, Func<PairResult, byte[]?> which, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await use.PictureAsync(before, after, which, http.RequestAborted) is { } picture ? Results.Bytes(picture, "image/jpeg") : Results.NotFound();
    }

    private static async Task<IResult> TakeOutAsync(TakeOutPhotos take, PhotoUse use, Guid before, Guid after)
    {
        var parcel = await take.Handle(use, before, after);
        return parcel.Zip is { } zip
            ? Results.File(zip, "application/zip", $"photographs-{use.ToString().ToLowerInvariant()}.zip")
            : new RazorComponentResult<RefusedPage>(new { Back = PairLinks.Of(before, after), parcel.Decision }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
