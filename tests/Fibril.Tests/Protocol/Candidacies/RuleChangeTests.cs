using CsCheck;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>A clinic can be stricter than the protocol or see a rule as a note; it can never be milder without saying so.</summary>
public class RuleChangeTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    public static TheoryData<string> Rules => [.. Pack.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Tightened_rule_is_never_more_permissive(string id) =>
        Assert.All(Tightenings(Pack.Rule(id)), change => Assert.All(Facts(id), facts => AssertStricter(Cases.With(facts), change)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_switched_off_still_fires_as_a_note_and_changes_no_other_finding(string id)
    {
        if (!RuleChanges.MaySwitchOff(Pack.Rule(id)))
        {
            Assert.Matches("nobody may override|is a rule of conduct", Assert.Throws<ProtocolException>(() => Pack.With([Off(id)])).Message);
            return;
        }

        var off = Pack.With([Off(id)]);
        Assert.All(Facts(id), facts =>
        {
            var (before, now) = (Candidacy.Decide(Pack, Cases.With(facts)), Candidacy.Decide(off, Cases.With(facts)));
            Assert.Equal(before.Findings.Where(f => f.Rule != id).Select(f => (f.Rule, f.Effect, f.Fact, f.NotBefore)), now.Findings.Where(f => f.Rule != id).Select(f => (f.Rule, f.Effect, f.Fact, f.NotBefore)));
            Assert.Equal(before.Findings.Where(f => f.Rule == id).Select(f => f.FactRef).Distinct().Order(), now.Findings.Where(f => f.Rule == id).Select(f => f.FactRef).Distinct().Order());
            Assert.All(now.Findings.Where(f => f.Rule == id), f => Assert.Equal((FindingEffect.Note, null), (f.Effect, f.NotBefore)));
        });
    }

    [Fact]
    public void Any_tightening_of_any_fired_rule_is_never_more_permissive() => Gen.Select(FactGen.Case, Gen.Int[0, 1000]).Sample(
        (file, which) =>
        {
            var changes = Candidacy.Decide(Pack, file).Findings.Select(f => f.Rule).Distinct().SelectMany(r => Tightenings(Pack.Rule(r))).ToList();
            if (changes.Count > 0)
            {
                AssertStricter(file, changes[which % changes.Count]);
            }
        },
        iter: 300);

    private static IEnumerable<string> Facts(string id) => RuleCoverageTests.AllRows.Where(r => r.Rule == id).Select(r => r.Facts);

    private static RuleChange Off(string rule) => new() { Rule = rule, Off = true, Because = "Our clinic sees no such skin." };

    private static IEnumerable<RuleChange> Tightenings(Rule rule)
    {
        var change = new RuleChange { Rule = rule.Id, Because = "Our own results." };
        return !RuleChanges.MayChange(rule) ? [] :
        [
            .. rule.Tighter.Select(t => change with { Numbers = new Dictionary<string, decimal> { [t.Key] = Tighten(rule.Numbers[t.Key], t.Value) } }),
            .. RuleChanges.MayLastLonger(rule) ? [change with { DaysLonger = 10 }] : Array.Empty<RuleChange>(),
            .. RuleChanges.StricterThan(rule).Select(effect => change with { Effect = effect }),
            .. RuleChanges.NarrowerThan(rule).Select(who => change with { OverridableBy = who }),
        ];
    }

    private static decimal Tighten(decimal number, Tighter direction) => direction == Tighter.More ? number * 2 : number.Scale == 0 ? Math.Floor(number / 2) : number / 2;

    private static void AssertStricter(CaseFile file, RuleChange change)
    {
        var (before, now) = (Candidacy.Decide(Pack, file), Candidacy.Decide(Tightened(change), file));
        Assert.All(before.Findings.Where(f => f.Effect == FindingEffect.Defer), f => Assert.Contains(now.Findings, n => n.Rule == f.Rule && n.FactRef == f.FactRef && n.Effect is FindingEffect.Defer or FindingEffect.DoNotTreat));
        Assert.All(before.Zones.Zip(now.Zones), zone =>
        {
            Assert.True(zone.Second.Decision >= zone.First.Decision, $"{change}: {zone.First} became {zone.Second}");
            Assert.True(zone.Second.Decision == CandidacyOutcome.DoNotTreat || zone.First.NotBefore is null || zone.Second.NotBefore >= zone.First.NotBefore, $"{change}: {zone.First} became {zone.Second}");
            Assert.True(zone.Second.MaxDepthMm <= zone.First.MaxDepthMm);
            Assert.True(zone.Second.MinIntervalDays >= zone.First.MinIntervalDays, $"{change}: {zone.First} became {zone.Second}");
        });
    }

    private static ProtocolPack Tightened(RuleChange change) =>
        Packs.GetOrAdd($"{change.Rule} {string.Join(',', change.Numbers)} {change.DaysLonger} {change.Effect} {change.OverridableBy}", _ => Pack.With([change]));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ProtocolPack> Packs = new();
}
