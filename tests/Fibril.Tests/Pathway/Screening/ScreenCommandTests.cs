using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Screening;

public class ScreenCommandTests
{
    private const string Valid =
        """
        {"contract": "fibril.case/1", "on": "2026-06-10", "jurisdiction": "GB-ENG",
         "patient": {"birthDate": "1987-07-07", "sex": "female", "phototype": 2},
         "plan": {"device": "pen", "energy": "none", "deviceLabel": "none", "anaesthetic": "lidocaine-4",
                  "zones": [{"zone": "hand-dorsum", "depthMm": 0.75, "indication": "texture"}]},
         "conditions": [{"id": "wart", "status": "history", "zones": ["hand-dorsum"], "healedOn": "2026-05-31"}],
         "otherwise": "no"}
        """;

    [Fact]
    public async Task A_valid_case_prints_the_decision_and_nothing_else()
    {
        var (code, output) = await RunAsync(Valid, "--json");

        Assert.Equal(0, code);
        var decision = CandidacyDecision.FromJson(output);
        Assert.Equal(CandidacyOutcome.Defer, decision.Decision);
        Assert.Equal("fibril.decision/1", JsonDocument.Parse(output).RootElement.GetProperty("contract").GetString());
    }

    [Fact]
    public async Task A_later_day_is_judged_for_that_day()
    {
        var (code, output) = await RunAsync(Valid, "--json", "--on", "2026-09-01");

        Assert.Equal(0, code);
        Assert.Equal(new DateOnly(2026, 9, 1), CandidacyDecision.FromJson(output).SessionDate);
    }

    [Fact]
    public async Task Text_for_people_names_the_rule()
    {
        var (code, output) = await RunAsync(Valid);

        Assert.Equal(0, code);
        Assert.Contains("C03b", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"contract": "fibril.case/1"}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_is_no_case_is_two_and_prints_nothing(string text)
    {
        var (code, output) = await RunAsync(text, "--json");

        Assert.Equal(2, code);
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_missing_file_is_two()
    {
        using var output = new StringWriter();

        Assert.Equal(2, await Commands.RunAsync(["screen", "/no/such/case.json", "--json"], output));
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_chart_is_judged_by_what_it_says_and_asks_the_rest()
    {
        const string bundle =
            """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"fullUrl": "urn:uuid:p", "resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Chart", "given": ["Cleo"]}], "birthDate": "1980-01-02", "gender": "female"}},
              {"resource": {"resourceType": "Condition", "id": "c", "subject": {"reference": "urn:uuid:p"}, "onsetDateTime": "2015-01-01",
                "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                "code": {"coding": [{"system": "http://snomed.info/sct", "code": "9014002", "display": "Psoriasis"}]}}}]}
            """;

        var (code, output) = await RunAsync(bundle, "--json", "--on", "2026-06-10", "--zone", "cheek:1.0:acne-scar");

        Assert.Equal(0, code);
        var decision = CandidacyDecision.FromJson(output);
        Assert.Contains(decision.Findings, f => f.Rule.StartsWith("C06", StringComparison.Ordinal));
        Assert.Contains("medicines", decision.Unanswered);
    }

    [Fact]
    public async Task Open_questions_stand_in_one_list_of_the_text()
    {
        const string bundle = """{"resourceType": "Bundle", "type": "collection", "entry": [{"fullUrl": "urn:uuid:p", "resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Chart", "given": ["Cleo"]}], "birthDate": "1980-01-02", "gender": "female"}}]}""";

        var (code, output) = await RunAsync(bundle, "--on", "2026-06-10");

        Assert.Equal(0, code);
        Assert.Contains("\nNot answered, and unknown is not no (U-ASK, ", output, StringComparison.Ordinal);
        Assert.Contains("\n  Physician decides: psoriasis\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody answered the question about", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string text, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
            using var output = new StringWriter();
            var code = await Commands.RunAsync(["screen", file, .. options], output);
            return (code, output.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
