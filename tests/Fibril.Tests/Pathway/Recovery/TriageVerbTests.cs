using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Tests.Support;

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

    [Theory]
    [InlineData("", "is no name of a file.")]
    [InlineData("/tmp", "/tmp is a folder, not a file.")]
    [InlineData("/nowhere/day2.json", "There is no file /nowhere/day2.json.")]
    public async Task Name_that_no_file_has_is_refused_in_one_line(string file, string words)
    {
        var verb = await Verb.RunAsync("triage", file);

        verb.IsRefused(words);
        Assert.Single(verb.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Letters_that_are_not_utf8_are_refused_and_never_replaced()
    {
        var file = Path.GetTempFileName();
        var text = await File.ReadAllTextAsync(Path.Combine(Examples, "OT6.json"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, [.. "\n\n"u8, .. System.Text.Encoding.Latin1.GetBytes(text.Insert(text.LastIndexOf('}'), ", \"text\": \"brûle\""))], TestContext.Current.CancellationToken);

        var verb = await Verb.RunAsync("triage", file);

        File.Delete(file);
        verb.IsRefused("is not UTF-8 (line ");
    }
}
