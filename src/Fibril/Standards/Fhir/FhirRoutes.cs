using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Hl7.Fhir.Model;
using Issue = Hl7.Fhir.Model.OperationOutcome.IssueType;

namespace Fibril.Standards.Fhir;

/// <summary><c>/fhir</c>: metadata, read and search by patient, in R4 JSON.</summary>
public static class FhirRoutes
{
    public static void MapFhir(this IEndpointRouteBuilder routes)
    {
        var fhir = routes.MapGroup("/fhir").RequireAuthorization(FhirPolicy.Gate).AddEndpointFilter(CatchAsync);
        fhir.MapGet("/metadata", (HttpContext http, FhirCatalogue catalogue, TimeProvider clock) =>
            new FhirAnswer(Capabilities.Of(catalogue, Base(http), clock.Now())));
        fhir.MapGet("/{type}/{id}", ReadAsync);
#pragma warning disable ASP0022 // the catch-all yields to every narrower route
        fhir.MapGet("/{type}", SearchAsync);
        fhir.MapGet("/{**rest}", (string? rest) => FhirAnswer.Error(StatusCodes.Status404NotFound, Issue.NotFound, $"There is nothing at /fhir/{rest}."));
#pragma warning restore ASP0022
    }

    private static async Task<IResult> ReadAsync(string type, string id, HttpContext http, FhirCatalogue catalogue, FhirViews views)
    {
        if (Refused(http, catalogue.Of(type), type) is { } refusal)
        {
            return refusal;
        }

        foreach (var source in Open(http, catalogue.Of(type)))
        {
            if (Guid.TryParse(id, out var key) && await source.Read(http.RequestServices, key, http.RequestAborted) is { } found)
            {
                await views.NoteAsync(found, http.RequestAborted);
                return new FhirAnswer(found);
            }
        }

        return FhirAnswer.Error(StatusCodes.Status404NotFound, Issue.NotFound, $"There is no {type}/{id} here.");
    }

    private static async Task<IResult> SearchAsync(string type, HttpContext http, FhirCatalogue catalogue, FhirViews views)
    {
        if (Refused(http, catalogue.Of(type), type) is { } refusal)
        {
            return refusal;
        }

        var search = FhirSearch.Read(http.Request.Query);
        if (search.Unknown.Count > 0 && !http.Request.Headers["Prefer"].ToString().Contains("handling=lenient", StringComparison.Ordinal))
        {
            return FhirAnswer.Error(StatusCodes.Status400BadRequest, Issue.NotSupported, $"{type} cannot be searched by {string.Join(", ", search.Unknown)}. Known: patient, _count.");
        }

        var sources = Open(http, catalogue.Of(type)).ToList();
        if (search.Patient is null && sources.TrueForAll(s => s.All is null))
        {
            return FhirAnswer.Error(StatusCodes.Status400BadRequest, Issue.Required, $"Say whose: /fhir/{type}?patient=…");
        }

        var found = await FindAsync(http, sources, search.Patient);
        await views.NoteAsync(found, http.RequestAborted);
        return new FhirAnswer(search.Page($"{Base(http)}/{type}", found));
    }

    private static async Task<List<Resource>> FindAsync(HttpContext http, List<FhirResource> sources, string? patient)
    {
        var found = new List<Resource>();
        foreach (var source in sources)
        {
            if (patient is null)
            {
                found.AddRange(source.All is null ? [] : await source.All(http.RequestServices, http.RequestAborted));
            }
            else if (Guid.TryParse(patient, out var id))
            {
                found.AddRange(await source.OfPatient(http.RequestServices, id, http.RequestAborted));
            }
        }

        return found;
    }

    /// <summary>Why this caller may not have this type, as an answer; null when nothing stands against it.</summary>
    public static FhirAnswer? Refused(HttpContext http, IReadOnlyList<FhirResource> sources, string type)
    {
        if (http.Request.Query["_format"].ToString().Contains("xml", StringComparison.OrdinalIgnoreCase))
        {
            return FhirAnswer.Error(StatusCodes.Status406NotAcceptable, Issue.NotSupported, "This server speaks JSON only.");
        }

        return sources.Count == 0 ? FhirAnswer.Error(StatusCodes.Status404NotFound, Issue.NotSupported, $"This server has no resource type {type}.")
            : http.User.Identity?.IsAuthenticated != true ? FhirAnswer.Error(StatusCodes.Status401Unauthorized, Issue.Login, "Sign in first.")
            : !Open(http, sources).Any() ? FhirAnswer.Error(StatusCodes.Status403Forbidden, Issue.Forbidden, $"Your role does not include {type}.")
            : null;
    }

    private static IEnumerable<FhirResource> Open(HttpContext http, IReadOnlyList<FhirResource> sources) =>
        sources.Where(s => Policies.All.Any(rule => rule.Name == s.Policy && rule.Allows(http.User)));

    private static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/fhir";

    /// <summary>Every error speaks FHIR, also one that nobody expected.</summary>
    internal static async ValueTask<object?> CatchAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (NotHereException e)
        {
            return FhirAnswer.Error(StatusCodes.Status404NotFound, Issue.NotFound, e.Message);
        }
        catch (FormatException e)
        {
            return FhirAnswer.Error(StatusCodes.Status400BadRequest, Issue.Invalid, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var http = context.HttpContext;
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FhirRoutes)).LogError(e, "FHIR request failed");
            return FhirAnswer.Error(StatusCodes.Status500InternalServerError, Issue.Exception, $"Something went wrong here. Number: {System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier}.");
        }
    }
}
