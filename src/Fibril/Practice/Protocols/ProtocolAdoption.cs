using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>The clinic's recorded decision to work by one version of the protocol, with its own changes. A newer one takes its place; none is ever rewritten.</summary>
public sealed class ProtocolAdoption : ClinicRow
{
    /// <summary>1, 2, 3 …: two people who sign at once cannot both follow the same one.</summary>
    public required int Number { get; init; }

    public required string ProtocolId { get; init; }

    public required string ProtocolVersion { get; init; }

    /// <summary>Of the published protocol, without the changes.</summary>
    public required string Hash { get; init; }

    public required DateTime AdoptedAt { get; init; }

    public required Guid AdoptedBy { get; init; }

    public required string AdoptedByName { get; init; }

    public string Note { get; init; } = "";

    /// <summary>What the clinic changes of the rules, as the pack's <c>clinic.yaml</c>; empty = nothing.</summary>
    public string Changes { get; init; } = "";

    /// <summary>The same, read.</summary>
    public IReadOnlyList<RuleChange> RuleChanges => Changes.Length == 0 ? [] : ClinicChanges.Read(Changes).Changes;
}
