using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Data;

/// <summary>One field in the version that was about to be saved and in the one that is saved.</summary>
public sealed record Difference(string Field, string? Mine, string? Theirs);

/// <summary>Somebody else saved the same record first. Nothing of ours was written; both versions are here to compare.</summary>
public sealed class LostRaceException(string record, IReadOnlyList<Difference> differences)
    : Exception("Somebody else changed this record in between.")
{
    public string Record { get; } = record;

    public IReadOnlyList<Difference> Differences { get; } = differences;

    internal static async Task<LostRaceException> FromAsync(DbUpdateConcurrencyException error, CancellationToken stop)
    {
        var entry = error.Entries[0];
        var saved = await entry.GetDatabaseValuesAsync(stop);
        var differences = entry.Properties
            .Where(p => p.Metadata.Name != nameof(ClinicRow.Version))
            .Select(p => new Difference(p.Metadata.Name, Text(p.CurrentValue), Text(saved?[p.Metadata])))
            .Where(d => d.Mine != d.Theirs);
        return new(entry.Metadata.ClrType.Name, [.. differences]);
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
