using Fibril.Protocol;

namespace Fibril.Bench.Peers;

/// <summary>
/// The same rules and people through other engines. A peer is measured only when it fires exactly the rules that Fibril fires, for
/// each of the people. What is compared, and whom it favours: docs/adr/0009-peers.md.
/// </summary>
internal static class PeerBench
{
    /// <summary>Decisions a second of each peer, and how many times as many Fibril makes.</summary>
    /// <param name="ours">Decisions a second of Fibril on the same people.</param>
    public static async IAsyncEnumerable<Figure> RunAsync(double ours)
    {
        var input = PeerInput.Mixed();
        yield return new("screen.peer.answered-before", input.Clauses.Where(c => c.IsAnsweredBefore).DistinctBy(c => c.Rule).Count(), "rules");
        foreach (var peer in new IPeer[] { new RulesEnginePeer(false), new RulesEnginePeer(true), new JsonRulesEnginePeer() })
        {
            if (await TryAsync(peer, input) is { } rate)
            {
                yield return new($"screen.peer.{peer.Name}", rate, "decisions/s/core");
                yield return new($"screen.peer.{peer.Name}.ratio", ours / rate, "x", peer.Aim, MoreIsBetter: true);
            }
        }
    }

    /// <returns>Null when it cannot be measured; then it is said why, and the bench ends with 1.</returns>
    private static async Task<double?> TryAsync(IPeer peer, PeerInput input)
    {
        try
        {
            Check(peer.Name, await peer.FiredAsync(input));
            return await peer.RateAsync();
        }
        catch (PeerException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            Environment.ExitCode = 1;
            return null;
        }
    }

    private static void Check(string peer, IReadOnlyList<IReadOnlySet<string>> fired)
    {
        foreach (var (number, person) in People.Mixed().Index())
        {
            HashSet<string> ours = [.. Candidacy.Decide(ProtocolPack.Current, person).Findings.Select(f => f.Rule)];
            if (!ours.SetEquals(fired[number]))
            {
                throw new PeerException($"{peer} answers otherwise for person {number}, counted from 0: missing {Listed(ours.Except(fired[number]))}; too many {Listed(fired[number].Except(ours))}.");
            }
        }
    }

    private static string Listed(IEnumerable<string> rules) => string.Join(", ", rules.Order(StringComparer.Ordinal).DefaultIfEmpty("nothing"));
}
