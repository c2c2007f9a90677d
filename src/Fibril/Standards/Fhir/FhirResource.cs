using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Fibril.Standards.Fhir;

/// <summary>One R4 resource type that a part of the program can show: read by id, and listed for one patient.</summary>
/// <param name="Type">Resource type: "Consent". Several parts may show the same type.</param>
/// <param name="Policy">Name of the access rule that guards it.</param>
/// <param name="Read">Finds one; null when there is none in this clinic.</param>
/// <param name="OfPatient">All of one patient.</param>
/// <param name="All">All of the clinic, for what belongs to no patient; null when a search must name one.</param>
public sealed record FhirResource(
    string Type,
    string Policy,
    Func<IServiceProvider, Guid, CancellationToken, Task<Resource?>> Read,
    Func<IServiceProvider, Guid, CancellationToken, Task<IReadOnlyList<Resource>>> OfPatient,
    Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Resource>>>? All = null)
{
    /// <summary>Whether one can be made by POST.</summary>
    public bool IsCreated { get; init; }

    /// <summary>A resource of the clinic itself, such as a place: found by id or listed whole.</summary>
    public static FhirResource OfClinic(string type, string policy, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Resource>>> all) => new(
        type,
        policy,
        async (services, id, stop) => (await all(services, stop)).FirstOrDefault(r => r.Id == id.ToString()),
        (_, _, _) => Task.FromResult<IReadOnlyList<Resource>>([]),
        all);
}
