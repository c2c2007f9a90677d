#pragma warning disable EF1002 // the only names put into these statements are tables of our own model
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Takes the demo clinic away, every row and file of it, and counts what is left.</summary>
public sealed class RemoveDemo(ClinicDb db, Settings settings)
{
    /// <param name="Rows">Rows removed, by table; in a dry run those that would be.</param>
    /// <param name="Left">Rows of the demo clinic that are still there: none, or the removal failed or was a dry run.</param>
    public sealed record Answer(IReadOnlyDictionary<string, int> Rows, int Left);

    /// <param name="dryRun">Counts what would go and removes nothing.</param>
    /// <returns>Null when there is no demo clinic.</returns>
    public async Task<Answer?> Handle(bool dryRun = false, CancellationToken stop = default)
    {
        var clinic = await db.Clinics.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(c => c.IsDemo, stop);
        if (clinic is null)
        {
            return null;
        }

        var accounts = await db.StaffMembers.IgnoreQueryFilters().Where(s => s.ClinicId == clinic.ClinicId && s.AccountId != null).Select(s => s.AccountId!.Value).ToListAsync(stop);
        if (dryRun)
        {
            var standing = await CountAsync(clinic.ClinicId, stop);
            standing["accounts"] = accounts.Count;
            standing["files"] = Files(clinic.ClinicId).Count + Mails().Count;
            return new(standing, standing.Values.Sum());
        }

        var files = Files(clinic.ClinicId);
        Dictionary<string, int> rows = [];
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            foreach (var table in Tables())
            {
                rows[table] = await db.Database.ExecuteSqlRawAsync($"delete from {table} where clinic_id = {{0}}", [clinic.ClinicId], stop);
            }

            rows["accounts"] = await db.Set<Account>().Where(a => accounts.Contains(a.Id)).ExecuteDeleteAsync(stop);
            await transaction.CommitAsync(stop);
        }

        rows["files"] = Delete(files) + Delete(Mails());
        return new(rows, (await CountAsync(clinic.ClinicId, stop)).Values.Sum());
    }

    /// <summary>Tables with a clinic's rows, those that point before those that are pointed at.</summary>
    private IEnumerable<string> Tables()
    {
        var types = db.Model.GetEntityTypes().Where(t => t.FindProperty(nameof(IClinicOwned.ClinicId)) is not null).ToList();
        HashSet<IEntityType> done = [];
        while (done.Count < types.Count)
        {
            var free = types.Where(t => !done.Contains(t) && t.GetReferencingForeignKeys().All(k => k.DeclaringEntityType == t || done.Contains(k.DeclaringEntityType))).ToList();
            foreach (var type in free)
            {
                done.Add(type);
                yield return type.GetTableName()!;
            }
        }
    }

    private async Task<Dictionary<string, int>> CountAsync(Guid clinicId, CancellationToken stop)
    {
        Dictionary<string, int> rows = [];
        foreach (var table in Tables())
        {
            rows[table] = await db.Database.SqlQueryRaw<int>($"select cast(count(*) as integer) as \"Value\" from {table} where clinic_id = {{0}}", clinicId).SingleAsync(stop);
        }

        return rows;
    }

    private List<string> Files(Guid clinicId)
    {
        var folder = Path.Combine(settings.DataDirectory, "files", clinicId.ToString());
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)] : [];
    }

    private List<string> Mails()
    {
        var folder = Path.Combine(settings.DataDirectory, "mail");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Where(f => File.ReadAllText(f).Contains("@demo.example", StringComparison.Ordinal))] : [];
    }

    private static int Delete(List<string> files)
    {
        files.ForEach(File.Delete);
        return files.Count;
    }
}
