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

    public JournalEntry Sealed()
    {
        Hash = ComputeHash();
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

/// <summary>Number and hash of the last entry, so that a cut-off tail shows.</summary>
public sealed class JournalHead : IClinicOwned
{
    public required Guid ClinicId { get; init; }

    public long Sequence { get; set; }

    public string Hash { get; set; } = "";
}
