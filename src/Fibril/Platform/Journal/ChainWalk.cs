namespace Fibril.Platform.Journal;

/// <summary>Walks one clinic's chain, an entry at a time, and says what does not hold.</summary>
public sealed class ChainWalk(Guid clinicId, JournalKey key)
{
    private long last;
    private string lastHash = "";

    /// <summary>Number of the last entry that was stepped over.</summary>
    public long Last => last;

    public IEnumerable<JournalFault> Step(JournalEntry entry)
    {
        if (Gap(entry.Sequence) is { } gap)
        {
            yield return gap;
        }
        else if (entry.PreviousHash != lastHash)
        {
            yield return Fault(entry.Sequence, JournalProblem.Unlinked, $"Entry {entry.Sequence} does not follow entry {last}: one of the two was put in, exchanged or written anew.");
        }

        if (entry.Hash != entry.ComputeHash())
        {
            yield return Fault(entry.Sequence, JournalProblem.Changed, $"Entry {entry.Sequence} was changed after it was written.");
        }
        else if (entry.Seal != key.Of(entry))
        {
            yield return Fault(entry.Sequence, JournalProblem.Forged, $"Entry {entry.Sequence} was not written by this installation: its seal was made without the key.");
        }

        (last, lastHash) = (entry.Sequence, entry.Hash);
    }

    /// <summary>The entry is there but cannot be read back: a field holds what was never written there.</summary>
    public IEnumerable<JournalFault> Skip(long sequence, string? hash)
    {
        if (Gap(sequence) is { } gap)
        {
            yield return gap;
        }

        yield return Fault(sequence, JournalProblem.Unreadable, $"Entry {sequence} cannot be read: it was changed after it was written.");
        (last, lastHash) = (sequence, hash ?? "");
    }

    public IEnumerable<JournalFault> End(JournalHead? head)
    {
        if (head is null)
        {
            yield return Fault(last + 1, JournalProblem.Head, last == 0 ? "The whole journal of this clinic is missing." : "The record of the journal's end is missing.");
            yield break;
        }

        if (head.Seal != key.Of(head))
        {
            yield return Fault(head.Sequence, JournalProblem.Head, "The record of the journal's end was changed: its seal does not match.");
        }

        if (head.Sequence > last)
        {
            yield return Fault(last + 1, JournalProblem.Missing, $"{Range(last + 1, head.Sequence)} missing at the end.");
        }
        else if (head.Sequence < last)
        {
            yield return Fault(head.Sequence + 1, JournalProblem.Surplus, $"The journal ended with entry {head.Sequence}, but there are entries up to {last}.");
        }
        else if (head.Hash != lastHash)
        {
            yield return Fault(last, JournalProblem.Head, $"Entry {last} is not the one that the journal ended with.");
        }
    }

    private JournalFault? Gap(long sequence) =>
        sequence > last + 1 ? Fault(last + 1, JournalProblem.Missing, $"{Range(last + 1, sequence - 1)} missing.")
        : sequence < 1 ? Fault(sequence, JournalProblem.Surplus, $"There is an entry {sequence}; numbers begin with 1.")
        : null;

    private static string Range(long from, long to) => from == to ? $"Entry {from} is" : $"Entries {from} to {to} are";

    private JournalFault Fault(long sequence, JournalProblem problem, string sentence) => new(clinicId, sequence, problem, sentence);
}
