namespace Fibril.Platform.Journal;

/// <summary>What is wrong at one place. Which field of an entry was touched cannot be told; that the entry was touched can.</summary>
public enum JournalProblem
{
    /// <summary>The entry no longer matches its own hash.</summary>
    Changed,

    /// <summary>The hash matches, but the seal does not: rewritten by somebody without the key.</summary>
    Forged,

    /// <summary>The entry does not follow the one before it.</summary>
    Unlinked,

    /// <summary>Entries are not there.</summary>
    Missing,

    /// <summary>An entry stands where the journal never came to.</summary>
    Surplus,

    /// <summary>The entry cannot even be read.</summary>
    Unreadable,

    /// <summary>The record of the journal's end is not the one that was sealed.</summary>
    Head,
}

/// <param name="Sequence">Number of the entry; for missing ones, the first that is missing.</param>
/// <param name="Sentence">What was found, in words.</param>
public sealed record JournalFault(Guid ClinicId, long Sequence, JournalProblem Problem, string Sentence);

/// <param name="Faults">In order of place; at most <see cref="MaxFaults"/>.</param>
public sealed record JournalReport(int Clinics, long Entries, IReadOnlyList<JournalFault> Faults)
{
    public const int MaxFaults = 200;

    public bool IsIntact => Faults.Count == 0;
}
