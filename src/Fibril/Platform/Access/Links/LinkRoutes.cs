using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Platform.Access.Links;

internal static class LinkRoutes
{
    public static IServiceCollection AddLinks(this IServiceCollection services) =>
        services.AddScoped<StartingBrowser>().AddScoped<PatientDoor>();

    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/my/sign-in/again", OpenPolicy.Page, ([FromForm] string? token, AskSignInLink use) => use.AgainAsync(token));
        routes.MapAction("/my/sign-in/who", OpenPolicy.Page, ([FromForm] Guid person, PatientDoor use) => use.ChooseAsync(person));
        routes.MapAction("/my/sign-out", OpenPolicy.Page, async (HttpContext http) =>
        {
            await http.SignOutAsync(Schemes.Patient);
            return FormResult.Go("/my/sign-in");
        });
    }
}
