using System.Buffers.Text;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Platform.Access.Accounts;

internal static class AccountRoutes
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/sign-out", OpenPolicy.Page, async (HttpContext http) =>
        {
            await http.SignOutAsync(Schemes.Staff);
            return FormResult.Go("/sign-in");
        });
        routes.MapAction("/sign-in/passkey", OpenPolicy.Page, ([FromForm] string? credential, [FromForm] string? from, Passkeys use) => use.SignInAsync(credential, from));
        routes.MapAction("/account/passkeys", AccountPolicy.Own, ([FromForm] string? credential, [FromForm] string? name, Passkeys use) => use.RegisterAsync(credential, name));
        routes.MapAction("/account/passkeys/remove", AccountPolicy.Own, ([FromForm] string id, Passkeys use) => use.RemoveAsync(Base64Url.DecodeFromChars(id)));
        routes.MapOptions("/sign-in/passkey/options", OpenPolicy.Page, use => use.RequestOptionsAsync());
        routes.MapOptions("/account/passkeys/options", AccountPolicy.Own, use => use.CreationOptionsAsync());
    }

    /// <summary>JSON that a script of ours asks for; a POST with the form's token, since it starts a ceremony.</summary>
    private static void MapOptions(this IEndpointRouteBuilder routes, string pattern, string policy, Func<Passkeys, Task<string>> options) =>
        routes.MapPost(pattern, async (HttpContext http, Passkeys use) =>
                http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
                    ? Results.Text(await options(use), "application/json")
                    : Results.BadRequest("The page is too old. Open it again and repeat."))
            .RequireAuthorization(policy)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
}
