using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>What a clinic may not change, each in the sentence that says what would be right.</summary>
public class RuleChangeProblemTests
{
    private const string SayWhy = "because: say why in a sentence of at most 300 letters, without braces.";
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    public static TheoryData<RuleChange, string> Wrong => new()
    {
        { Of("C6a"), "there is no rule 'C6a'; did you mean 'C06a'." },
        { Of("C26a"), "name what changes: off, numbers, daysLonger, effect or overridableBy." },
        { Of("C26a", "days", 14), "numbers: days must be more than 14." },
        { Of("C26a", "days", 14.5m), "numbers: days is a whole number of at most 1200." },
        { Of("C26a", "days", 1201), "numbers: days is a whole number of at most 1200." },
        { Of("C26a", "weeks", 3), "numbers: weeks cannot be tightened; use days." },
        { Of("C02a", "cysts", 3), "numbers: cysts cannot be tightened; use days, papules." },
        { Of("M05", "maxDepthMm", 1.0m), "numbers: maxDepthMm must be less than 1.0, and not below 0." },
        { Of("M05", "maxDepthMm", -0.1m), "numbers: maxDepthMm must be less than 1.0, and not below 0." },
        { Of("C15c", "months", 3), "numbers: months cannot be tightened; this rule has no such number." },
        { Of("C26a") with { DaysLonger = 7 }, "daysLonger: this rule has no wait of the vocabulary; tighten a number." },
        { Of("C22") with { DaysLonger = 0 }, "daysLonger: use 1 to 730." },
        { Of("C22") with { DaysLonger = 731 }, "daysLonger: use 1 to 730." },
        { Of("C22") with { Effect = FindingEffect.Defer }, "effect: defer is not stricter than it is; use do-not-treat." },
        { Of("C08a") with { Effect = FindingEffect.DoNotTreat }, "effect: do-not-treat is not stricter than it is; use none; it is the strictest already." },
        { Of("C22") with { OverridableBy = Overrider.Practitioner }, "overridableBy: practitioner is no fewer than may now; use dermatologist, nobody." },
        { Of("C08a") with { OverridableBy = Overrider.Nobody }, "overridableBy: nobody is no fewer than may now; use none; it is the strictest already." },
        { Of("C10") with { Off = true }, "off: nobody may override C10, so no clinic switches it off." },
        { Of("C08b") with { Off = true }, "off: nobody may override C08b, so no clinic switches it off." },
        { Of("M01", "days", 20) with { Off = true }, "off: a rule is either switched off or tightened; name one of them." },
        { Of("C22") with { Off = true, DaysLonger = 7 }, "off: a rule is either switched off or tightened; name one of them." },
        { Of("C22") with { Off = true, Effect = FindingEffect.DoNotTreat }, "off: a rule is either switched off or tightened; name one of them." },
        { Of("C22") with { Off = true, OverridableBy = Overrider.Nobody }, "off: a rule is either switched off or tightened; name one of them." },
        { Of("C22") with { Off = true, Because = "  " }, SayWhy },
        { Of("C22") with { Off = true, Because = new('x', 301) }, SayWhy },
        { Of("C22") with { Off = true, Because = "{days} days" }, SayWhy },
        { Of("C22") with { Off = true, Because = "days}" }, SayWhy },
    };

    public static TheoryData<RuleChange> Right =>
    [
        Of("C26a", "days", 15),
        Of("C26a", "days", 1200),
        Of("M05", "maxDepthMm", 0.95m),
        Of("M05", "maxDepthMm", 0),
        Of("C22") with { DaysLonger = 1 },
        Of("C22") with { DaysLonger = RuleChanges.MostDaysLonger },
        Of("C22") with { Effect = FindingEffect.DoNotTreat },
        Of("C22") with { OverridableBy = Overrider.Dermatologist },
        Of("C22") with { Off = true, Because = " " + new string('x', 300) + " " },
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Change_that_cannot_be_made_says_what_would_be_right(RuleChange change, string says) =>
        Assert.Equal([says], RuleChanges.Problems(Pack, change));

    [Theory]
    [MemberData(nameof(Right))]
    public void Change_at_the_edge_of_what_is_allowed_is_made(RuleChange change) => Assert.Empty(RuleChanges.Problems(Pack, change));

    [Fact]
    public void Reason_against_good_conduct_is_refused_with_the_word_and_what_to_say() => Assert.StartsWith(
        "because: 'Stop' may not stand in one sentence with a prescribed medicine. ",
        Assert.Single(RuleChanges.Problems(Pack, Of("M05") with { Off = true, Because = "Stop the aspirin a week before." })),
        StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Every_problem_of_a_change_is_named() => Assert.Equal(
        [SayWhy, "numbers: days must be more than 3.", "overridableBy: physician is no fewer than may now; use dermatologist, nobody."],
        RuleChanges.Problems(Pack, Of("M01", "days", 3) with { OverridableBy = Overrider.Physician, Because = "" }));

    [Theory]
    [InlineData("C32", "physician-review do-not-treat", "dermatologist nobody")] // a precaution that a physician may override
    [InlineData("C22", "do-not-treat", "dermatologist nobody")] // a wait becomes no review
    [InlineData("C02a", "do-not-treat", "dermatologist nobody")] // one outcome is a review already
    [InlineData("C08b", "", "nobody")] // one outcome is left to a dermatologist
    [InlineData("C10", "do-not-treat", "")]
    [InlineData("C08a", "", "")]
    public void What_is_stricter_and_narrower_is_told_from_the_mildest_outcome(string rule, string effects, string who)
    {
        Assert.Equal(effects, string.Join(' ', RuleChanges.StricterThan(Pack.Rule(rule)).Select(e => ContractJsonWord(e))));
        Assert.Equal(who, string.Join(' ', RuleChanges.NarrowerThan(Pack.Rule(rule)).Select(o => ContractJsonWord(o))));
    }

    [Fact]
    public void Wait_lasts_longer_where_some_clause_has_one_of_the_vocabulary()
    {
        var rule = Pack.Rule("C22");

        Assert.True(RuleChanges.MayLastLonger(rule with { When = [new(), new() { Until = "healed + {days} days" }, new() { Until = "hold-end" }] }));
        Assert.False(RuleChanges.MayLastLonger(rule with { When = [new(), new() { Until = "healed + {days} days" }] }));
    }

    private static RuleChange Of(string rule) => new() { Rule = rule, Because = "Our own results." };

    private static RuleChange Of(string rule, string number, decimal value) => Of(rule) with { Numbers = new Dictionary<string, decimal> { [number] = value } };

    private static string ContractJsonWord(Enum word) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
