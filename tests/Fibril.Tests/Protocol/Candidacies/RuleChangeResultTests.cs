using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>The rule as the clinic has it: what is told to whom, and what stays as published.</summary>
public class RuleChangeResultTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Rule_switched_off_is_a_note_that_says_so_and_limits_nothing()
    {
        var rule = Apply("M05", new() { Rule = "M05", Off = true, Because = "We needle on aspirin " });

        Assert.Null(rule.LimitsDepth);
        var outcome = Assert.Single(rule.Outcomes);
        Assert.Equal((FindingEffect.Note, null), (outcome.Effect, outcome.Until));
        Assert.Equal("This clinic has switched the rule off: We needle on aspirin. The protocol says: Prescribed aspirin goes on unchanged; a physician decides, at most {maxDepthMm} mm.", outcome.Reason);
        Assert.Equal(Pack.Rule("M05").Outcomes[0].Patient, outcome.Patient);
        Assert.True(rule.Change!.Off);
    }

    [Theory]
    [InlineData("C22", "(hold-end is unknown or hold-end > day)")]
    [InlineData("M01", "(not prescribed) and (last-dose + {days} days is unknown or last-dose + {days} days > day)")]
    [InlineData("C32", "phototype >= {from}")]
    public void Rule_switched_off_ends_on_the_same_day_without_a_date(string id, string condition)
    {
        var clause = Apply(id, new() { Rule = id, Off = true, Because = "x!" }).When[0];

        Assert.Equal((null, condition), (clause.Until, clause.If));
    }

    [Fact]
    public void Precaution_switched_off_is_neither_met_nor_unmet() =>
        Assert.All(Apply("M20", new() { Rule = "M20", Off = true, Because = "x?" }).When, clause => Assert.Null(clause.Met));

    [Theory]
    [InlineData(1, "We wait 1 day longer.")]
    [InlineData(7, "We wait 7 days longer.")]
    public void Longer_wait_is_added_to_the_date_and_told_to_clinician_and_patient(int days, string told)
    {
        var rule = Apply("C22", new() { Rule = "C22", DaysLonger = days, Because = "Our own results." });

        Assert.Equal($"hold-end + {days} days", Assert.Single(rule.When).Until);
        var outcome = Assert.Single(rule.Outcomes);
        Assert.Equal($"The toxin must have taken its place first, {{wait}} days. {told} This clinic is stricter: Our own results.", outcome.Reason);
        Assert.Equal($"After botulinum toxin we wait {{wait}} days, so that it stays where it should. {told}", outcome.Patient);
        Assert.Equal((FindingEffect.Defer, Overrider.Physician, "The day of the toxin is known and long enough ago."), (outcome.Effect, outcome.OverridableBy, outcome.Until));
    }

    [Fact]
    public void Tighter_number_changes_that_number_alone()
    {
        var rule = Apply("C02a", new() { Rule = "C02a", Numbers = new Dictionary<string, decimal> { ["papules"] = 2 }, Because = "x." });

        Assert.Equal((28m, 2m), (rule.Number("days"), rule.Number("papules")));
        Assert.Equal(Pack.Rule("C02a").When.Select(c => (c.If, c.Until)), rule.When.Select(c => (c.If, c.Until)));
        Assert.Equal(Pack.Rule("C02a").Outcomes.Select(o => (o.Effect, o.Patient, o.Until)), rule.Outcomes.Select(o => (o.Effect, o.Patient, o.Until)));
    }

    [Fact]
    public void Wait_made_a_refusal_loses_its_date_and_keeps_its_end()
    {
        var rule = Apply("M01", new() { Rule = "M01", Effect = FindingEffect.DoNotTreat, Because = "x." });

        Assert.Equal((null, "(not prescribed) and (last-dose + {days} days is unknown or last-dose + {days} days > day)"), (rule.When[0].Until, rule.When[0].If));
        var outcome = Assert.Single(rule.Outcomes);
        Assert.Equal((FindingEffect.DoNotTreat, Overrider.Physician, null), (outcome.Effect, outcome.OverridableBy, outcome.Until));
        Assert.EndsWith(" In our clinic we do not treat this.", outcome.Patient, StringComparison.Ordinal);
    }

    [Fact]
    public void Precaution_made_a_review_brings_a_way_out_with_it()
    {
        var outcome = Assert.Single(Apply("C32", new() { Rule = "C32", Effect = FindingEffect.PhysicianReview, Because = "x." }).Outcomes);

        Assert.Equal((FindingEffect.PhysicianReview, "A physician has decided."), (outcome.Effect, outcome.Until));
        Assert.EndsWith(" In our clinic a doctor decides.", outcome.Patient, StringComparison.Ordinal);
    }

    [Fact]
    public void Stricter_effect_leaves_outcomes_that_are_stricter_already()
    {
        var rule = Apply("C18a", new() { Rule = "C18a", Effect = FindingEffect.DoNotTreat, Because = "x." });

        Assert.All(rule.Outcomes, o => Assert.Equal(FindingEffect.DoNotTreat, o.Effect));
        Assert.DoesNotContain("In our clinic", rule.Outcomes[0].Patient, StringComparison.Ordinal);
        Assert.Equal(Pack.Rule("C18a").Outcomes.Select(o => o.Until), rule.Outcomes.Select(o => o.Until));
    }

    [Theory]
    [InlineData(FindingEffect.Precaution, Overrider.Practitioner, FindingEffect.PhysicianReview, null, Overrider.Physician)] // a review is never a practitioner's
    [InlineData(FindingEffect.Precaution, Overrider.Practitioner, null, Overrider.Dermatologist, Overrider.Dermatologist)]
    [InlineData(FindingEffect.Precaution, Overrider.Nobody, null, Overrider.Physician, Overrider.Nobody)]
    [InlineData(FindingEffect.Precaution, Overrider.Dermatologist, null, Overrider.Physician, Overrider.Dermatologist)]
    [InlineData(FindingEffect.Defer, Overrider.Practitioner, null, null, Overrider.Practitioner)]
    public void Whoever_may_override_is_never_more_than_before(FindingEffect effect, Overrider before, FindingEffect? stricter, Overrider? asked, Overrider now)
    {
        var rule = Pack.Rule("M01");
        rule = rule with { Outcomes = [rule.Outcomes[0] with { Effect = effect, OverridableBy = before }] };

        var changed = ChangedRule.Of(rule, new() { Rule = "M01", Effect = stricter, OverridableBy = asked, Because = "x." });

        Assert.Equal(now, changed.Outcomes[0].OverridableBy);
    }

    private static Rule Apply(string id, RuleChange change) => ChangedRule.Of(Pack.Rule(id), change);
}
