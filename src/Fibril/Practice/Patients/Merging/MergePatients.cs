using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Merging;

/// <summary>Two records of one person become one: every row moves to the one that stands, its blanks are filled, and it is written down how to part them again.</summary>
public sealed class MergePatients(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Keep: choose the record that stays.")]
        public string? KeepId { get; set; }

        [Required(ErrorMessage = "Reason: say how you know that it is one person.")]
        [StringLength(300)]
        public string? Reason { get; set; }
    }

    /// <summary>What the record that stands takes from the other where it has nothing.</summary>
    private static readonly string[] Fillable =
    [
        nameof(Patient.GivenName), nameof(Patient.FamilyName), nameof(Patient.Sex), nameof(Patient.Phone), nameof(Patient.Email), nameof(Patient.Address),
        nameof(Patient.EmergencyContact), nameof(Patient.Prescriber), nameof(Patient.WeightKg), nameof(Patient.Phototype), nameof(Patient.DiedAt),
    ];

    /// <exception cref="NotHereException">One of the two is not in this clinic.</exception>
    public async Task<FormResult> Handle(Guid survivorId, Guid otherId, string reason, CancellationToken stop = default)
    {
        var survivor = await db.Patients.OneAsync(p => p.Id == survivorId, stop);
        var other = await db.Patients.OneAsync(p => p.Id == otherId, stop);
        var decision = MergeRules.MayMerge(survivor, other);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var merge = new PatientMerge
        {
            SurvivorId = survivorId,
            OtherId = otherId,
            MergedAt = caller.Now,
            MergedByName = caller.Who.Name,
            Reason = reason,
            Moved = await MoveAsync(survivorId, otherId, stop),
            Filled = [.. Fill(survivor, other)],
        };
        other.MergedIntoId = survivorId;
        db.Add(merge);
        await db.SaveAsync(caller.Act("merge patients", reason, survivorId), stop);
        return FormResult.Go($"/staff/patients/{survivorId}");
    }

    private async Task<List<MovedRow>> MoveAsync(Guid survivorId, Guid otherId, CancellationToken stop)
    {
        var rows = new PatientRows(db);
        var standing = await rows.OfAsync(survivorId, stop);
        var moved = new List<MovedRow>();
        foreach (var row in await rows.OfAsync(otherId, stop))
        {
            var type = db.Entry(row).Metadata;
            if (PatientRows.NumberOf(type) is { } field)
            {
                var number = db.Entry(row).Property(field);
                moved.Add(new(type.ClrType.Name, row.Id, field, (int)number.CurrentValue!));
                number.CurrentValue = Next(standing.Where(s => s.GetType() == row.GetType()), field);
                standing = [.. standing, row];
            }
            else
            {
                moved.Add(new(type.ClrType.Name, row.Id));
            }

            rows.Repoint(row, survivorId);
        }

        return moved;
    }

    private int Next(IEnumerable<ClinicRow> rows, string field) => rows.Select(r => (int)db.Entry(r).Property(field).CurrentValue!).DefaultIfEmpty(0).Max() + 1;

    private IEnumerable<FilledField> Fill(Patient survivor, Patient other)
    {
        foreach (var field in Fillable)
        {
            var (ours, theirs) = (db.Entry(survivor).Property(field), db.Entry(other).Property(field));
            if (IsBlank(ours.CurrentValue) && !IsBlank(theirs.CurrentValue))
            {
                yield return new(field, JsonSerializer.Serialize(ours.CurrentValue, Columns.Json), JsonSerializer.Serialize(theirs.CurrentValue, Columns.Json));
                ours.CurrentValue = theirs.CurrentValue;
            }
        }

        if (other.Identifiers.Except(survivor.Identifiers).Any())
        {
            List<OtherIdentifier> all = [.. survivor.Identifiers.Union(other.Identifiers)];
            yield return new(nameof(Patient.Identifiers), JsonSerializer.Serialize(survivor.Identifiers, Columns.Json), JsonSerializer.Serialize(all, Columns.Json));
            survivor.Identifiers = all;
        }
    }

    private static bool IsBlank(object? value) => value is null or "" or Sex.Unknown;
}
