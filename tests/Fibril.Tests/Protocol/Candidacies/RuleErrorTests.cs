using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>What a rule may not say, in the words that its author reads.</summary>
public class RuleErrorTests
{
    [Theory]
    [InlineData("phototyp >= 4", "'phototyp' is not known of a case; did you mean 'phototype'.")]
    [InlineData("frires(C13)", "'frires' is not a question; did you mean 'fires'.")]
    [InlineData("xyz(C13)", "'xyz' is not a question; use one of covers, fires, here, highest, latest, lowest, measured, some.")]
    [InlineData("lowest(inrr) > 1", "'inrr' is not in the vocabulary; did you mean 'inr'.")]
    [InlineData("phototype", "'phototype' is no yes or no; compare it with something.")]
    [InlineData("1", "a part of it is no yes or no; compare it with something.")]
    [InlineData("phototype + 1 day > day", "'phototype' is no day.")]
    [InlineData("day + birth days > day", "'birth' is no number.")]
    [InlineData("phototype >= birth", "'birth' is no number.")]
    [InlineData("day > phototype", "'phototype' is no day.")]
    [InlineData("latest(day, 1) = day", "a part of it is no day.")]
    [InlineData("sex > female", "'sex' cannot be compared in this way.")]
    [InlineData("sex = 1", "'sex' cannot be compared in this way.")]
    [InlineData("face-asked = 1", "'face-asked' cannot be compared in this way.")]
    [InlineData("sex = femal", "'femal' is not one of its words; did you mean 'female'.")]
    [InlineData("energy in (none, rx)", "'rx' is not one of its words; use one of none, rf.")]
    [InlineData("phototype in (four)", "'phototype' is no word of a list.")]
    [InlineData("face-asked is known", "'face-asked' is always known.")]
    [InlineData("(phototype = 1) is unknown", "a part of it is always known.")]
    [InlineData("some(condition psoriasys)", "'psoriasys' is not in the vocabulary; did you mean 'psoriasis'.")]
    [InlineData("some(condition)", "no word of the vocabulary names X-1; add it there, or name ids with 'of'.")]
    [InlineData("some(planned-zone)", "'some' cannot ask for a planned-zone; use one of condition, family-condition, medicine, product, procedure, allergy, measurement, topical.")]
    [InlineData("day + 36501 days > day", "36501 cannot be added to a day; use a whole number from 0 to 36500.")]
    [InlineData("day + 1.5 months > day", "1.5 cannot be added to a day; use a whole number from 0 to 36500.")]
    [InlineData("day + {weeks} days > day", "Rule X-1 has no number 'weeks'.")]
    [InlineData("day + {C13.weeks} days > day", "Rule C13 has no number 'weeks'.")]
    [InlineData("day + {back} days > day", "-28 cannot be added to a day; use a whole number from 0 to 36500.")]
    [InlineData("day + {half} days > day", "0.5 cannot be added to a day; use a whole number from 0 to 36500.")]
    [InlineData("day + {far} days > day", "3000000000 cannot be added to a day; use a whole number from 0 to 36500.")]
    [InlineData("fires(C133)", "there is no rule 'C133'; did you mean 'C13'.")]
    public void Condition_that_cannot_be_judged_says_what_would_be_right(string condition, string says) =>
        Refused(TinyPack.Rule("X-1", $"if: \"{condition}\"", "numbers: {back: -28, half: 0.5, far: 3000000000}"), "clause 1: " + says);

    [Theory]
    [InlineData("day + 36500 days > day")]
    [InlineData("day + 0 days = day")]
    public void Days_at_the_edge_are_added(string condition) => TinyPack.With(TinyPack.Rule("X-1", $"if: {condition}")).Checked();

    [Theory]
    [InlineData("each: condition, of: [acne], if: activ", "'activ' is not known of a condition or a case; did you mean 'active'.")]
    [InlineData("each: case, of: [acne]", "'of' means nothing for each case; remove it.")]
    [InlineData("each: condition", "no word of the vocabulary names X-1; add it there, or name ids with 'of'.")]
    [InlineData("each: medicine, of: [warfarine]", "'warfarine' is not in the vocabulary; did you mean 'warfarin'.")]
    [InlineData("case: dark", "the rule has no outcome 'dark'; it has fires.")]
    [InlineData("says: \"Face {face-asked}\"", "'face-asked' is a yes or no, which a text cannot show.")]
    [InlineData("each: medicine, of: [warfarin], zones: touched", "a medicine has no place; remove 'zones'.")]
    [InlineData("each: planned-zone, zones: untouched", "a planned-zone has no place; remove 'zones'.")]
    [InlineData("each: firing, of: [C13], if: of-face", "a repeated firing keeps its own zones and has no date and no words; ask for the facts themselves.")]
    [InlineData("each: firing, of: [C13], until: day + 1 day", "a repeated firing keeps its own zones and has no date and no words; ask for the facts themselves.")]
    [InlineData("each: firing, of: [C13], words: {a: day}", "a repeated firing keeps its own zones and has no date and no words; ask for the facts themselves.")]
    [InlineData("each: firing, of: [C14]", "there is no rule 'C14'; did you mean 'C13'.")]
    [InlineData("until: day + 1 day", "only a defer or a physician-review carries a date; write the condition of a note as 'if: … > day'.")]
    public void Clause_that_means_nothing_is_refused(string clause, string says) => Refused(TinyPack.Rule("X-1", clause), "clause 1: " + says);

