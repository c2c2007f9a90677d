namespace Fibril.Bench.Peers;

/// <summary>Another rule engine that is given the same rules and the same people.</summary>
internal interface IPeer
{
    /// <summary>Its name in the figures.</summary>
    string Name { get; }

    /// <summary>How many times as many decisions Fibril should make; null = shown without an aim.</summary>
    double? Aim { get; }

    /// <summary>Ids of the rules that fire, for each person.</summary>
    /// <exception cref="PeerException">It cannot be had here.</exception>
    Task<IReadOnlyList<IReadOnlySet<string>>> FiredAsync(PeerInput input);

    /// <summary>Decisions a second on one core, over the first <see cref="PeerInput.Measured"/> people.</summary>
    Task<double> RateAsync();
}

/// <summary>What every peer is given.</summary>
/// <param name="Clauses">The rules, clause by clause.</param>
/// <param name="People">The people, in the order of the population.</param>
internal sealed record PeerInput(IReadOnlyList<FlatClause> Clauses, FlatPerson[] People)
{
    /// <summary>Peers are slow: their time is taken over the first people only, which were drawn like all others.</summary>
    public const int Measured = 1_000;

    /// <summary>The mixed people of the bench.</summary>
    public static PeerInput Mixed()
    {
        var flattening = new Flattening();
        return new(flattening.Clauses, [.. Bench.People.Mixed().Select(flattening.Of)]);
    }
}

/// <summary>A peer that cannot be measured; the message says why in one sentence.</summary>
internal sealed class PeerException(string message) : Exception(message);
