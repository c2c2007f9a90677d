using System.CommandLine;
using Fibril.Tests.Support;

namespace Fibril.Tests.Docs;

public class CommandsPageTests
{
    [Fact]
    public void Commands_page_names_every_verb_with_all_its_options()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "operations", "commands.md"));

        Assert.All(Leaves("fibril", Commands.Root([])), verb =>
        {
            var row = Assert.Single(page, l => l.StartsWith($"| `{verb.Path}` |", StringComparison.Ordinal));
            Assert.All(verb.Command.Options, o => Assert.Contains($"`{o.Name}`", row, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Misspelt_verb_starts_nothing_and_names_those_that_are()
    {
        using var error = new StringWriter();

        var exit = await Commands.RunAsync(["scren", "case.json"], TextWriter.Null, error);

        Assert.Equal(2, exit);
        Assert.Contains("There is no verb 'scren'. There are: serve, ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Misspelt_option_or_word_of_a_verb_is_refused_and_prints_nothing()
    {
        (await Verb.RunAsync("anaesthetic", "none", "--grams", "0", "--area", "0", "--wieght", "80")).IsRefused("anaesthetic: \"--wieght\" is not known; did you mean --weight.", "\"80\" is not known");
        (await Verb.RunAsync("protocol", "chek")).IsRefused("protocol: \"chek\" is not known; did you mean check.");
    }

    [Fact]
    public async Task Missing_word_is_refused_without_help_among_the_answers() =>
        (await Verb.RunAsync("screen")).IsRefused("'FILE'", "--help says what the verb takes.");

    [Fact]
    public async Task Folder_that_cannot_be_is_refused_in_one_line()
    {
        var verb = await Verb.RunAsync("demo", "remove", "--data", "/dev/null/x");

        verb.IsRefused("/dev/null/x");
        Assert.Single(verb.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Help_of_a_verb_is_an_answer()
    {
        var help = await Verb.RunAsync("protocol", "show", "--help");

        Assert.Equal(0, help.Code);
        Assert.Contains("--pack", help.Output, StringComparison.Ordinal);
    }

    /// <summary>Verbs that do something; the others only hold them together.</summary>
    private static IEnumerable<(string Path, Command Command)> Leaves(string path, Command command) =>
        command.Subcommands.SelectMany(c => Leaves($"{path} {c.Name}", c).Concat(c.Action is null ? [] : [($"{path} {c.Name}", c)]));
}
