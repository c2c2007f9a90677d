using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Imports;

/// <summary>What a reviewer decided about one file.</summary>
/// <param name="Take">True = into the record, false = left out for good; null = later.</param>
/// <param name="AsPatientId">It is this person of ours.</param>
/// <param name="AsNew">It is nobody of ours, whatever it looks like.</param>
/// <param name="Theirs">Fields in which the chart's word counts.</param>
/// <param name="Seen">Fingerprint of what the reviewer looked at.</param>
public sealed record FileDecision(Guid FileId, bool? Take, Guid? AsPatientId, bool AsNew, IReadOnlySet<string> Theirs, string Seen);

/// <summary>Carries out a review. If a record changed since the reviewer looked, nothing is written and it is looked at again.</summary>
public sealed class CommitImport(ClinicDb db, Caller caller, ReviewImport review, CompareChart compare)
{
    /// <exception cref="NotHereException">No such batch in this clinic.</exception>
    public async Task<FormResult> Handle(Guid batchId, IReadOnlyList<FileDecision> decisions, CancellationToken stop = default)
    {
        var batch = await db.ImportBatches.OneAsync(b => b.Id == batchId, stop);
        var files = (await review.Handle(batchId, stop)).ToDictionary(f => f.File.Id);
        var decided = decisions.Where(d => d.Take is not null).ToList();
        var allowed = MayCommit(decided, files);
        if (!allowed.IsAllowed)
        {
            return FormResult.Refuse(allowed);
        }

        foreach (var decision in decided)
        {
            await CarryOutAsync(files[decision.FileId], decision, stop);
        }

        if (!await db.ImportedFiles.AnyAsync(f => f.BatchId == batchId && f.Outcome == null, stop))
        {
            batch.Close(BatchState.Done, caller.Who.Name, caller.Now);
            await db.SaveAsync(caller.Act("finish import"), stop);
        }

        return FormResult.Go($"/staff/patients/import/{batchId}");
    }

    private static Decision MayCommit(List<FileDecision> decided, Dictionary<Guid, ReviewedFile> files) => Decision.From(
    [
        .. decided.Count == 0 ? [new Reason("import-undecided", "Nothing was decided. Choose “Take in” or “Leave out” for at least one person.", "clinic")] : Array.Empty<Reason>(),
        .. decided.Where(d => !files.TryGetValue(d.FileId, out var file) || file.Comparison.Fingerprint != d.Seen)
            .Select(d => new Reason("import-changed", $"{files.GetValueOrDefault(d.FileId)?.File.Name ?? "A file"}: the record changed since you looked. Nothing was written; look at it again below.", "clinic")),
        .. decided.Where(d => d.Take == true && files.TryGetValue(d.FileId, out var file) && !file.Comparison.Chart.CanBeTaken)
            .Select(d => new Reason("import-unreadable", $"{files[d.FileId].File.Name} cannot be taken in: {files[d.FileId].Comparison.Chart.Problems.FirstOrDefault(p => p.Severity == Severity.Stop)?.Sentence}", "clinic")),
    ]);

    private async Task CarryOutAsync(ReviewedFile reviewed, FileDecision decision, CancellationToken stop)
    {
        if (decision.Take != true)
        {
            reviewed.File.Decide("left out", null);
            await db.SaveAsync(caller.Act("leave chart out", reviewed.File.Name), stop);
            return;
        }

        // Once more: a file before this one may have brought the same person.
        var comparison = await compare.Handle(reviewed.Comparison.Chart, decision.AsPatientId, decision.AsNew, stop);
        var standing = comparison.Standing;
        var patient = standing == Standing.Same ? comparison.Ours! : ChartWriter.Write(db, comparison, decision.Theirs, caller.Now);
        reviewed.File.Decide(Words.Of(standing).ToLowerInvariant(), patient.Id);
        await db.SaveAsync(caller.Act("import chart", reviewed.File.Name, patient.Id), stop);
    }
}

/// <summary>Throws an upload away; nothing of it was in anybody's record.</summary>
public sealed class DiscardImport(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such batch in this clinic.</exception>
    public async Task<FormResult> Handle(Guid batchId, CancellationToken stop = default)
    {
        var batch = await db.ImportBatches.OneAsync(b => b.Id == batchId, stop);
        if (batch.State != BatchState.Waiting)
        {
            return FormResult.Refuse("import-closed", "This import is finished already.");
        }

        foreach (var file in await db.ImportedFiles.Where(f => f.BatchId == batchId && f.Outcome == null).ToListAsync(stop))
        {
            file.Decide("left out", null);
        }

        batch.Close(BatchState.Discarded, caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("discard import"), stop);
        return FormResult.Go("/staff/patients/import");
    }
}
