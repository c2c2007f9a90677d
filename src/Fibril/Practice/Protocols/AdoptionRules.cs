using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>A change of the clinic that does not hold any more.</summary>
/// <param name="Why">What is in its way.</param>
public sealed record LapsedChange(RuleChange Change, string Why);

/// <summary>Which of a clinic's changes hold on the published protocol. Pure.</summary>
public static class AdoptionRules
{
    /// <summary>
    /// What is stricter goes on with a newer version as long as it is still stricter. What is switched off comes back on until
    /// somebody has read the newer version: fail closed.
    /// </summary>
    public static (IReadOnlyList<RuleChange> Holding, IReadOnlyList<LapsedChange> Lapsed) Sort(ProtocolPack published, ProtocolAdoption? adoption)
    {
        List<RuleChange> holding = [];
        List<LapsedChange> lapsed = [];
        foreach (var change in adoption?.RuleChanges ?? [])
        {
            if (Problem(published, change, adoption!.Hash) is { } why)
            {
                lapsed.Add(new(change, why));
            }

            if (Remaining(published, change, adoption.Hash) is { } left)
            {
                holding.Add(left);
            }
        }

        return (holding, lapsed);
    }

    /// <summary>The changes with this one in place of the former one of the same rule; null = the rule as published.</summary>
    public static IReadOnlyList<RuleChange> Replace(IReadOnlyList<RuleChange> changes, string rule, RuleChange? change) =>
        [.. changes.Where(c => c.Rule != rule), .. change is null ? Array.Empty<RuleChange>() : [change]];

    private static RuleChange? Remaining(ProtocolPack published, RuleChange change, string adopted) =>
        change.Off && adopted != published.Hash ? null : RuleChanges.Remaining(published, change);

    private static string? Problem(ProtocolPack published, RuleChange change, string adopted) =>
        RuleChanges.Problems(published, change) is [var problem, ..] ? problem
        : change.Off && adopted != published.Hash ? "the protocol is a newer version than the one it was switched off in; adopt it first."
        : null;
}
