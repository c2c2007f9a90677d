using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>How rules are judged: in which order, in which zones, until when, and what becomes of several firings of one rule.</summary>
public class JudgingTests
{
    private const string TwoZones = "'plan':{'zones':[{'zone':'cheek','depthMm':1.0,'indication':'texture'},{'zone':'back','depthMm':2.0,'indication':'striae'}]}";
    private const string Wait = "effect: defer, reason: r, patient: p, until: u";

    [Fact]
    public void Rule_that_cannot_be_judged_fires_as_a_review_and_what_it_found_before_is_dropped()
    {
        var rule = TinyPack.Rule("X-1", "if: phototype > 1 }, { if: \"birth + highest(platelets) days > day\", says: never");

        var finding = Assert.Single(TinyPack.Decide("'measurements':[{'id':'platelets','value':3000000000,'on':'2026-06-01'}]," + TwoZones, rule, TinyPack.Rule("X-2", "if: phototype > 6")));

        Assert.Equal(("X-1", FindingEffect.PhysicianReview, RuleScope.Patient, Overrider.Physician), (finding.Rule, finding.Effect, finding.Scope, finding.OverridableBy));
        Assert.StartsWith("Rule X-1 could not be judged: ", finding.Fact, StringComparison.Ordinal);
        Assert.Equal(("This rule could not be judged; a physician decides.", "One safety check could not be done. A doctor decides."), (finding.Reason, finding.PatientText));
        Assert.Equal("A physician has decided about the rule that could not be judged.", finding.Until);
        Assert.Equal(["cheek", "back"], finding.Zones);
    }

    [Fact]
    public void Rule_is_judged_after_those_it_asks_about_whatever_their_names()
    {
        var found = TinyPack.Decide(
            "'patient':{'phototype':5}",
            TinyPack.Rule("X-1", "if: fires(X-2)"), TinyPack.Rule("X-2", "if: fires(X-3)"), TinyPack.Rule("X-3", "if: phototype = 5"), TinyPack.Rule("X-4", "if: not fires(X-3)"));

        Assert.Equal(["X-1", "X-2", "X-3"], found.Select(f => f.Rule));
    }

    [Fact]
    public void Least_interval_is_known_only_after_every_limit_of_the_depth()
    {
        var limit = TinyPack.Rule("X-2", "if: phototype = 2", "numbers: {mm: 0.3}\n  limitsDepth: {to: mm}");

        Assert.Equal(["X-1", "X-2"], TinyPack.Decide("", TinyPack.Rule("X-1", "if: least-interval = 7"), limit).Select(f => f.Rule));
    }

    [Fact]
    public void Deepest_depth_is_the_least_limit_that_holds_in_the_zone()
    {
        string Limit(string id, string mm, string more = "") => TinyPack.Rule(id, "if: phototype = 2", $"numbers: {{mm: {mm}}}\n  limitsDepth: {{to: mm{more}}}");

        var pack = TinyPack.With(Limit("X-1", "0.9"), Limit("X-2", "0.5", ", if: of-face"), Limit("X-3", "1.2"), Limit("X-4", "0.4", ", if: phototype > 2"));

        Assert.Equal([0.5m, 0.9m], Candidacy.Decide(pack, Cases.With(TwoZones)).Zones.Select(z => z.MaxDepthMm));
    }

    [Fact]
    public void Zones_with_the_same_date_are_one_finding_and_others_one_each()
    {
        string Zones(string until) => TinyPack.Decide(TwoZones, TinyPack.Rule("X-1", $"each: case, if: depth > 0.1, until: {until}", outcome: Wait)).Aggregate("", (all, f) => $"{all}{f.NotBefore:yyyy-MM-dd} {string.Join('+', f.Zones)};");

        Assert.Equal("2026-06-12 cheek+back;", Zones("day + 2 days"));
        Assert.Equal("2026-07-01 cheek;2026-07-22 back;", Zones("day + least-interval days"));
        Assert.Equal("", Zones("day + 0 days"));
    }

