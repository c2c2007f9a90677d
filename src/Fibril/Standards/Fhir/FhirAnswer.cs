using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.AspNetCore.Diagnostics;
using Issue = Hl7.Fhir.Model.OperationOutcome.IssueType;
using Task = System.Threading.Tasks.Task;

namespace Fibril.Standards.Fhir;

/// <summary>One R4 resource as an HTTP answer; an error is an OperationOutcome.</summary>
public sealed class FhirAnswer(Resource resource, int status = StatusCodes.Status200OK) : IResult
{
    public const string ContentType = "application/fhir+json; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    public int Status => status;

    public static FhirAnswer Error(int status, Issue code, string sentence) => new(
        new OperationOutcome
        {
            Issue = [new() { Severity = OperationOutcome.IssueSeverity.Error, Code = code, Diagnostics = sentence }],
        },
        status);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (resource.Meta?.VersionId is { } version && resource is not Bundle)
        {
            response.Headers.ETag = $"W/\"{version}\"";
            if (httpContext.Request.Headers.IfNoneMatch.Contains($"W/\"{version}\""))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        if (resource.Meta?.LastUpdated is { } changed)
        {
            response.Headers.LastModified = changed.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }

        return response.WriteAsync(JsonSerializer.Serialize(resource, Json), httpContext.RequestAborted);
    }
}
