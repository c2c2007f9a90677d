namespace Fibril.Standards.Fhir;

/// <summary>Every resource that the program shows, as its parts gave them; the statement of capabilities and the routes both read it.</summary>
public sealed class FhirCatalogue(IEnumerable<FhirResource> resources)
{
    private readonly ILookup<string, FhirResource> byType = resources.ToLookup(r => r.Type, StringComparer.Ordinal);

    public IEnumerable<string> Types => byType.Select(g => g.Key).Order(StringComparer.Ordinal);

    /// <summary>The parts that show this type; empty when nobody does.</summary>
    public IReadOnlyList<FhirResource> Of(string type) => [.. byType[type]];
}
