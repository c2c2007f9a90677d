using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>What the contract says of every decision, checked on the decisions of all rows.</summary>
public partial class DecisionSchemaTests
{
    private static readonly JsonElement Schema = Example.Json("decision.schema.json");

    [Fact]
    public void Every_decision_fits_the_schema() =>
        Assert.All(RuleCoverageTests.AllRows, row => Check(JsonDocument.Parse(Cases.Decide(row.Facts).ToJson()).RootElement, row.Facts));

    [Fact]
    public void Same_facts_give_the_same_bytes() =>
        Assert.All(RuleCoverageTests.AllRows.Take(40), row => Assert.Equal(Cases.Decide(row.Facts).ToJson(), Cases.Decide(row.Facts).ToJson()));

    private static void Check(JsonElement decision, string facts)
    {
        Required(decision, Schema);
        Assert.Equal("fibril.decision/1", decision.GetProperty("contract").GetString());
        Assert.Matches("^sha256:[0-9a-f]{64}$", decision.GetProperty("protocol").GetProperty("hash").GetString());
        var asked = decision.GetProperty("zones").EnumerateArray().Select(z => z.GetProperty("zone").GetString()).ToList();
        foreach (var zone in decision.GetProperty("zones").EnumerateArray())
        {
            CheckZone(zone, decision);
        }

        foreach (var finding in decision.GetProperty("findings").EnumerateArray())
        {
            CheckFinding(finding, asked);
        }

        CheckHeadline(decision, facts);
    }

    private static void CheckZone(JsonElement zone, JsonElement decision)
    {
        Required(zone, Schema.GetProperty("properties").GetProperty("zones").GetProperty("items"));
        var here = Findings(decision).Where(f => Zones(f).Contains(zone.GetProperty("zone").GetString())).ToList();
        Assert.Equal(here.Select(Rank).DefaultIfEmpty(0).Max(), Rank(zone.GetProperty("decision")));
        Assert.True(zone.GetProperty("maxDepthMm").GetDecimal() >= 0 && zone.GetProperty("minIntervalDays").GetInt32() >= 1);
        var dates = here.Where(f => Rank(f) is 2 or 3).Select(Date).Where(d => d is not null).ToList();
        Assert.Equal(Rank(zone.GetProperty("decision")) == 4 ? null : dates.Max(), Date(zone));
    }

    private static void CheckFinding(JsonElement finding, List<string?> asked)
    {
        var schema = Schema.GetProperty("properties").GetProperty("findings").GetProperty("items");
        Required(finding, schema);
        Assert.Matches(RuleId(), finding.GetProperty("rule").GetString());
        var zones = Zones(finding);
        Assert.NotEmpty(zones);
        Assert.Subset(asked.ToHashSet(), zones);
        Assert.True(finding.GetProperty("scope").GetString() == "zone" || zones.SetEquals(asked));
        Assert.All(["fact", "reason", "grade"], key => Assert.NotEmpty(finding.GetProperty(key).GetString()!));
        Assert.NotEqual(0, finding.GetProperty("sources").GetArrayLength());
        Assert.True(Rank(finding) is 2 or 3 || Date(finding) is null, "only a wait or a review carries a date");
        Assert.Equal(finding.GetProperty("rule").GetString() == "M20", finding.TryGetProperty("met", out _));
    }

    private static void CheckHeadline(JsonElement decision, string facts)
    {
        var zones = decision.GetProperty("zones").EnumerateArray().ToList();
        var rank = zones.Max(z => Rank(z.GetProperty("decision")));
        Assert.Equal(rank, Rank(decision.GetProperty("decision")));
        Assert.Equal(rank == 4 ? null : zones.Max(Date), Date(decision));
        var untils = Findings(decision).Where(f => Rank(f) >= 2).Select(f => f.GetProperty("until").GetString()).OfType<string>();
        Assert.Equal(untils.Distinct(), decision.GetProperty("conditions").EnumerateArray().Select(c => c.GetString()!));
        var precautions = decision.GetProperty("precautions").EnumerateArray().Select(p => p.GetProperty("rule").GetString());
        Assert.Equal(Findings(decision).Where(f => Rank(f) == 1).Select(f => f.GetProperty("rule").GetString()), precautions);
        Assert.False(facts.Length == 0 && rank > 0, "the clean case proceeds");
    }

    private static void Required(JsonElement value, JsonElement schema) =>
        Assert.All(schema.GetProperty("required").EnumerateArray(), key => Assert.True(value.TryGetProperty(key.GetString()!, out _), key.GetString()));

    private static JsonElement.ArrayEnumerator Findings(JsonElement decision) => decision.GetProperty("findings").EnumerateArray();

    private static HashSet<string?> Zones(JsonElement finding) => [.. finding.GetProperty("zones").EnumerateArray().Select(z => z.GetString())];

    private static string? Date(JsonElement value) => value.GetProperty("notBefore").GetString();

    private static int Rank(JsonElement value) =>
        (value.ValueKind == JsonValueKind.Object ? value.GetProperty("effect") : value).GetString() switch
        {
            "proceed" or "note" => 0,
            "proceed-with-precautions" or "precaution" => 1,
            "defer" => 2,
            "physician-review" => 3,
            "do-not-treat" => 4,
            var other => throw new InvalidOperationException($"'{other}' is not in the schema"),
        };

    [GeneratedRegex(@"^([CMR]\d{2,3}[a-e]?|M-RX|Z-CAP|Z-INT|U-ASK|X-[A-Z0-9-]+)$")]
    private static partial Regex RuleId();
}
