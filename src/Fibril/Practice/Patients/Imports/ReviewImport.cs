using System.Text;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Imports;

/// <summary>One uploaded file beside what the clinic has.</summary>
public sealed record ReviewedFile(ImportedFile File, ChartComparison Comparison);

/// <summary>Reads the undecided files of a batch against the records as they are now.</summary>
public sealed class ReviewImport(ClinicDb db, Caller caller, CompareChart compare)
{
    /// <summary>Looked at together; the next come when these are decided.</summary>
    public const int AtOnce = 25;

    public async Task<IReadOnlyList<ReviewedFile>> Handle(Guid batchId, CancellationToken stop = default)
    {
        var today = (await db.Clinics.AsNoTracking().FirstAsync(stop)).DayOf(caller.Now);
        var files = await db.ImportedFiles.Where(f => f.BatchId == batchId && f.Outcome == null).OrderBy(f => f.Id).Take(AtOnce).ToListAsync(stop);
        var reviewed = new List<ReviewedFile>();
        foreach (var file in files)
        {
            reviewed.Add(new(file, await compare.Handle(ChartReader.Read(file.Name, Encoding.UTF8.GetBytes(file.Text), today), stop: stop)));
        }

        return reviewed;
    }
}
