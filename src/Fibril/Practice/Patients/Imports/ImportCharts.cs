using Fibril.Platform.Data;

namespace Fibril.Practice.Patients.Imports;

/// <summary>Takes charts in without a reviewer, from the command line: only what nobody has to decide about goes in.</summary>
public sealed class ImportCharts(ClinicDb db, Caller caller, CompareChart compare)
{
    /// <param name="takeTheirs">Where the person's data differ, the chart's word counts. Otherwise such a chart waits for a reviewer.</param>
    public async Task<FileReport> Handle(string name, ReadOnlyMemory<byte> bytes, DateOnly today, bool dryRun, bool takeTheirs, CancellationToken stop = default)
    {
        var comparison = await compare.Handle(ChartReader.Read(name, bytes, today), stop: stop);
        if (!comparison.Chart.IsClean || (comparison.Conflicts.Any() && !takeTheirs))
        {
            return FileReport.Of(comparison, false);
        }

        if (!dryRun && comparison.Standing is (Standing.New or Standing.Different))
        {
            ChartWriter.Write(db, comparison, comparison.Conflicts.Select(c => c.Field).ToHashSet(StringComparer.Ordinal), caller.Now);
            await db.SaveAsync(caller.Act("import chart", name, comparison.Ours?.Id), stop);
        }

        db.ChangeTracker.Clear();
        return FileReport.Of(comparison, true);
    }
}
