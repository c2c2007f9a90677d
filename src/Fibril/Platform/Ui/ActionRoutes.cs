using Fibril.Platform.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Ui;

/// <summary>Metadata of an action whose refusal is shown by another page than <see cref="RefusedPage"/>.</summary>
/// <param name="Page">A component with the parameters of <see cref="RefusedPage"/>.</param>
public sealed record RefusedOn(Type Page);

/// <summary>Addresses that one button posts to: <c>…/sign</c>, <c>…/withdraw</c>. Each names its policy and has one effect per submission.</summary>
public static class ActionRoutes
{
    /// <param name="handler">Calls one use case and returns a <see cref="FormResult"/>, or a file to be kept.</param>
    public static RouteHandlerBuilder MapAction(this IEndpointRouteBuilder routes, string pattern, string policy, Delegate handler) =>
        routes.MapPost(pattern, handler)
            .RequireAuthorization(policy)
            .AllowCookieRedirect() // a button is pressed by a person: to the sign-in or the refusal, not a bare 401 or 403
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(AnswerAsync);

    /// <summary><c>/done/{key}</c>: 204 when the caller's clinic has carried out the submission with this key, else 404. A draft in a browser asks it.</summary>
    public static void MapDone(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/done/{key}", async (string key, ClinicDb db) => await Submission.FirstAsync(db, key) is null ? Results.NotFound() : Results.NoContent()).RequireAuthorization(SubmissionPolicy.Done);

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var back = Back(http);
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            return Results.BadRequest("The form is too old. Open the page again and repeat.");
        }

        var once = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync()).TryGetValue("once", out var key) ? key.ToString() : null : null;
        http.RequestServices.GetRequiredService<Caller>().Once = once;
        if (once is { Length: > 0 } && await Submission.FirstAsync(http.RequestServices.GetRequiredService<ClinicDb>(), once) is { } first)
        {
            return Results.LocalRedirect(first.Location ?? back);
        }

        try
        {
            var answer = await next(context);
            if (answer is FormResult.Refused && once is { Length: > 0 } && await Submission.FirstAsync(http.RequestServices.GetRequiredService<ClinicDb>(), once) is { } meanwhile)
            {
                return Results.LocalRedirect(meanwhile.Location ?? back); // the same press was under way twice
            }

            return answer switch
            {
                FormResult result => await ShowAsync(http, result, once, back),
                IResult file => file,
                _ => Results.NotFound(),
            };
        }
        catch (AlreadyDoneException done)
        {
            return Results.LocalRedirect(done.Location ?? back);
        }
        catch (LostRaceException lost)
        {
            return Refusal(http, new { Back = back, Lost = lost }, StatusCodes.Status409Conflict);
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FormResult result, string? once, string back)
    {
        if (result is FormResult.Refused refused)
        {
            return Refusal(http, new { Back = back, refused.Decision }, refused.Status);
        }

        var url = ((FormResult.GoTo)result).Url;
        var db = http.RequestServices.GetRequiredService<ClinicDb>();
        await db.Set<Submission>().Where(s => s.Key == once).ExecuteUpdateAsync(s => s.SetProperty(x => x.Location, url));
        return Results.LocalRedirect(url);
    }

    private static RazorComponentResult Refusal(HttpContext http, object parameters, int status) =>
        new(http.GetEndpoint()?.Metadata.GetMetadata<RefusedOn>()?.Page ?? typeof(RefusedPage), parameters) { StatusCode = status };

    /// <summary>The page that the button stood on, when it is one of ours.</summary>
    private static string Back(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value
            ? from.PathAndQuery
            : "/";
}
