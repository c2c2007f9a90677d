using System.Reflection;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fibril.Practice.Patients.Merging;

/// <summary>Every row about one person, of whatever stage: found through the model, so that nothing has to be told about a new table.</summary>
internal sealed class PatientRows(ClinicDb db)
{
    private const string Key = "PatientId";

    private static readonly MethodInfo Loader = typeof(PatientRows).GetMethod(nameof(LoadAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private IEnumerable<IEntityType> Types =>
        db.Model.GetEntityTypes().Where(t => typeof(ClinicRow).IsAssignableFrom(t.ClrType) && t.FindProperty(Key) is not null).OrderBy(t => t.Name, StringComparer.Ordinal);

    public async Task<IReadOnlyList<ClinicRow>> OfAsync(Guid patientId, CancellationToken stop)
    {
        var rows = new List<ClinicRow>();
        foreach (var type in Types)
        {
            rows.AddRange(await (Task<List<ClinicRow>>)Loader.MakeGenericMethod(type.ClrType).Invoke(this, [patientId, stop])!);
        }

        return rows;
    }

    /// <summary>A number that is unique within one person's rows, such as a course's; null when the kind has none.</summary>
    public static string? NumberOf(IEntityType type) =>
        type.GetIndexes()
            .Where(i => i.IsUnique && i.Properties.Any(p => p.Name == Key))
            .Select(i => i.Properties.Where(p => p.Name is not (Key or nameof(ClinicRow.ClinicId))).ToList())
            .Where(rest => rest is [{ ClrType: var only }] && only == typeof(int))
            .Select(rest => rest[0].Name)
            .FirstOrDefault();

    public void Repoint(ClinicRow row, Guid patientId) => db.Entry(row).Property(Key).CurrentValue = patientId;

    public Guid? OwnerOf(ClinicRow row) => (Guid?)db.Entry(row).Property(Key).CurrentValue;

    private async Task<List<ClinicRow>> LoadAsync<T>(Guid patientId, CancellationToken stop) where T : ClinicRow
    {
        var rows = db.Model.FindEntityType(typeof(T))!.FindProperty(Key)!.ClrType == typeof(Guid)
            ? db.Set<T>().Where(r => EF.Property<Guid>(r, Key) == patientId)
            : db.Set<T>().Where(r => EF.Property<Guid?>(r, Key) == patientId);
        return [.. await rows.OrderBy(r => r.Id).ToListAsync(stop)];
    }
}

/// <summary>The ids under which one person's past may be filed: the record itself and those merged into it.</summary>
public static class PersonIds
{
    public static async Task<IReadOnlyList<Guid>> OfAsync(ClinicDb db, Guid patientId, CancellationToken stop = default)
    {
        List<Guid> all = [patientId];
        for (var i = 0; i < all.Count; i++)
        {
            var into = all[i];
            all.AddRange(await db.Patients.Where(p => p.MergedIntoId == into && !all.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop));
        }

        return all;
    }
}
