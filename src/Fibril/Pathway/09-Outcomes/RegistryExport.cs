using Fibril.Platform.Data;

namespace Fibril.Pathway.Outcomes;

/// <summary>That de-identified rows left the clinic: who gave them out, how many, and the hash by which a file is known again.</summary>
public sealed class RegistryExport : ClinicRow
{
    public required DateTime ExportedAt { get; init; }

    public required string ExportedByName { get; init; }

    public required int Courses { get; init; }

    /// <summary>Values that were replaced, since too few shared them.</summary>
    public required int MergedValues { get; init; }

    /// <summary>"csv", "parquet" or both.</summary>
    public required string Formats { get; init; }

    /// <summary>SHA-256 of the rows, whatever the format.</summary>
    public required string Hash { get; init; }
}
