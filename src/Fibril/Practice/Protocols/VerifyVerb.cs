using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Practice.Protocols.Proof;

namespace Fibril.Practice.Protocols;

/// <summary><c>fibril protocol verify</c>: what is proved about the rules, or the case that speaks against it.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var verify = new Command("verify", "Proves claims about all cases at once with Z3. Exit 0: proved, 1: a counterexample, or no solver.") { PackFolder.Option, CliOptions.Json };
        verify.SetAction((parsed, _) => VerifyAsync(parsed));
        return verify;
    }

    private static async Task<int> VerifyAsync(ParseResult parsed)
    {
        var (pack, problems) = PackFolder.Read(parsed.GetValue(PackFolder.Option)).Load();
        if (pack is null)
        {
            return await VerbAnswer.RefuseAsync(parsed, problems);
        }

        if (!Prover.CanRun)
        {
            await VerbAnswer.RefuseAsync(parsed, "The solver Z3 is not installed; on Debian:  apt-get install libz3-4");
            return 1;
        }

        using var prover = new Prover(pack);
        List<Proof.Proof> proofs = [.. prover.All()];
        return await VerbAnswer.GiveAsync(
            parsed,
            new { protocol = Fibril.Protocol.ProtocolStamp.Of(pack), proofs },
            () => [.. proofs.SelectMany(Lines), "", $"Protocol {pack.Header.Id} {pack.Header.Version}, {pack.Hash}", .. Assumptions],
            proofs.TrueForAll(p => p.IsProved) ? 0 : 1);
    }

    private static IEnumerable<string> Assumptions =>
    [
        "For every case with one zone, at most one fact of each word of the vocabulary, dates of the last 22 years, a session within 60 days.",
        "Several zones and several facts of one word are tested, not proved.",
    ];

    private static IEnumerable<string> Lines(Proof.Proof proof) =>
        [$"{(proof.IsProved ? "proved        " : "COUNTEREXAMPLE")}  {proof.Claim} ({proof.Name}; {proof.Cases} questions to the solver)", .. proof.Against.Select(a => $"    {a}")];
}
