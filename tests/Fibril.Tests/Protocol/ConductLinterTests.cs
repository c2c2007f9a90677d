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

    [Theory]
    [InlineData("es", "El resultado está garantizado.", 1)]
    [InlineData("es", "Es un tratamiento sin dolor y sin riesgo.", 2)]
    [InlineData("es", "Suspenda el anticoagulante tres días antes.", 1)]
    [InlineData("es", "Deje la warfarin una semana.", 1)]
    [InlineData("es", "No suspenda ni cambie este medicamento; hablaremos con su médico.", 0)]
    [InlineData("es", "Quedará sin cicatrices.", 1)]
    [InlineData("es", "No tome su anticoagulante ese día.", 1)]
    [InlineData("es", "Su medicamento para la tensión sigue igual.", 0)]
    [InlineData("es", "No deje de tomar su aspirina.", 0)]
    [InlineData("es", "Las cicatrices se ven menos.", 0)]
    [InlineData("hi", "परिणाम की गारंटी है।", 1)]
    [InlineData("hi", "यह दर्द रहित है। कोई जोखिम नहीं।", 2)]
    [InlineData("hi", "तीन दिन पहले दवा बंद करें।", 1)]
    [InlineData("hi", "अपनी दवा बंद न करें। हम आपके डॉक्टर से बात करेंगे।", 0)]
    [InlineData("hi", "वारफेरिन बंद करें।", 1)]
    [InlineData("hi", "दवा छोड़ दें।", 1)]
    [InlineData("hi", "लाली अस्थायी है। दवा संक्रमण की रोकथाम करती है।", 0)]
    [InlineData("hi", "यदि कोई जोखिम हो तो पूछें।", 0)]
    [InlineData("hi", "निशान कम दिखते हैं।", 0)]
    public void Text_of_another_language_is_read_by_its_own_words(string language, string text, int problems) =>
        Assert.Equal(problems, Translated(language, text).Count);

    [Fact]
    public void Language_without_a_list_of_words_is_refused() =>
        Assert.Contains("there are lists for en, es, hi", Assert.Single(Translated("de", "Garantiert.")).Problem.Instead, StringComparison.Ordinal);

    private static List<ConductProblem> Translated(string language, string text)
    {
        var files = Pack.FileNames.ToDictionary(name => name, Pack.Text);
        files[$"consent.{language}.yaml"] = $"text: \"{text}\"\n";
        return [.. ConductLinter.Problems(ProtocolPack.From(files)).Where(p => p.File == $"consent.{language}.yaml")];
    }

    [Fact]
    public void No_decision_asks_to_leave_out_a_prescribed_medicine()
    {
        var findings = RuleCoverageTests.AllRows.SelectMany(row => Cases.Decide(row.Facts).Findings);

        var texts = findings.SelectMany(f => new[] { f.Fact, f.Reason, f.Until ?? "", f.PatientText });

        Assert.Empty(texts.Distinct().SelectMany(text => ConductLinter.Conduct(Pack, text)));
    }
}
