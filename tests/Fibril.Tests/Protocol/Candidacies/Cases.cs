using System.Text.Json.Nodes;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>Case files for tests: a person with nothing to report on 10 June 2026, and what a test adds.</summary>
internal static class Cases
{
    private const string Clean = """
        {
          "contract": "fibril.case/1", "on": "2026-06-10", "jurisdiction": "GB-ENG",
          "patient": {"birthDate": "1990-03-15", "sex": "female", "phototype": 2},
          "plan": {
            "device": "pen", "energy": "none", "deviceLabel": "none", "anaesthetic": "lidocaine-4",
            "zones": [{"zone": "cheek", "depthMm": 1.0, "indication": "texture"}]
          },
          "otherwise": "no"
        }
        """;

    /// <summary>The clean case with these facts; objects are merged, everything else is replaced. Single quotes stand for double ones.</summary>
    public static string Json(string facts = "")
    {
        var file = JsonNode.Parse(Clean)!.AsObject();
        Merge(file, JsonNode.Parse("{" + facts.Replace('\'', '"') + "}")!.AsObject());
        return file.ToJsonString();
    }

    public static CaseFile With(string facts = "")
    {
        var reading = CaseReader.Read(Json(facts));
        Assert.Empty(reading.Problems);
        return reading.Case!;
    }

    public static CandidacyDecision Decide(string facts = "") => Candidacy.Decide(ProtocolPack.Current, With(facts));

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (value is JsonObject inner && into[key] is JsonObject outer)
            {
                Merge(outer, inner);
            }
            else if (value is null && key != "resolvedOn")
            {
                into.Remove(key);
            }
            else
            {
                into[key] = value?.DeepClone();
            }
        }
    }
}
