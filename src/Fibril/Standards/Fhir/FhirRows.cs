using Fibril.Platform.Data;
using Hl7.Fhir.Model;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Standards.Fhir;

/// <summary>Resources made of the rows of one table: found by id, listed for one patient.</summary>
public static class FhirRows
{
    /// <summary>A row is one resource under the row's id, or none yet.</summary>
    /// <param name="ofPatient">The rows of one patient, in their order.</param>
    public static FhirResource Of<TRow>(string type, string policy, Func<IQueryable<TRow>, Guid, IQueryable<TRow>> ofPatient, Func<TRow, Resource?> map) where TRow : ClinicRow => new(
        type,
        policy,
        async (services, id, stop) => await Rows<TRow>(services).FirstOrDefaultAsync(r => r.Id == id, stop) is { } row ? map(row) : null,
        async (services, patient, stop) => [.. (await ofPatient(Rows<TRow>(services), patient).ToListAsync(stop)).Select(map).OfType<Resource>()]);

    /// <summary>A row is several resources, each with an id of its own.</summary>
    /// <param name="rowsOf">Ids of the rows that a resource's id may come from; none when the resource cannot be read alone.</param>
    public static FhirResource Parts<TRow>(
        string type, string policy, Func<Guid, IEnumerable<Guid>> rowsOf, Func<IQueryable<TRow>, Guid, IQueryable<TRow>> ofPatient, Func<TRow, IEnumerable<Resource>> map) where TRow : ClinicRow => new(
        type,
        policy,
        async (services, id, stop) =>
        {
            var possible = rowsOf(id).ToList();
            var rows = possible.Count == 0 ? [] : await Rows<TRow>(services).Where(r => possible.Contains(r.Id)).ToListAsync(stop);
            return rows.SelectMany(map).FirstOrDefault(r => r.Id == id.ToString());
        },
        async (services, patient, stop) => [.. (await ofPatient(Rows<TRow>(services), patient).ToListAsync(stop)).SelectMany(map)]);

    private static IQueryable<TRow> Rows<TRow>(IServiceProvider services) where TRow : ClinicRow => services.GetRequiredService<ClinicDb>().Set<TRow>().AsNoTracking();
}
