using System.Globalization;
using System.Text.Json;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Imports;

/// <summary>One entry of a bundle: where it stands and under which names others refer to it.</summary>
internal sealed record BundlePart(string Pointer, string Type, string? Id, string? FullUrl, JsonElement Json)
{
    public bool IsCalled(string reference) =>
        reference == FullUrl || (Id is not null && (reference == $"{Type}/{Id}" || reference == $"urn:uuid:{Id}" || reference.EndsWith($"/{Type}/{Id}", StringComparison.Ordinal)));

    /// <summary>Name by which the same line is known again in the next export of the same chart.</summary>
    public string SourceId => Id is not null ? $"{Type}/{Id}" : FullUrl ?? "";
}

/// <summary>The entries of a bundle, and who they are about.</summary>
internal sealed class BundleParts
{
    private readonly Dictionary<string, BundlePart> byReference = new(StringComparer.Ordinal);

    public BundleParts(JsonElement entries)
    {
        var parts = new List<BundlePart>();
        foreach (var (entry, n) in entries.EnumerateArray().Select((e, n) => (e, n)))
        {
            var pointer = $"/entry/{n.ToString(CultureInfo.InvariantCulture)}";
            if (PartOf(entry, pointer) is { } part)
            {
                parts.Add(part);
                Register(part);
            }
            else
            {
                Problems.Add(new(Severity.Fix, pointer, "This entry has no resource with a type; it is left out.", "{\"resource\": {\"resourceType\": \"Condition\", …}}"));
            }
        }

        Parts = parts;
    }

    public IReadOnlyList<BundlePart> Parts { get; }

    public List<ChartProblem> Problems { get; } = [];

    /// <summary>What a reference means inside this bundle; null when nothing here is called so.</summary>
    public BundlePart? Resolve(string? reference) =>
        reference is null ? null
        : byReference.TryGetValue(reference, out var part) ? part
        : Parts.FirstOrDefault(p => p.IsCalled(reference));

    /// <summary>The one person of the chart; null, with a problem, when there is none or more than one.</summary>
    public BundlePart? Patient(List<ChartProblem> problems)
    {
        var people = Parts.Where(p => p.Type == "Patient").ToList();
        if (people.Count == 0)
        {
            problems.Add(new(Severity.Stop, "/entry", "The bundle has no Patient: nobody knows whose history this is.", "one entry with \"resourceType\": \"Patient\""));
        }

        problems.AddRange(people.Skip(1).Select(p =>
            new ChartProblem(Severity.Stop, p.Pointer + "/resource", $"A second Patient; the first is at {people[0].Pointer}. One file holds one person's chart.", "one file for each person")));
        return people.Count == 1 ? people[0] : null;
    }

    private void Register(BundlePart part)
    {
        if (part.FullUrl is not null)
        {
            byReference.TryAdd(part.FullUrl, part);
        }

        if (part.Id is not null)
        {
            byReference.TryAdd($"{part.Type}/{part.Id}", part);
        }
    }

    private static BundlePart? PartOf(JsonElement entry, string pointer)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("resource", out var resource) || resource.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Text(resource, "resourceType") is { } type ? new(pointer, type, Text(resource, "id"), Text(entry, "fullUrl"), resource) : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
