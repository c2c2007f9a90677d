using System.Text.Json;
using System.Text.RegularExpressions;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace Fibril.Standards.Fhir;

/// <summary>One thing in a resource that is not as R4 has it.</summary>
/// <param name="Place">JSON pointer inside the resource: <c>/birthDate</c>.</param>
public sealed record FhirIssue(string Place, string Sentence);

/// <summary>A resource as far as it could be read, and what was wrong with it.</summary>
public sealed record FhirRead<T>(T? Resource, IReadOnlyList<FhirIssue> Issues) where T : Resource;

/// <summary>Reads one R4 resource from JSON that is already parsed.</summary>
public static partial class FhirJson
{
    /// <summary>Narrative is for people and may hold anything; it is not read here.</summary>
    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings { NarrativeValidation = Hl7.Fhir.Validation.NarrativeValidationKind.None });

    public static FhirRead<T> Read<T>(JsonElement json) where T : Resource
    {
        try
        {
            Deserializer.TryDeserializeResource(json.GetRawText(), out var resource, out var issues);
            return new(resource as T, [.. issues.Select(i => IssueOf(i, json)).DistinctBy(i => i.Place)]);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return new(null, [new("", e.Message)]); // the parser's own slips on hostile input
        }
    }

    private static FhirIssue IssueOf(CodedException issue, JsonElement json)
    {
        var extended = issue as ExtendedCodedException;
        return new(PlaceOf(extended?.InstancePath, json), extended?.BaseErrorMessage ?? issue.Message);
    }

    /// <summary><c>Patient.name[0].family</c> → <c>/name/0/family</c>; a choice such as <c>onset</c> finds its JSON name.</summary>
    private static string PlaceOf(string? path, JsonElement json)
    {
        var place = "";
        var here = json;
        foreach (var step in Steps().Matches(path ?? "").Skip(1).Select(m => m.Value.Trim('.', '[', ']')))
        {
            if (here.ValueKind == JsonValueKind.Array && int.TryParse(step, out var n) && n < here.GetArrayLength())
            {
                (here, place) = (here[n], $"{place}/{n}");
            }
            else if (here.ValueKind == JsonValueKind.Object && here.EnumerateObject().FirstOrDefault(p => p.Name == step || (p.Name.StartsWith(step, StringComparison.Ordinal) && char.IsUpper(p.Name[step.Length]))) is { Name: not null } property)
            {
                (here, place) = (property.Value, $"{place}/{property.Name}");
            }
        }

        return place;
    }

    [GeneratedRegex(@"\.?[A-Za-z_]+|\[\d+\]")]
    private static partial Regex Steps();
}
