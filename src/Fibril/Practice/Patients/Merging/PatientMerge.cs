using Fibril.Platform.Data;

namespace Fibril.Practice.Patients.Merging;

/// <summary>One row that was put under the surviving record, with what its number was before.</summary>
/// <param name="Table">Name of its kind: "Course".</param>
/// <param name="NumberField">Field that had to be counted on because the person already had such a number; null when none.</param>
public sealed record MovedRow(string Table, Guid Id, string? NumberField = null, int? NumberBefore = null);

/// <summary>One field of the surviving record that the merge filled, and what stood there before and after, as JSON.</summary>
public sealed record FilledField(string Name, string Before, string After);

/// <summary>Two records of one person made one. Everything needed to part them again exactly.</summary>
public sealed class PatientMerge : ClinicRow, IAboutPerson
{
    public required Guid SurvivorId { get; init; }

    public required Guid OtherId { get; init; }

    public required DateTime MergedAt { get; init; }

    public required string MergedByName { get; init; }

    public required string Reason { get; init; }

    public required List<MovedRow> Moved { get; init; }

    public required List<FilledField> Filled { get; init; }

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneByName { get; private set; }

    public string? UndoneReason { get; private set; }

    Guid IAboutPerson.PersonId => SurvivorId;

    public void Undo(string reason, string by, DateTime now) => (UndoneReason, UndoneByName, UndoneAt) = (reason, by, now);
}
