using Fibril.Platform.Data;

namespace Fibril.Practice.Protocols;

/// <summary>The clinic's recorded decision to work by one version of the protocol.</summary>
public sealed class ProtocolAdoption : ClinicRow
{
    public required string ProtocolId { get; init; }

    public required string ProtocolVersion { get; init; }

    public required string Hash { get; init; }

    public required DateTime AdoptedAt { get; init; }

    public required Guid AdoptedBy { get; init; }

    public required string AdoptedByName { get; init; }

    public string Note { get; init; } = "";
}
