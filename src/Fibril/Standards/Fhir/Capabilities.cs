using System.Globalization;
using Hl7.Fhir.Model;

namespace Fibril.Standards.Fhir;

/// <summary>The statement of what this server can do, written from what it does.</summary>
public static class Capabilities
{
    public static CapabilityStatement Of(FhirCatalogue catalogue, string address, DateTime now) => new()
    {
        Status = PublicationStatus.Active,
        Date = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Kind = CapabilityStatementKind.Instance,
        FhirVersion = FHIRVersion.N4_0_1,
        Format = ["application/fhir+json", "json"],
        Software = new() { Name = "Fibril", Version = typeof(Capabilities).Assembly.GetName().Version?.ToString(3) },
        Implementation = new() { Description = "Fibril, needle therapy from the first question to the healed result", Url = address },
        Rest =
        [
            new()
            {
                Mode = CapabilityStatement.RestfulCapabilityMode.Server,
                Security = new() { Description = "The staff sign-in; each resource type has its own access rule." },
                Resource = [.. catalogue.Types.Select(type => Describe(type, catalogue.Of(type)))],
            },
        ],
    };

    private static CapabilityStatement.ResourceComponent Describe(string type, IReadOnlyList<FhirResource> sources)
    {
        var component = new CapabilityStatement.ResourceComponent
        {
            Type = type,
            Interaction =
            [
                new() { Code = CapabilityStatement.TypeRestfulInteraction.Read },
                new() { Code = CapabilityStatement.TypeRestfulInteraction.SearchType },
            ],
            Versioning = CapabilityStatement.ResourceVersionPolicy.NoVersion,
        };
        if (sources.Any(s => s.IsCreated))
        {
            component.Interaction.Add(new() { Code = CapabilityStatement.TypeRestfulInteraction.Create, Documentation = $"One effect per {FhirWrites.KeyHeader}." });
        }

        if (sources.Any(s => s.All is null))
        {
            component.SearchParam.Add(new() { Name = "patient", Type = SearchParamType.Reference, Documentation = "Whose; an id or Patient/id." });
        }

        return component;
    }
}
