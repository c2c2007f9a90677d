using System.Text.Json;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Plans;

public class PlanVerbTests
{
    [Fact]
    public async Task Plan_within_all_limits_has_nothing_against_it()
    {
        var answer = await CheckAsync(Case(depth: "1.0"));

        Assert.Equal(0, answer.Code);
        Assert.StartsWith("Nothing stands against this plan", answer.Output, StringComparison.Ordinal);
        Assert.Contains("cheek: 1 mm planned, cap 1.5 mm", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_beyond_cap_and_interval_names_every_reason_with_its_sources()
    {
        var answer = await CheckAsync(Case(depth: "2.0", more: "\"sessions\": 3, \"intervalDays\": 5,"));

        Assert.Equal(0, answer.Code);
        Assert.StartsWith("Needs a physician's decision: 2 points", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Z-CAP Physician decides, cheek: 2.0 mm is deeper than the cap of 1.5 mm", answer.Output, StringComparison.Ordinal);
        Assert.Contains("5 are planned", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\nSources\n  S", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_session_of_dark_skin_is_held_to_its_depth_unless_needled_before()
    {
        const string before = "\"procedures\": [{\"id\": \"needling\", \"on\": \"2025-01-10\", \"depthMm\": 1.0}],";

        var first = await CheckAsync(Case(depth: "1.25", phototype: 5), "--json");
        var later = await CheckAsync(Case(depth: "1.25", phototype: 5, facts: before), "--json");

        Assert.Contains("C32", Codes(first));
        Assert.DoesNotContain("C32", Codes(later));
    }

    [Fact]
    public async Task Other_treatments_are_judged_by_their_days()
    {
        var near = await CheckAsync(Case(), "--json", "--with", "rf-needling:0", "--with", "prp:0");

        Assert.False(Json(near).GetProperty("allowed").GetBoolean());
        Assert.Contains("rf-needling", Codes(near));
        Assert.Contains("prp", Codes(near));
    }

    [Fact]
    public async Task Json_is_one_object_with_limits_findings_and_sources()
    {
        var answer = Json(await CheckAsync(Case(depth: "2.0"), "--json"));

        Assert.Equal("needs-physician", answer.GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Equal(1.5m, answer.GetProperty("zones")[0].GetProperty("capMm").GetDecimal());
        Assert.NotEmpty(answer.GetProperty("sources").EnumerateArray());
    }

    [Fact]
    public async Task Wrong_input_names_every_problem_and_prints_nothing()
    {
        var wrong = await CheckAsync("""{"contract": "fibril.case/1"}""", "--with", "filer:-3", "--with", "prp");

        wrong.IsRefused("--with: \"filer\" is not known", "--with: \"prp\" is not treatment:days", "has no \"plan\"");
        (await Verb.RunAsync("plan", "check", "/no/such/case.json")).IsRefused("cannot be read");
        (await Verb.RunAsync("plan", "check", "")).IsRefused("is no name of a file");
        (await CheckAsync(Case(), "--on", "tomorrow")).IsRefused("\"tomorrow\" is no day");
    }

    private static Task<Verb> CheckAsync(string text, params string[] options) => Verb.OnFileAsync(text, ["plan", "check", "FILE", .. options]);

    private static JsonElement Json(Verb answer) => JsonDocument.Parse(answer.Output).RootElement;

    private static IEnumerable<string?> Codes(Verb answer) => Json(answer).GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString());

    private static string Case(string depth = "1.0", int phototype = 2, string more = "", string facts = "") =>
        $$"""
        {"contract": "fibril.case/1", "on": "2026-06-10", "jurisdiction": "GB-ENG",
         "patient": {"birthDate": "1987-07-07", "sex": "female", "phototype": {{phototype}}},
         {{facts}}
         "plan": {"device": "pen", "energy": "none", "deviceLabel": "none", "anaesthetic": "lidocaine-4", {{more}}
                  "zones": [{"zone": "cheek", "depthMm": {{depth}}, "indication": "acne-scar"}]},
         "otherwise": "no"}
        """;
}
