using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>Facts come from forms, charts and people, and so more than once, for one zone or for several.</summary>
public class RepeatedFactTests
{
    private const string CheekAndBack = "'plan':{'zones':[{'zone':'cheek','depthMm':1.0,'indication':'texture'},{'zone':'back','depthMm':1.0,'indication':'texture'}]}";

    [Fact]
    public void Fact_said_twice_decides_as_said_once() => Assert.All(RuleCoverageTests.AllRows, row =>
    {
        var file = Cases.With(row.Facts) with { Otherwise = null };

        var (once, twice) = (Candidacy.Decide(ProtocolPack.Current, file), Candidacy.Decide(ProtocolPack.Current, Twice(file)));

        Assert.Equal(once.Zones, twice.Zones);
        Assert.Equal(once.Unanswered, twice.Unanswered);
        Assert.Equal(once.Findings.Select(Essence).Distinct(), twice.Findings.Select(Essence).Distinct());
    });

    [Fact]
    public void Second_zone_is_judged_by_its_own_facts()
    {
        string Zones(string facts, string clause) => string.Join(' ', TinyPack.Decide(CheekAndBack + facts, TinyPack.Rule("X-1", clause)).Select(f => string.Join('+', f.Zones)));

        Assert.Equal("back", Zones(",'exposures':{'lastUv':'2026-06-01','uvZones':['back']}", "each: exposure, if: in-sun"));
        Assert.Equal("cheek", Zones(",'exposures':{'lastUv':'2026-06-01','uvZones':['face']}", "each: exposure, if: in-sun"));
        Assert.Equal("cheek", Zones(",'procedures':[{'id':'needling','on':'2026-01-01','depthMm':0.5,'zones':['back']}]", "each: planned-zone, if: first-session"));
        Assert.Equal("cheek", Zones(",'conditions':[{'id':'acne','status':'active'}]", "each: case, if: 'of-face and some(condition acne: of-face)'"));
    }

    [Theory]
    [InlineData("cheek", "chin", "face-asked")]
    [InlineData("back", "decolletage", "keloid-prone-asked")]
    public void Two_zones_of_a_kind_are_still_of_the_kind(string one, string other, string name) => Assert.Single(TinyPack.Decide(
        $"'plan':{{'zones':[{{'zone':'{one}','depthMm':1.0,'indication':'texture'}},{{'zone':'{other}','depthMm':1.0,'indication':'texture'}}]}}",
        TinyPack.Rule("X-1", "if: " + name)));

    [Fact]
    public void Rule_covers_the_plan_by_several_facts_together()
    {
        bool Covers(string conditions) => TinyPack.Decide(
            CheekAndBack + $",'conditions':[{conditions}]", TinyPack.Rule("X-1", "if: covers(X-2)"), TinyPack.Rule("X-2", "each: condition, of: [all], zones: touched")).Any(f => f.Rule == "X-1");

        Assert.True(Covers("{'id':'acne','status':'active','zones':['back']},{'id':'psoriasis','status':'active','zones':['face']}"));
        Assert.True(Covers("{'id':'acne','status':'active'},{'id':'psoriasis','status':'active'}"));
        Assert.False(Covers("{'id':'acne','status':'active','zones':['back']},{'id':'psoriasis','status':'active','zones':['back']}"));
    }

    [Fact]
    public void Merged_waits_without_a_date_keep_their_condition_however_many()
    {
        var rule = TinyPack.Rule("X-1", "until: day + 3 days, says: a }, { says: b }, { says: c", "merge: true", "effect: defer, reason: r, patient: p, until: u");

        var finding = Assert.Single(TinyPack.Decide("", rule));

        Assert.Equal(("a; b; c", new DateOnly(2026, 6, 13), "u"), (finding.Fact, finding.NotBefore, finding.Until));
    }

    [Fact]
    public void Clause_says_where_its_fact_stands_and_names_only_its_topicals()
    {
        var found = TinyPack.Decide("'plan':{'topicals':['own-serum','prp']},'conditions':[{'id':'acne','status':'active'}]", TinyPack.Rule("X-1", "each: topical, of: [prp]"), TinyPack.Rule("X-2", "each: condition, of: [acne], at: /elsewhere"));

        Assert.Equal(["/plan/topicals/1", "/elsewhere"], found.Select(f => f.FactRef));
    }

    private static CaseFile Twice(CaseFile file) => file with
    {
        Conditions = Doubled(file.Conditions?.Select(c => c with { Zones = Doubled(c.Zones) })),
        Medicines = Doubled(file.Medicines),
        Products = Doubled(file.Products?.Select(p => p with { Zones = Doubled(p.Zones) })),
        Procedures = Doubled(file.Procedures?.Select(p => p with { Zones = Doubled(p.Zones) })),
        Allergies = Doubled(file.Allergies),
        Measurements = Doubled(file.Measurements),
        Unanswered = Doubled(file.Unanswered),
        AnsweredNo = Doubled(file.AnsweredNo),
    };

    private static List<T>? Doubled<T>(IEnumerable<T>? facts) => facts is null ? null : [.. facts, .. facts];

    private static (string Rule, FindingEffect Effect, string Zones, DateOnly? NotBefore, string? Until, bool? Met) Essence(Finding f) =>
        (f.Rule, f.Effect, string.Join('+', f.Zones), f.NotBefore, f.Until, f.Met);
}
