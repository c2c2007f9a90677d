using Fibril.Platform.Data;
using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Fibril.Standards.Fhir;

/// <summary>Reading over the wire leaves the same trace in the journal as opening a page.</summary>
public sealed class FhirViews(ClinicDb db, Caller caller)
{
    public Task NoteAsync(Resource shown, CancellationToken stop) => NoteAsync([shown], stop);

    public async Task NoteAsync(IReadOnlyList<Resource> shown, CancellationToken stop)
    {
        foreach (var person in shown.Select(PersonOf).OfType<Guid>().Distinct())
        {
            db.NoteView(person);
        }

        if (shown.Any(r => PersonOf(r) is not null))
        {
            await db.SaveAsync(caller.Act($"read {shown[0].TypeName} over FHIR"), stop);
        }
    }

    private static Guid? PersonOf(Resource resource)
    {
        var id = resource is Patient
            ? resource.Id
            : resource.EnumerateElements().Select(e => e.Value).OfType<ResourceReference>().Select(r => r.Reference)
                .FirstOrDefault(r => r?.StartsWith("Patient/", StringComparison.Ordinal) == true)?["Patient/".Length..];
        return Guid.TryParse(id, out var person) ? person : null;
    }
}
