using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>Findings come strictest first, then by rule id, then in the order of the facts, each with the zones it names.</summary>
public class FindingOrderTests
{
    [Fact]
    public void Strictest_first_then_by_id_whatever_the_order_of_the_facts()
    {
        var decision = Cases.Decide("""
            'plan': {'zones': [{'zone': 'cheek', 'depthMm': 1.0, 'indication': 'texture'}, {'zone': 'neck', 'depthMm': 1.0, 'indication': 'texture'}]},
            'conditions': [
              {'id': 'tattoo', 'status': 'active', 'zones': ['cheek']},
              {'id': 'benign-lesion', 'status': 'active', 'zones': ['neck']},
              {'id': 'psoriasis', 'status': 'active', 'zones': ['neck']},
              {'id': 'open-wound', 'status': 'active', 'zones': ['cheek']},
              {'id': 'hypertrophic-scar', 'status': 'history'}],
            'medicines': [{'id': 'antihistamine', 'taking': true, 'prescribed': false}]
            """);

        Assert.Equal(
            ["C06a", "C06b", "C08c", "C01", "C17d", "C34", "M30"],
            decision.Findings.Select(f => f.Rule));
        Assert.Equal(["neck"], decision.Findings[0].Zones);
        Assert.Equal(["cheek", "neck"], decision.Findings[1].Zones);
        Assert.Equal(["cheek"], decision.Findings.Single(f => f.Rule == "C34").Zones);
    }

    [Fact]
    public void Findings_of_one_rule_keep_the_order_of_the_facts()
    {
        var decision = Cases.Decide("""
            'medicines': [
              {'id': 'warfarin', 'taking': true, 'prescribed': true}, {'id': 'acenocoumarol', 'taking': true, 'prescribed': true},
              {'id': 'phenprocoumon', 'taking': true, 'prescribed': true}]
            """);

        Assert.Equal(["/medicines/0", "/medicines/1", "/medicines/2"], decision.Findings.Where(f => f.Rule == "M07").Select(f => f.FactRef));
        Assert.Equal(["C13", "C13", "C13", "M07", "M07", "M07", "M-RX", "M-RX", "M-RX"], decision.Findings.Select(f => f.Rule));
    }

    [Fact]
    public void Condition_besides_a_date_stays_and_a_date_alone_needs_none()
    {
        var both = Cases.Decide("""
            'conditions': [{'id': 'fever', 'status': 'history', 'healedOn': '2026-06-08'}, {'id': 'systemic-infection', 'status': 'active'}]
            """).Findings.Single(f => f.Rule == "C38");
        var dated = Cases.Decide("'conditions': [{'id': 'fever', 'status': 'history', 'healedOn': '2026-06-08'}]").Findings.Single(f => f.Rule == "C38");

        Assert.Equal((new DateOnly(2026, 6, 15), true), (both.NotBefore, both.Until is not null));
        Assert.Equal((new DateOnly(2026, 6, 15), null), (dated.NotBefore, dated.Until));
        Assert.Contains("; ", both.Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false)] // 3 papules are few
    [InlineData(4, true)]
    public void Acne_with_papules_is_always_one_of_two_rules(int papules, bool inflamed)
    {
        var rules = Cases.Decide($"'conditions': [{{'id': 'acne', 'status': 'active', 'lesions': {{'papules': {papules}}}}}]").Findings.Select(f => f.Rule).ToList();

        Assert.Equal(inflamed ? ["C02a"] : ["C02b"], rules);
    }
}