    [Theory]
    [InlineData("effect: precaution, reason: r, patient: p", "write the condition of a precaution as")]
    [InlineData("effect: do-not-treat, reason: r, patient: p", "write the condition of a do-not-treat as")]
    public void Only_a_wait_or_a_review_carries_a_date(string outcome, string says)
    {
        var e = Assert.Throws<ProtocolException>(() => TinyPack.With(TinyPack.Rule("X-1", "until: day + 1 day", outcome: outcome)).Checked());

        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        TinyPack.With(TinyPack.Rule("X-1", "until: day + 1 day", outcome: "effect: defer, reason: r, patient: p")).Checked();
        TinyPack.With(TinyPack.Rule("X-1", "until: day + 1 day", outcome: "effect: physician-review, reason: r, patient: p")).Checked();
    }

    [Theory]
    [InlineData("reason: \"{from} {a} {b}\", patient: p", "its texts name {a}, {b}; give it as a number of the rule or among the words of the clause.")]
    [InlineData("reason: r, patient: \"{a}\"", "its texts name {a}; give it as a number of the rule or among the words of the clause.")]
    [InlineData("reason: r, patient: p, until: \"{a}\"", "its texts name {a}; give it as a number of the rule or among the words of the clause.")]
    public void Text_with_a_brace_that_nothing_fills_is_refused(string texts, string says) =>
        Refused(TinyPack.Rule("X-1", "if: \"phototype > {from}\"", outcome: "effect: note, " + texts), "clause 1: " + says);

    [Theory]
    [InlineData("{to: depth}", "limitsDepth: Rule X-1 has no number 'depth'.")]
    [InlineData("{to: from, if: of-fac}", "limitsDepth: 'of-fac' is not known of a planned-zone or a case; did you mean 'of-face'.")]
    [InlineData("{to: from, if: depth}", "limitsDepth: 'depth' is no yes or no; compare it with something.")]
    public void Limit_that_cannot_be_judged_is_refused(string limit, string says) =>
        Refused(TinyPack.Rule("X-1", "if: phototype > 1", $"numbers: {{from: 4}}\n  limitsDepth: {limit}"), says);

    [Fact]
    public void Case_that_no_outcome_names_is_refused_with_those_that_are_there() => Refused(
        TinyPack.Rule("X-1", "case: grey", outcome: "case: dark, effect: note, reason: r, patient: p }, { overridableBy: practitioner, case: light, effect: note, reason: r, patient: p"),
        "clause 1: the rule has no outcome 'grey'; it has dark, light.");

    [Fact]
    public void Outcome_that_no_clause_reaches_is_refused() => Refused(
        TinyPack.Rule("X-1", "if: phototype > 1, case: dark", outcome: "case: dark, effect: note, reason: r, patient: p }, { overridableBy: practitioner, case: light, effect: note, reason: r, patient: p"),
        "no clause leads to the outcome 'light'; remove it, or name it as the case of a clause.");

    [Fact]
    public void Rules_that_wait_for_each_other_are_named()
    {
        var pack = TinyPack.With(TinyPack.Rule("X-2", "if: fires(X-1)"), TinyPack.Rule("X-1", "if: fires(X-2)"), TinyPack.Rule("X-3", "if: fires(C13)"));

        Assert.Equal("protocol/rules: these rules wait for each other: X-1, X-2.", Assert.Throws<ProtocolException>(() => pack.Checked()).Message);
    }

    private static void Refused(string rule, string says)
    {
        var pack = TinyPack.With(rule);
        var line = Array.IndexOf(pack.Text("rules/own.yaml").Split('\n'), "- id: X-1") + 1;

        Assert.Equal($"protocol/rules/own.yaml:{line}: rule X-1, {says}", Assert.Throws<ProtocolException>(() => pack.Checked()).Message);
    }
}
