using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>How large a pack may be, up to the edge: nothing is lost on the way, and more is refused in words.</summary>
public class PackLimitTests
{
    [Fact]
    public void Rule_fires_wherever_it_stands_among_the_most_that_a_pack_may_have()
    {
        var pack = WithRules(256 - ProtocolPack.Current.Rules.Count);

        var fired = Candidacy.Decide(pack, Cases.With("'medicines':[{'id':'warfarin','taking':true,'prescribed':true}]")).Findings.Select(f => f.Rule).Order(StringComparer.Ordinal);

        Assert.Equal(256, pack.Rules.Count);
        Assert.Equal(["C13", "M-RX", "M07", .. pack.Rules.Select(r => r.Id).Where(id => id.StartsWith("X-", StringComparison.Ordinal))], fired);
    }

    [Fact]
    public void One_rule_more_is_refused() => Refused(WithRules(257 - ProtocolPack.Current.Rules.Count), "protocol/rules: has 257 rules; 256 at most.");

    [Fact]
    public void Every_zone_of_the_largest_pack_can_be_asked_at_once()
    {
        var pack = WithZones(64);
        var zones = pack.Zones.Select(z => new PlannedZone { Zone = z.Id, DepthMm = 0.3m, Indication = "texture" }).ToList();
        var clean = Cases.With();
        var light = new ProcedureFact { Id = "ipl", On = new DateOnly(2026, 6, 1), Zones = ["own-63"] };

        var decision = Candidacy.Decide(pack, clean with { Plan = clean.Plan with { Zones = zones }, Procedures = [light], Conditions = [new() { Id = "psoriasis", Status = ConditionStatus.Active }] });

        Assert.Equal(64, decision.Zones.Count);
        Assert.Equal(["own-63"], decision.Findings.Single(f => f.Rule == "C23a").Zones);
        Assert.Equal(pack.Zones.Select(z => z.Id), decision.Zones.Select(z => z.Zone));
        Assert.Equal(pack.Zones.Select(z => z.Id), decision.Findings.Single(f => f.Rule == "C06a").Zones);
    }

    [Fact]
    public void One_zone_more_is_refused() => Refused(WithZones(65), "protocol/zones.yaml: has 65 zones; 64 at most.");

    [Fact]
    public void Plan_with_more_zones_than_a_pack_may_have_is_refused()
    {
        var clean = Cases.With();
        var plan = clean.Plan with { Zones = [.. Enumerable.Repeat(clean.Plan.Zones[0], 65)] };

        var e = Assert.Throws<ProtocolException>(() => Candidacy.Decide(ProtocolPack.Current, clean with { Plan = plan }));

        Assert.Equal("the plan asks 65 zones; 64 at most.", e.Message);
    }

    [Fact]
    public void Last_question_of_the_largest_pack_is_asked_where_it_applies()
    {
        var decision = Candidacy.Decide(WithQuestions(64), Cases.With() with { Unanswered = ["own-63"] });

        Assert.Equal(["own-63"], decision.Unanswered);
        Assert.Equal("/unanswered/0", Assert.Single(decision.Findings).FactRef);
    }

    [Fact]
    public void One_question_more_is_refused() => Refused(WithQuestions(65), "protocol/questions.yaml: has 65 questions; 64 at most.");

    [Theory]
    [InlineData("answeredBy: {lists: [allergies]}", "answeredBy: {lists: [fears]}", "protocol/questions.yaml: no list 'fears' can answer a question.")]
    [InlineData("answeredBy: {values: [screening.bdd]}", "answeredBy: {values: [screening.ocd]}", "protocol/questions.yaml: no value 'screening.ocd' can answer a question.")]
    public void Answer_that_no_case_can_give_is_refused(string good, string wrong, string says) =>
        Refused(With("questions.yaml", text => text.Replace(good, wrong, StringComparison.Ordinal)), says);

    private static void Refused(ProtocolPack pack, string says) => Assert.Equal(says, Assert.Throws<ProtocolException>(() => pack.Checked()).Message);

    private static ProtocolPack WithRules(int more) => With("rules/scars.yaml", text =>
    {
        var rule = text[text.IndexOf("- id: C32", StringComparison.Ordinal)..].Replace("{from}", "1", StringComparison.Ordinal).Replace("{to: maxDepthMm, if: of-face and first-session}", "{to: maxDepthMm}", StringComparison.Ordinal);
        return text + string.Concat(Numbered(1, more, "000", n => rule.Replace("C32", "X-" + n, StringComparison.Ordinal)));
    });

    private static ProtocolPack WithZones(int count) =>
        With("zones.yaml", text => text + string.Concat(Numbered(ProtocolPack.Current.Zones.Count, count - ProtocolPack.Current.Zones.Count, "00", n => $"- {{id: own-{n}, name: Own {n}, capMm: 1.0, areaCm2: 1}}\n")));

    private static ProtocolPack WithQuestions(int count) =>
        With("questions.yaml", text => text + string.Concat(Numbered(ProtocolPack.Current.Questions.Count, count - ProtocolPack.Current.Questions.Count, "00", n =>
            $"- {{id: own-{n}, kind: safety, asks: own {n}, text: t, help: h, applies: {{faceZone: true}}, answeredBy: {{conditions: [acne]}}}}\n")));

    private static IEnumerable<string> Numbered(int first, int count, string format, Func<string, string> line) =>
        Enumerable.Range(first, count).Select(n => line(n.ToString(format, CultureInfo.InvariantCulture)));

    private static ProtocolPack With(string file, Func<string, string> change)
    {
        var files = ProtocolPack.Current.FileNames.ToDictionary(name => name, ProtocolPack.Current.Text);
        files[file] = change(files[file].TrimEnd() + "\n");
        return ProtocolPack.From(files);
    }
}
