using Hl7.Fhir.Model;

namespace Fibril.Standards.Fhir;

/// <summary>One R4 resource type that a stage can show: read by id, and listed for one patient.</summary>
/// <param name="Type">Resource type: "Consent".</param>
/// <param name="Policy">Name of the access rule that guards it.</param>
/// <param name="Read">Finds one; null when there is none in this clinic.</param>
/// <param name="OfPatient">All of one patient.</param>
public sealed record FhirResource(
    string Type,
    string Policy,
    Func<IServiceProvider, Guid, CancellationToken, Task<Resource?>> Read,
    Func<IServiceProvider, Guid, CancellationToken, Task<IReadOnlyList<Resource>>> OfPatient);