    [Fact]
    public void Condition_of_a_zone_names_only_the_zones_that_the_fact_touches()
    {
        const string Both = TwoZones + ",'conditions':[{'id':'acne','status':'active','zones':['back']},{'id':'psoriasis','status':'active'}]";
        string Zones(string clause) => string.Join(' ', TinyPack.Decide(Both, TinyPack.Rule("X-1", "each: condition, " + clause)).Select(f => string.Join('+', f.Zones)));

        Assert.Equal("back", Zones("of: [acne], zones: touched"));
        Assert.Equal("cheek", Zones("of: [acne], zones: untouched"));
        Assert.Equal("cheek+back", Zones("of: [acne]"));
        Assert.Equal("cheek+back", Zones("of: [psoriasis], zones: touched"));
        Assert.Equal("", Zones("of: [psoriasis], zones: untouched"));
        Assert.Equal("back", Zones("of: [acne], zones: touched, if: depth > 0.1"));
        Assert.Equal("", Zones("of: [acne], zones: touched, if: depth < 1.5"));
        Assert.Equal("cheek+back cheek+back", Zones("of: [all], if: active"));
    }

    [Fact]
    public void Words_of_a_clause_fill_its_texts_and_what_is_not_known_says_so()
    {
        var finding = Assert.Single(TinyPack.Decide("", TinyPack.Rule(
            "X-1", "words: {n: phototype, d: day, s: sessions, w: energy}, says: \"{phototype}, {sessions}\"", outcome: "effect: defer, reason: \"{n} {d} {from}\", patient: \"{s} {w}\", until: \"{n} {s}\"")));

        Assert.Equal(("2, unknown", "2 2026-06-10 4", "unknown none", "2 unknown"), (finding.Fact, finding.Reason, finding.PatientText, finding.Until));
    }

    [Fact]
    public void Merged_rule_speaks_once_with_the_latest_date_and_the_strictest_outcome()
    {
        const string Two = "case: mild, effect: defer, reason: mild, patient: p, until: u1 }, { overridableBy: physician, case: strict, effect: physician-review, reason: strict, patient: q, until: u2";
        string Rule(string clauses) => TinyPack.Rule("X-1", clauses, "merge: true", Two);

        var dated = Assert.Single(TinyPack.Decide("", Rule("case: mild, until: day + 9 days, says: a, at: /a }, { case: strict, until: day + 3 days, says: b, at: /b }, { case: mild, until: day + 5 days, says: a, at: /c")));
        var undated = Assert.Single(TinyPack.Decide("", Rule("case: strict, says: a, at: /a }, { case: mild, until: day + 3 days, says: b, at: /b")));

        Assert.Equal(("a; b", "/b", new DateOnly(2026, 6, 19), FindingEffect.PhysicianReview), (dated.Fact, dated.FactRef, dated.NotBefore, dated.Effect));
        Assert.Equal(("strict", "q", null, Overrider.Physician), (dated.Reason, dated.PatientText, dated.Until, dated.OverridableBy));
        Assert.Equal(("a; b", "/a", new DateOnly(2026, 6, 13), "u2"), (undated.Fact, undated.FactRef, undated.NotBefore, undated.Until));
    }

    [Fact]
    public void Merged_zones_are_named_together_and_one_firing_stays_as_it_is()
    {
        var rule = TinyPack.Rule("X-1", "each: planned-zone, if: depth > 1.0", "merge: true");

        Assert.Equal(["back"], Assert.Single(TinyPack.Decide(TwoZones, rule)).Zones);
        Assert.Equal(["cheek", "back"], Assert.Single(TinyPack.Decide(TwoZones, rule.Replace("depth > 1.0", "depth > 0.1", StringComparison.Ordinal))).Zones);
    }

    [Fact]
    public void Repeated_firings_are_those_of_the_rules_named_one_by_one()
    {
        const string Acne = "'conditions':[{'id':'acne','status':'active'},{'id':'psoriasis','status':'active'},{'id':'acne','status':'active'}]";
        string Found(string clause) => string.Join(' ', TinyPack.Decide(Acne, TinyPack.Rule("X-1", clause), TinyPack.Rule("X-2", "each: condition, of: [acne]"), TinyPack.Rule("X-3", "each: condition, of: [psoriasis]"), TinyPack.Rule("X-4", "if: phototype > 6"))
            .Where(f => f.Rule == "X-1").Select(f => f.FactRef + f.Met));

        Assert.Equal("/conditions/0 /conditions/2", Found("each: firing, of: [X-2]"));
        Assert.Equal("/conditions/0True /conditions/2True /conditions/1True", Found("each: firing, of: [X-2, X-3, X-4], met: true"));
        Assert.Equal("", Found("each: firing, of: [X-4]"));
        Assert.Equal("", Found("each: firing, of: [X-2], if: phototype > 6"));
        Assert.Equal("/conditions/1", Found("each: firing, of: [X-3], if: phototype = 2"));
    }
}
