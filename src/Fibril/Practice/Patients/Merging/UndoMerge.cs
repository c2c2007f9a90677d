using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Merging;

/// <summary>Parts two merged records: every row goes back, every filled field is as it was. What was written since the merge stays with the record it was written in.</summary>
public sealed class UndoMerge(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Reason: say why these are two people.")]
        [StringLength(300)]
        public string? Reason { get; set; }
    }

    /// <exception cref="NotHereException">No such merge in this clinic.</exception>
    public async Task<FormResult> Handle(Guid mergeId, string reason, CancellationToken stop = default)
    {
        var merge = await db.PatientMerges.OneAsync(m => m.Id == mergeId, stop);
        var survivor = await db.Patients.OneAsync(p => p.Id == merge.SurvivorId, stop);
        var later = await db.PatientMerges.AnyAsync(m => m.SurvivorId == merge.SurvivorId && m.UndoneAt == null && m.Id != merge.Id && m.MergedAt > merge.MergedAt, stop);
        var decision = MergeRules.MayUndo(merge, survivor, later);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        await MoveBackAsync(merge, stop);
        Empty(merge, survivor);
        (await db.Patients.OneAsync(p => p.Id == merge.OtherId, stop)).MergedIntoId = null;
        merge.Undo(reason, caller.Who.Name, caller.Now);
        await db.SaveAsync(caller.Act("undo merge of patients", reason, merge.SurvivorId), stop);
        return FormResult.Go($"/staff/patients/{merge.OtherId}");
    }

    private async Task MoveBackAsync(PatientMerge merge, CancellationToken stop)
    {
        var rows = new PatientRows(db);
        var here = (await rows.OfAsync(merge.SurvivorId, stop)).ToDictionary(r => (db.Entry(r).Metadata.ClrType.Name, r.Id));
        foreach (var moved in merge.Moved)
        {
            if (!here.TryGetValue((moved.Table, moved.Id), out var row))
            {
                continue; // taken back by the stage itself since, such as an expired hold
            }

            rows.Repoint(row, merge.OtherId);
            if (moved.NumberField is not null)
            {
                db.Entry(row).Property(moved.NumberField).CurrentValue = moved.NumberBefore;
            }
        }
    }

    /// <summary>A field that somebody has corrected since is nobody's leftover: it stays.</summary>
    private void Empty(PatientMerge merge, Patient survivor)
    {
        foreach (var filled in merge.Filled)
        {
            var property = db.Entry(survivor).Property(filled.Name);
            if (JsonSerializer.Serialize(property.CurrentValue, Columns.Json) == filled.After)
            {
                property.CurrentValue = JsonSerializer.Deserialize(filled.Before, property.Metadata.ClrType, Columns.Json);
            }
        }
    }
}
