using System.Text.Json;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Triages;

public class ContractTriageTests
{
    private static readonly JsonElement Expected = Example.Json("triage/expected.json").GetProperty("cases");

    public static TheoryData<string> Ids => [.. Expected.EnumerateObject().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Worked_example_is_triaged_as_written(string id)
    {
        var expected = Expected.GetProperty(id);

        var answer = JsonDocument.Parse(Decide(id).ToJson()).RootElement;

        Assert.Equal(expected.GetProperty("level").GetString(), answer.GetProperty("level").GetString());
        var flags = answer.GetProperty("flags").EnumerateArray().Select(f => f.GetString()!).ToHashSet();
        Assert.Subset(flags, Example.Words(expected, "mustFlag"));
        Assert.Empty(flags.Intersect(Example.Words(expected, "mustNotFlag")));
        Assert.False(expected.TryGetProperty("noFlags", out _) && flags.Count > 0);
    }

    [Fact]
    public void Full_output_matches_the_worked_one()
    {
        var expected = Example.Json("triage/OT6.triage.json");

        var answer = JsonDocument.Parse(Decide("OT6").ToJson()).RootElement;

        foreach (var key in expected.EnumerateObject().Where(p => p.Name is not ("protocol" or "findings" or "expected")))
        {
            Assert.True(JsonElement.DeepEquals(key.Value, answer.GetProperty(key.Name)), key.Name);
        }

        foreach (var key in expected.GetProperty("expected").EnumerateObject().Where(p => p.Name != "text"))
        {
            Assert.True(JsonElement.DeepEquals(key.Value, answer.GetProperty("expected").GetProperty(key.Name)), key.Name);
        }

        Assert.Equal(["F14", "N-DAY"], answer.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString()));
    }

    private static TriageDecision Decide(string id)
    {
        var reading = CheckInReader.Read(Example.Text($"triage/{id}.json"));
        Assert.Empty(reading.Problems);
        return Triage.Decide(ProtocolPack.Current, reading.CheckIn!);
    }
}
