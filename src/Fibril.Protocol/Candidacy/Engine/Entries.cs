using System.Collections.Frozen;

namespace Fibril.Protocol;

/// <summary>A word of the vocabulary as the engine needs it.</summary>
internal sealed class Entry<T>(T value, int index) where T : VocabularyEntry
{
    /// <summary>The word.</summary>
    public readonly T Value = value;

    /// <summary>Its name as a sentence begins with it.</summary>
    public readonly string Name = char.ToUpperInvariant(value.Name[0]) + value.Name[1..];

    /// <summary>Its place among its kind.</summary>
    public readonly int Index = index;

    /// <summary>Rules that can fire on it.</summary>
    public RuleSet Rules;

    /// <summary>Questions it answers: whatever its state, or of a condition active, past, in the family.</summary>
    public readonly ulong[] Answers = new ulong[3];
}

/// <summary>All words of one kind.</summary>
internal sealed class Entries<T> where T : VocabularyEntry
{
    private readonly FrozenDictionary<string, Entry<T>> byId;

    public Entries(IReadOnlyList<T> words)
    {
        All = [.. words.Select((word, index) => new Entry<T>(word, index))];
        byId = All.ToFrozenDictionary(e => e.Value.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Entry<T>> All { get; }

    /// <summary>The word.</summary>
    /// <exception cref="ProtocolException">The pack does not know it; the message names the nearest.</exception>
    public Entry<T> this[string id] =>
        byId.TryGetValue(id, out var entry) ? entry : throw new ProtocolException($"'{id}' is not in the vocabulary{Spelling.Hint(id, byId.Keys)}.");

    /// <summary>Which words are meant: these ids; all; or, without ids, those that name the rule.</summary>
    /// <exception cref="ProtocolException">An id is not known.</exception>
    public bool[] Wanted(Rule rule, IReadOnlyList<string> ids)
    {
        foreach (var id in ids.Where(id => id != Rule.Every))
        {
            _ = this[id];
        }

        bool[] wanted = [.. All.Select(e => rule.Means(e.Value, ids))];
        return wanted.Contains(true) ? wanted : throw new ProtocolException($"no word of the vocabulary names {rule.Id}; add it there, or name ids with 'of'.");
    }
}

/// <summary>One measurement among those that measure the same, of which the latest day counts.</summary>
internal sealed record MeasurementIndex(int Index, bool[] Group);

/// <summary>A zone as the engine needs it.</summary>
internal sealed class ZoneEntry(Zone zone, int index)
{
    /// <summary>The zone.</summary>
    public readonly Zone Zone = zone;

    /// <summary>Its bit among all zones of the pack.</summary>
    public readonly ulong Bit = 1UL << index;

    /// <summary>True where nobody may needle.</summary>
    public readonly bool IsProhibited = zone.IsProhibited;
}
