using Fibril.Practice.Protocols.Proof;
using Fibril.Protocol;

namespace Fibril.Tests.Practice.Protocols;

/// <summary>What is proved about the shipped rules, and that a fault in them is found.</summary>
public class ProverTests
{
    [Fact]
    public void Shipped_rules_stand_every_proof()
    {
        using var prover = new Prover(ProtocolPack.Current);

        var proofs = prover.All().ToList();

        Assert.Equal(5, proofs.Count);
        Assert.All(proofs, proof => Assert.True(proof.Cases > 0));
        Assert.Empty(proofs.SelectMany(p => p.Against.Select(a => $"{p.Name}: {a}")));
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

        Assert.False(prover.All().First(p => p.Name == proof).IsProved);
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
