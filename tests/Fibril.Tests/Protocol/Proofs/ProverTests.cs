using System.Text.Json;
using Fibril.Practice.Protocols.Proof;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Protocol.Proofs;

/// <summary>What is proved about the shipped rules, and that a fault in them is found.</summary>
public class ProverTests
{
    [Fact]
    public async Task Shipped_rules_stand_every_proof()
    {
        var answer = await Verb.RunAsync("protocol", "verify", "--json");

        var proofs = JsonDocument.Parse(answer.Output).RootElement.GetProperty("proofs").EnumerateArray().ToList();
        Assert.Empty(proofs.SelectMany(p => p.GetProperty("against").EnumerateArray().Select(a => a.GetString())));
        Assert.Equal((0, 5), (answer.Code, proofs.Count));
        Assert.All(proofs, proof => Assert.True(proof.GetProperty("cases").GetInt32() > 0));
    }

    [Fact]
    public async Task Counterexample_exits_one_and_names_the_rule()
    {
        var folder = Directory.CreateTempSubdirectory("fibril-pack-").FullName;
        try
        {
            Write(With("rules/scars.yaml", "- id: C32", "phototype >= {from}", "phototype > 6"), folder);

            var answer = await Verb.RunAsync("protocol", "verify", "--pack", folder);

            Assert.Equal(1, answer.Code);
            Assert.Contains("COUNTEREXAMPLE  Every outcome of every rule is reached", answer.Output, StringComparison.Ordinal);
            Assert.Contains("\n    C32 fires: no case leads to it\n", answer.Output, StringComparison.Ordinal);
            Assert.Contains("\nproved          No hold ends before", answer.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Theory]
    // A mole would silence psoriasis.
    [InlineData("rules/skin.yaml", "- id: C06a", "      if: active", "      if: active and not some(condition benign-lesion)", "no-looser-by-a-risk")]
    // Nobody is over six and under five.
    [InlineData("rules/scars.yaml", "- id: C32", "phototype >= {from}", "phototype > 6 and phototype < 5", "every-rule-can-fire")]
    // A precaution that fires only beside a refusal never decides.
    [InlineData("rules/lesions.yaml", "- id: C34", "      if: active", "      if: active and prohibited", "no-rule-is-shadowed")]
    [InlineData("rules/skin.yaml", "- id: C06a", "sources: [", "sources: [S999, ", "every-answer-has-a-reason")]
    [InlineData("vocabulary/procedures.yaml", "- id: ha-filler", "holdDays: 14", "holdDays: -14", "no-date-before-its-trigger")]
    public void Fault_is_found(string file, string after, string good, string wrong, string proof)
    {
        using var prover = new Prover(With(file, after, good, wrong));

        Assert.False(prover.Prove(proof).IsProved);
    }

    private static void Write(ProtocolPack pack, string folder)
    {
        foreach (var file in pack.FileNames)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), pack.Text(file));
        }
    }

    private static ProtocolPack With(string file, string after, string good, string wrong)
    {
        var files = ProtocolPack.Current.FileNames.ToDictionary(name => name, ProtocolPack.Current.Text);
        var text = files[file];
        var at = text.IndexOf(good, text.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at > 0);
        files[file] = text[..at] + wrong + text[(at + good.Length)..];
        return ProtocolPack.From(files);
    }
}
