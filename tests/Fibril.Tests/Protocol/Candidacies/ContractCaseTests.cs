using System.Text.Json;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

public class ContractCaseTests
{
    private static readonly JsonElement Expected = Example.Json("cases/expected.json").GetProperty("cases");

    public static TheoryData<string> Ids => [.. Expected.EnumerateObject().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Worked_example_is_decided_as_written(string id)
    {
        var expected = Expected.GetProperty(id);

        var decision = JsonDocument.Parse(Decide(id).ToJson()).RootElement;

        Assert.Equal(expected.GetProperty("decision").GetString(), decision.GetProperty("decision").GetString());
        Assert.Equal(expected.GetProperty("notBefore").GetString(), decision.GetProperty("notBefore").GetString());
        var findings = decision.GetProperty("findings").EnumerateArray().ToLookup(f => f.GetProperty("rule").GetString()!);
        AssertRules(expected, findings);
        AssertZones(expected, decision);
        Assert.Subset(Example.Words(decision, "unanswered"), Example.Words(expected, "unanswered"));
        Assert.Empty(Example.Words(decision, "unanswered").Intersect(Example.Words(expected, "notUnanswered")));
        Assert.False(expected.TryGetProperty("conditionsNotEmpty", out _) && decision.GetProperty("conditions").GetArrayLength() == 0);
    }

    [Fact]
    public void Full_output_matches_the_worked_one()
    {
        var expected = Example.Json("cases/O06.decision.json");

        var decision = JsonDocument.Parse(Decide("O06").ToJson()).RootElement;

        Assert.True(JsonElement.DeepEquals(expected.GetProperty("zones"), decision.GetProperty("zones")));
        var finding = Assert.Single(decision.GetProperty("findings").EnumerateArray());
        foreach (var key in expected.GetProperty("findings")[0].EnumerateObject().Where(p => p.Name is not ("fact" or "reason")))
        {
            Assert.True(JsonElement.DeepEquals(key.Value, finding.GetProperty(key.Name)), key.Name);
        }
    }

    private static CandidacyDecision Decide(string id)
    {
        var reading = CaseReader.Read(Example.Text($"cases/{id}.json"));
        Assert.Empty(reading.Problems);
        return Candidacy.Decide(ProtocolPack.Current, reading.Case!);
    }

    private static void AssertRules(JsonElement expected, ILookup<string, JsonElement> findings)
    {
        Assert.Subset(findings.Select(g => g.Key).ToHashSet(), Example.Words(expected, "mustFire"));
        Assert.Empty(findings.Select(g => g.Key).Intersect(Example.Words(expected, "mustNotFire")));
        foreach (var (key, field) in new[] { ("effects", "effect"), ("ruleDates", "notBefore"), ("met", "met"), ("override", "overridableBy") })
        {
            foreach (var rule in expected.TryGetProperty(key, out var rules) ? rules.EnumerateObject().ToList() : [])
            {
                Assert.Contains(rule.Value.GetRawText(), findings[rule.Name].Select(f => f.GetProperty(field).GetRawText()));
            }
        }
    }

    private static void AssertZones(JsonElement expected, JsonElement decision)
    {
        foreach (var zone in expected.TryGetProperty("zones", out var zones) ? zones.EnumerateObject().ToList() : [])
        {
            var actual = decision.GetProperty("zones").EnumerateArray().Single(z => z.GetProperty("zone").GetString() == zone.Name);
            foreach (var field in zone.Value.EnumerateObject())
            {
                Assert.True(JsonElement.DeepEquals(field.Value, actual.GetProperty(field.Name)), $"{zone.Name}.{field.Name}: {actual.GetProperty(field.Name)}");
            }
        }
    }
}
