using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>A rule that cannot be judged is refused when the pack is read, with its place and what would be right.</summary>
public class RuleLanguageTests
{
    [Fact]
    public void Refusal_names_file_line_and_rule()
    {
        var pack = With("rules/scars.yaml", "if: phototype >= {from}", "if: nothing");
        var line = Array.FindIndex(pack.Text("rules/scars.yaml").Split('\n'), l => l == "- id: C32") + 1;

        var e = Assert.Throws<ProtocolException>(() => pack.Checked());

        Assert.StartsWith($"protocol/rules/scars.yaml:{line}: rule C32, clause 1: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_key_of_a_clause_is_refused_with_its_line()
    {
        var e = Assert.Throws<ProtocolException>(() => With("rules/scars.yaml", "if: phototype", "iff: phototype").Checked());

        Assert.Matches(@"^protocol/rules/scars\.yaml:\d+: ", e.Message);
    }

    [Fact]
    public void Fact_that_the_pack_does_not_know_is_refused_with_the_nearest()
    {
        var file = Cases.With() with { Conditions = [new() { Id = "psoriasys", Status = ConditionStatus.Active }] };

        var e = Assert.Throws<ProtocolException>(() => Candidacy.Decide(ProtocolPack.Current, file));

        Assert.Contains("did you mean 'psoriasis'", e.Message, StringComparison.Ordinal);
    }

    private static ProtocolPack With(string file, string good, string wrong)
    {
        var files = ProtocolPack.Current.FileNames.ToDictionary(name => name, ProtocolPack.Current.Text);
        Assert.Contains(good, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(good, wrong, StringComparison.Ordinal);
        return ProtocolPack.From(files);
    }
}
