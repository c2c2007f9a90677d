using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>A rule that cannot be judged is refused when the pack is read, with its place and what would be right.</summary>
public class RuleLanguageTests
{
    [Theory]
    [InlineData("if: phototype >= {from}", "if: phototyp >= {from}", "'phototyp' is not known of a case; did you mean 'phototype'")]
    [InlineData("if: phototype >= {from}", "if: phototype >= {fro}", "Rule C32 has no number 'fro'")]
    [InlineData("if: phototype >= {from}", "if: phototype >=", "ends at character 13, where a name would be right")]
    [InlineData("if: phototype >= {from}", "if: phototype", "'phototype' is no yes or no")]
    [InlineData("if: phototype >= {from}", "if: birth + {from} weeks > day", "has 'weeks' at character 16, where days, months or years would be right")]
    [InlineData("if: phototype >= {from}", "if: phototype >= birth", "'birth' is no number")]
    [InlineData("if: phototype >= {from}", "if: energy = rx", "'rx' is not one of its words; use one of none, rf")]
    [InlineData("if: phototype >= {from}", "if: fires(C333)", "there is no rule 'C333'")]
    [InlineData("if: phototype >= {from}", "if: fires(C32)", "these rules wait for each other")]
    [InlineData("if: phototype >= {from}", "if: frires(C20)", "'frires' is not a question; did you mean 'fires'")]
    [InlineData("if: phototype >= {from}", "if: some(condition psoriasys)", "'psoriasys' is not in the vocabulary; did you mean 'psoriasis'")]
    [InlineData("if: phototype >= {from}", "if: phototype >= {from} or", "ends at character 23, where a name would be right")]
    [InlineData("if: phototype >= {from}", "if: (phototype >= {from}", "where ')' would be right")]
    [InlineData("if: phototype >= {from}", "if: phototype is odd", "has 'odd' at character 14, where 'unknown' would be right")]
    [InlineData("says: Phototype {phototype}", "says: Phototype {photype}", "'photype' is not known")]
    [InlineData("at: /patient/phototype", "case: dark", "the rule has no outcome 'dark'; it has fires")]
    public void Wrong_condition_is_refused_with_what_would_be_right(string good, string wrong, string expected)
    {
        var e = Assert.Throws<ProtocolException>(() => With("rules/scars.yaml", good, wrong).Checked());

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_names_file_line_and_rule()
    {
        var pack = With("rules/scars.yaml", "if: phototype >= {from}", "if: nothing");
        var line = Array.FindIndex(pack.Text("rules/scars.yaml").Split('\n'), l => l == "- id: C32") + 1;

        var e = Assert.Throws<ProtocolException>(() => pack.Checked());

        Assert.StartsWith($"protocol/rules/scars.yaml:{line}: rule C32, clause 1: ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules/person.yaml", "numbers: {years: 18}", "numbers: {ages: 18}", "Rule C30a has no number 'years'")]
    [InlineData("rules/person.yaml", "labelled for {years} years and more", "labelled for {year} years and more", "{year}")]
    [InlineData("rules/scars.yaml", "      case: other-zone", "      case: keloid-prone-zone", "no clause leads to the outcome 'other-zone'")]
    [InlineData("rules/products.yaml", "until: last-used + hold days", "until: last-used", "")]
    [InlineData("rules/products.yaml", "numbers: {days: 28}", "numbers: {days: -28}", "-28 cannot be added to a day")]
    [InlineData("rules/products.yaml", "numbers: {days: 28}", "numbers: {days: 0.5}", "0.5 cannot be added to a day")]
    [InlineData("rules/products.yaml", "numbers: {days: 28}", "numbers: {days: 3000000000}", "3000000000 cannot be added to a day")]
    [InlineData("rules/skin.yaml", "papules < {C02a.papules}", "papules < {C02a.papulae}", "Rule C02a has no number 'papulae'")]
    [InlineData("rules/medicines.yaml", "      of: [M05, M06, M07, M08, M09]", "      of: [M05, M06, M07, M08, M09]\n      if: of-face", "a repeated firing keeps its own zones")]
    [InlineData("rules/medicines.yaml", "    - each: medicine\n      if: prescribed and current", "    - each: medicine\n      zones: untouched", "a medicine has no place; remove 'zones'")]
    [InlineData("rules/medicines.yaml", "      if: current or last-dose + {days} days > day", "      until: last-dose + {days} days", "only a defer or a physician-review carries a date")]
    [InlineData("rules/scars.yaml", "if: phototype >= {from}", "if: \"some(planned-zone: depth > 1.0)\"", "'some' cannot ask for a planned-zone")]
    public void Numbers_texts_and_cases_must_fit(string file, string good, string wrong, string expected)
    {
        var pack = With(file, good, wrong);
        if (expected.Length == 0)
        {
            pack.Checked();
            return;
        }

        Assert.Contains(expected, Assert.Throws<ProtocolException>(() => pack.Checked()).Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("phototype >= 4", true)]
    [InlineData("not phototype >= 4", false)]
    [InlineData("phototype is known and energy in (none, rf)", true)]
    [InlineData("sessions > 1", false)]
    [InlineData("not sessions > 1", true)]
    [InlineData("sessions is unknown", true)]
    [InlineData("phototype = 1 or phototype = 5", true)]
    [InlineData("phototype = 1 or phototype = 5 and energy = rf", false)]
    [InlineData("(phototype = 1 or phototype = 5) and energy = none", true)]
    [InlineData("birth + 36 years < day", true)]
    [InlineData("birth + 432 months < day", true)]
    [InlineData("birth + 37 years < day", false)]
    [InlineData("day + 1 day > day", true)]
    [InlineData("latest(birth, day) = day", true)]
    [InlineData("some(condition acne: active)", true)]
    [InlineData("some(condition acne: past)", false)]
    [InlineData("some(condition psoriasis)", false)]
    [InlineData("lowest(platelets) = 90 and highest(platelets) = 120", true)]
    [InlineData("lowest(inr) > 0", false)]
    [InlineData("measured(platelets) = day", true)]
    public void Expression_means_what_it_says(string condition, bool fires)
    {
        var pack = With("rules/scars.yaml", "if: phototype >= {from}", $"if: \"{condition}\"");
        var file = Cases.With("""
            'patient': {'phototype': 5}, 'conditions': [{'id': 'acne', 'status': 'active', 'zones': ['back']}],
            'measurements': [{'id': 'platelets', 'value': 90, 'on': '2026-06-10'}, {'id': 'platelets', 'value': 120, 'on': '2026-06-10'}, {'id': 'platelets', 'value': 20, 'on': '2026-06-09'}]
            """);

        var fired = Candidacy.Decide(pack, file).Findings.Any(f => f.Rule == "C32");

        Assert.Equal(fires, fired);
    }

    private static ProtocolPack With(string file, string good, string wrong)
    {
        var files = ProtocolPack.Current.FileNames.ToDictionary(name => name, ProtocolPack.Current.Text);
        Assert.Contains(good, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(good, wrong, StringComparison.Ordinal);
        return ProtocolPack.From(files);
    }
}
