using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;

namespace Fibril.Platform.Journal;

public enum JournalKind
{
    Write,
    View,
}

/// <summary>One line of a clinic's journal: who did or saw what, when and why. Each carries the hash of the one before.</summary>
public sealed class JournalEntry : IClinicOwned
{
    public required Guid ClinicId { get; init; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }

    public required JournalKind Kind { get; init; }

    public required DateTime At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Verb { get; init; }

    public string? Why { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>What changed, as JSON: one object per row with old and new values. Empty list for a view.</summary>
    public required string Changes { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; private set; } = "";

    /// <summary>Made with a key outside the database: whoever can only write rows can compute the hash, but not this.</summary>
    public string Seal { get; private set; } = "";

    public JournalEntry Sealed(JournalKey key)
    {
        Hash = ComputeHash();
        Seal = key.Of(this);
        return this;
    }

    /// <summary>SHA-256 over every field, each preceded by its length so that no two entries can spell the same text.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        object?[] fields =
        [
            ClinicId, Sequence, Kind, At.Ticks, ActorKind, ActorId, ActorName, Verb, Why, PersonId, Changes, PreviousHash,
        ];
        foreach (var field in fields.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture) ?? ""))
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Number and hash of the last entry, so that a cut-off tail shows, sealed so that a rewritten one shows too.</summary>
public sealed class JournalHead : IClinicOwned
{
    public required Guid ClinicId { get; init; }

    public long Sequence { get; set; }

    public string Hash { get; set; } = "";

    public string Seal { get; set; } = "";

    /// <summary>Moves on to a new last entry. A head that was not sealed by us stays so: the next entry must not hide a forgery.</summary>
    public void MoveTo(JournalEntry entry, JournalKey key)
    {
        var ours = Sequence == 0 || Seal == key.Of(this);
        (Sequence, Hash) = (entry.Sequence, entry.Hash);
        Seal = ours ? key.Of(this) : Seal;
    }
}
