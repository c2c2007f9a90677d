using System.Text.Json;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Hl7.Fhir.Model;
using Issue = Hl7.Fhir.Model.OperationOutcome.IssueType;

namespace Fibril.Standards.Fhir;

/// <summary>
/// Creating a resource: <c>POST /fhir/{type}</c>. JSON in; the resource, or an OperationOutcome with every reason, out. A repeat under the same
/// <c>Idempotency-Key</c> finds the first answer.
/// </summary>
public static class FhirWrites
{
    /// <summary>Header with the caller's own name for the request, at most 80 characters.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 80;

    /// <param name="policy">Access rule of who may create.</param>
    /// <param name="create">Calls one use case; where it leads ends in the new row's id.</param>
    /// <exception cref="FormatException">Thrown by <paramref name="create"/> when the resource lacks something: answered with 400.</exception>
    public static void MapFhirCreate<T>(this IEndpointRouteBuilder routes, FhirResource source, string policy, Func<IServiceProvider, T, System.Threading.Tasks.Task<FormResult?>> create) where T : Resource =>
        routes.MapPost($"/fhir/{source.Type}", async (HttpContext http) =>
            Refused(http, policy) ?? await CreateAsync(http, source, create)).RequireAuthorization(FhirPolicy.Gate).AddEndpointFilter(FhirRoutes.CatchAsync);

    private static FhirAnswer? Refused(HttpContext http, string policy) =>
        http.User.Identity?.IsAuthenticated != true ? FhirAnswer.Error(StatusCodes.Status401Unauthorized, Issue.Login, "Sign in first.")
        : !Policies.All.Any(rule => rule.Name == policy && rule.Allows(http.User)) ? FhirAnswer.Error(StatusCodes.Status403Forbidden, Issue.Forbidden, "Your role does not include this.")
        : http.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true ? FhirAnswer.Error(StatusCodes.Status415UnsupportedMediaType, Issue.NotSupported, "Send application/fhir+json.") // which no other site's form can
        : http.Request.Headers[KeyHeader].ToString().Length > LongestKey ? FhirAnswer.Error(StatusCodes.Status400BadRequest, Issue.TooLong, $"{KeyHeader} has at most {LongestKey} characters.")
        : null;

    private static async System.Threading.Tasks.Task<IResult> CreateAsync<T>(HttpContext http, FhirResource source, Func<IServiceProvider, T, System.Threading.Tasks.Task<FormResult?>> create) where T : Resource
    {
        var (services, db) = (http.RequestServices, http.RequestServices.GetRequiredService<ClinicDb>());
        var once = http.Request.Headers[KeyHeader].ToString() is { Length: > 0 } key ? key : null;
        services.GetRequiredService<Caller>().Once = once;
        if (await FirstAsync(db, once) is { } first)
        {
            return await ShowAsync(http, source, first, StatusCodes.Status200OK);
        }

        try
        {
            return await create(services, await ReadAsync<T>(http)) switch
            {
                FormResult.GoTo go => await ShowAsync(http, source, go.Url, StatusCodes.Status201Created),
                FormResult.Refused when await FirstAsync(db, once) is { } meanwhile => await ShowAsync(http, source, meanwhile, StatusCodes.Status200OK),
                FormResult.Refused refused => new FhirAnswer(Outcome(refused), refused.Status),
                _ => FhirAnswer.Error(StatusCodes.Status404NotFound, Issue.NotFound, "What this belongs to is not here."),
            };
        }
        catch (AlreadyDoneException done)
        {
            return await ShowAsync(http, source, done.Location ?? "", StatusCodes.Status200OK);
        }
        catch (LostRaceException)
        {
            return FhirAnswer.Error(StatusCodes.Status409Conflict, Issue.Conflict, "Somebody else changed this in between. Read it again.");
        }
    }

    private static async System.Threading.Tasks.Task<string?> FirstAsync(ClinicDb db, string? once) => once is null ? null : (await Submission.FirstAsync(db, once))?.Location;

    /// <exception cref="FormatException">It is no such resource.</exception>
    private static async System.Threading.Tasks.Task<T> ReadAsync<T>(HttpContext http) where T : Resource
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return FhirJson.Read<T>(json.RootElement) is { Resource: { } resource, Issues: [] } ? resource
                : throw new FormatException(string.Join(" ", FhirJson.Read<T>(json.RootElement).Issues.Select(i => $"{i.Place}: {i.Sentence}")));
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is no JSON: {e.Message}", e);
        }
    }

    private static async System.Threading.Tasks.Task<IResult> ShowAsync(HttpContext http, FhirResource source, string location, int status)
    {
        if (!Guid.TryParse(location.Split('/')[^1], out var id) || await source.Read(http.RequestServices, id, http.RequestAborted) is not { } made)
        {
            return FhirAnswer.Error(StatusCodes.Status409Conflict, Issue.Duplicate, $"This {KeyHeader} was used for something else.");
        }

        http.Response.Headers.Location = $"/fhir/{source.Type}/{id}";
        return new FhirAnswer(made, status);
    }

    /// <summary>Each reason with its code; then what could be had instead.</summary>
    private static OperationOutcome Outcome(FormResult.Refused refused) => new()
    {
        Issue =
        [
            .. refused.Decision.Reasons.Select(r => new OperationOutcome.IssueComponent
            {
                Severity = OperationOutcome.IssueSeverity.Error, Code = refused.IsConflict ? Issue.Conflict : Issue.BusinessRule, Details = new("urn:fibril:reason", r.Code), Diagnostics = r.Sentence,
            }),
            .. refused.Instead.Select(o => new OperationOutcome.IssueComponent
            {
                Severity = OperationOutcome.IssueSeverity.Information, Code = Issue.Informational, Details = new("urn:fibril:alternative", o.Value), Diagnostics = o.Text,
            }),
        ],
    };
}
