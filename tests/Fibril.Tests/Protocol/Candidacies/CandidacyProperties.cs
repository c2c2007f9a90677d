using CsCheck;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

public class CandidacyProperties
{
    private const int Cases = 300;
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Order_of_facts_changes_nothing() => FactGen.Case.Sample(
        file =>
        {
            var turned = file with
            {
                Conditions = [.. file.Conditions!.Reverse()],
                Medicines = [.. file.Medicines!.Reverse()],
                Products = [.. file.Products!.Reverse()],
                Procedures = [.. file.Procedures!.Reverse()],
                Allergies = [.. file.Allergies!.Reverse()],
            };

            var one = Candidacy.Decide(Pack, file);
            var other = Candidacy.Decide(Pack, turned);

            Assert.Equal(one.Zones, other.Zones);
            Assert.Equal((one.Decision, one.NotBefore), (other.Decision, other.NotBefore));
            Assert.Equal(one.Findings.Select(Essence).Order(), other.Findings.Select(Essence).Order());
        },
        iter: Cases);

    [Fact]
    public void Zone_findings_are_those_of_the_zone_planned_alone() => FactGen.Case.Sample(
        file =>
        {
            var together = Candidacy.Decide(Pack, file);

            foreach (var zone in file.Plan.Zones)
            {
                var alone = Candidacy.Decide(Pack, file with { Plan = file.Plan with { Zones = [zone] } });
                Assert.Equal(InZone(alone, zone.Zone), InZone(together, zone.Zone));
            }
        },
        iter: Cases);

    [Fact]
    public void One_more_fact_is_never_more_permissive() => Gen.Select(FactGen.Case, FactGen.Condition, FactGen.Product, FactGen.Procedure).Sample(
        (file, condition, product, procedure) =>
        {
            var before = Candidacy.Decide(Pack, file);
            CaseFile[] more =
            [
                file with { Conditions = [.. file.Conditions!, condition] },
                file with { Products = [.. file.Products!, product] },
                file with { Procedures = [.. file.Procedures!, procedure] },
            ];

            Assert.All(more, file => Assert.True(Candidacy.Decide(Pack, file).Decision >= before.Decision));
        },
        iter: Cases);

    [Fact]
    public void One_more_open_question_is_never_more_permissive() => Gen.Select(FactGen.Case, Gen.OneOf(Pack.Questions.ToArray())).Sample(
        (file, question) =>
        {
            var before = Candidacy.Decide(Pack, file);

            var open = Candidacy.Decide(Pack, file with { Unanswered = [question.Id] });

            Assert.True(open.Decision >= before.Decision);
            Assert.Equal(Candidacy.QuestionsFor(Pack, file).Contains(question), open.Unanswered.Contains(question.Id));
        },
        iter: Cases);

    [Fact]
    public void Waiting_until_the_date_ends_every_dated_finding() => FactGen.Case.Sample(
        file =>
        {
            var now = Candidacy.Decide(Pack, file);
            var dated = now.Findings.Where(f => f.NotBefore is not null && f.Rule != "C09a").ToList();
            if (dated.Count == 0)
            {
                return;
            }

            var last = dated.Max(f => f.NotBefore)!.Value;
            var then = Candidacy.Decide(Pack, file with { Plan = file.Plan with { SessionDate = last } });

            var stillThere = then.Findings.Where(f => f.NotBefore is not null).Select(f => (f.Rule, f.FactRef, f.NotBefore));
            Assert.Empty(stillThere.Intersect(dated.Select(f => (f.Rule, f.FactRef, f.NotBefore))));
        },
        iter: Cases);

    [Fact]
    public void Depth_never_exceeds_the_cap_and_gap_never_falls_short_of_a_week() => FactGen.Case.Sample(
        file => Assert.All(
            Candidacy.Decide(Pack, file).Zones,
            zone => Assert.True(zone.MaxDepthMm <= Pack.Zone(zone.Zone).CapMm && zone.MinIntervalDays >= 7)),
        iter: Cases);

    [Fact]
    public void Decision_replays_byte_for_byte_from_the_stored_facts_and_the_protocol() => FactGen.Case.Sample(
        file =>
        {
            var (facts, decision) = (file.ToJson(), Candidacy.Decide(Pack, file).ToJson());

            Assert.Equal(decision, Candidacy.Decide(Again, CaseFile.FromJson(facts)).ToJson());
            Assert.Equal(facts, CaseFile.FromJson(facts).ToJson());
            Assert.Equal(decision, CandidacyDecision.FromJson(decision).ToJson());
        },
        iter: Cases);

    /// <summary>The same protocol read once more from its texts, as years later.</summary>
    private static readonly ProtocolPack Again = ProtocolPack.From(ProtocolPack.Current.Contents);

    private static string Essence(Finding f) => $"{f.Rule} {f.Effect} {string.Join(',', f.Zones)} {f.NotBefore:yyyy-MM-dd} {f.Until} {f.Met}";

    private static List<string> InZone(CandidacyDecision decision, string zone) =>
    [
        .. decision.Findings
            .Where(f => f.Scope == RuleScope.Zone && f.Zones.Contains(zone))
            .Select(f => $"{f.Rule} {f.Effect} {f.NotBefore:yyyy-MM-dd} {f.FactRef?.Split('/')[1]}")
            .Order(),
    ];
}
