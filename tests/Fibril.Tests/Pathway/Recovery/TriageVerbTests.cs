using System.Text.Json;
using Fibril.Platform.Cli;

namespace Fibril.Tests.Pathway.Recovery;

public class TriageVerbTests
{
    private static readonly string Examples = Path.Combine(AppContext.BaseDirectory, "Protocol", "Examples", "triage");

    [Fact]
    public async Task Triage_prints_the_contracts_answer_and_nothing_else()
    {
        var output = new StringWriter();

        var code = await Commands.RunAsync(["triage", Path.Combine(Examples, "OT6.json"), "--json"], output);

        Assert.Equal(0, code);
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Examples, "OT6.triage.json"), TestContext.Current.CancellationToken)).RootElement;
        var actual = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(expected.GetProperty("level").GetString(), actual.GetProperty("level").GetString());
        Assert.True(JsonElement.DeepEquals(expected.GetProperty("flags"), actual.GetProperty("flags")));
    }

    [Fact]
    public async Task Triage_without_json_is_text_for_people()
    {
        var output = new StringWriter();

        var code = await Commands.RunAsync(["triage", Path.Combine(Examples, "OT6.json")], output);

        Assert.Equal(0, code);
        Assert.StartsWith("Day ", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"contract\":\"fibril.checkin/1\",\"day\":-1,\"signs\":[]}")]
    [InlineData("no json")]
    [InlineData(null)]
    public async Task Triage_of_what_is_no_check_in_exits_2_with_an_empty_output(string? text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        if (text is not null)
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        var output = new StringWriter();
        var code = await Commands.RunAsync(["triage", file, "--json"], output);
        File.Delete(file);

        Assert.Equal(2, code);
        Assert.Empty(output.ToString());
    }
}
