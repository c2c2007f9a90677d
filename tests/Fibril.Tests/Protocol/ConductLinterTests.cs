using Fibril.Protocol;
using Fibril.Tests.Protocol.Candidacies;

namespace Fibril.Tests.Protocol;

public class ConductLinterTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Shipped_pack_breaks_no_rule_of_conduct() => Assert.Empty(ConductLinter.Problems(Pack));

    [Theory]
    [InlineData("rules/medicines.yaml", "Please go on with your injections.", "Stop the anticoagulant for three days.")]
    [InlineData("rules/medicines.yaml", "A platelet inhibitor goes on unchanged; a physician decides.", "Pause clopidogrel before the session.")]
    [InlineData("rules/skin.yaml", "We leave them out and treat around them.", "The result is guaranteed.")]
    [InlineData("questions.yaml", "It is rare, and often found after an operation.", "It is painless.")]
    public void Text_that_breaks_one_is_found(string file, string good, string bad)
    {
        var files = Pack.FileNames.ToDictionary(name => name, Pack.Text);
        var old = files[file].Contains(good, StringComparison.Ordinal) ? good : throw new InvalidOperationException($"{file} no longer says: {good}");
        files[file] = files[file].Replace(old, bad, StringComparison.Ordinal);

        var problems = ConductLinter.Problems(ProtocolPack.From(files));

        Assert.Contains(problems, p => p.File == file && bad.Contains(p.Problem.Word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Stop your warfarin.", 1)]
    [InlineData("Interrupt the isotretinoin course.", 1)]
    [InlineData("Discontinue it. The medicine is bad.", 0)]
    [InlineData("Do not stop this medicine.", 0)]
    [InlineData("A permanent filler.", 0)]
    public void Conduct_reads_sentence_by_sentence(string text, int problems) =>
        Assert.Equal(problems, ConductLinter.Conduct(Pack, text).Count);

    [Fact]
    public void No_decision_asks_to_leave_out_a_prescribed_medicine()
    {
        var findings = RuleCoverageTests.AllRows.SelectMany(row => Cases.Decide(row.Facts).Findings);

        var texts = findings.SelectMany(f => new[] { f.Fact, f.Reason, f.Until ?? "", f.PatientText });

        Assert.Empty(texts.Distinct().SelectMany(text => ConductLinter.Conduct(Pack, text)));
    }
}
