using Fibril.Protocol;

namespace Fibril.Practice.Patients.Merging;

/// <summary>When two records may become one, and be parted again. Pure.</summary>
public static class MergeRules
{
    /// <summary>Two different records that both stand on their own (house rule).</summary>
    public static Decision MayMerge(Patient survivor, Patient other) => Decision.From(
    [
        .. If(survivor.Id == other.Id, "merge-self", "This is the same record. Choose the other one."),
        .. If(survivor.MergedIntoId is not null || other.MergedIntoId is not null, "merge-merged", "One of the two was merged before. Open the record that stands and start there."),
    ]);

    /// <summary>Merges are undone in the reverse order, so that each finds what it left (house rule).</summary>
    public static Decision MayUndo(PatientMerge merge, Patient survivor, bool laterMergeStands) => Decision.From(
    [
        .. If(merge.UndoneAt is not null, "merge-undone", "This merge was undone already."),
        .. If(survivor.MergedIntoId is not null, "merge-moved-on", "The record was itself merged into another since. Undo that merge first."),
        .. If(laterMergeStands, "merge-later", "A later merge into this record still stands. Undo that one first."),
    ]);

    private static IEnumerable<Reason> If(bool holds, string code, string sentence) => holds ? [new(code, sentence, "clinic")] : [];
}
