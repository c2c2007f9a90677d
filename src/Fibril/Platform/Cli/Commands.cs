using System.CommandLine;
using Fibril.Pathway;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Journal;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Staff;

namespace Fibril.Platform.Cli;

/// <summary>The verbs of <c>fibril</c>. Without one it serves. Exit codes: 0 done, 1 failed, 2 wrong input.</summary>
public static class Commands
{
    /// <summary>Verbs that belong to no stage of the pathway; each part of the platform and the practice adds its own here.</summary>
    public static IReadOnlyList<Command> PlatformVerbs => [JournalVerbs.Journal(), RecallCommand.Create(), UserCommand.Create(), ImportCommand.Create(), DemoVerb.Create()];

    /// <param name="output">Where answers go; the console when null.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null)
    {
        var serve = new Command("serve", "Starts the web program.") { TreatUnmatchedTokensAsErrors = false };
        serve.Options.Add(CliOptions.Data);
        serve.Options.Add(CliOptions.Urls);
        serve.SetAction((parsed, _) => Serve.RunAsync([.. args.Skip(1)], parsed.InvocationConfiguration.Output));
        var root = new RootCommand("Fibril runs a clinic's needle therapy from the first question to the healed result.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((parsed, _) => Serve.RunAsync(args, parsed.InvocationConfiguration.Output));
        root.Subcommands.Add(serve);
        foreach (var verb in Verbs())
        {
            root.Subcommands.Add(verb);
        }

        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        invocation.Output = output ?? invocation.Output;
        var parsed = root.Parse(args);
        var exit = await parsed.InvokeAsync(invocation);
        return parsed.Errors.Count > 0 ? 2 : exit;
    }

    private static IEnumerable<Command> Verbs() => [.. PlatformVerbs, .. Stages.All.SelectMany(s => s.Verbs)];
}

/// <summary>Options that every verb that touches data takes.</summary>
public static class CliOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder with the database and the files (default: ./data)." };

    public static readonly Option<string?> Urls = new("--urls") { Description = "Address to listen on (default: http://127.0.0.1:5080)." };

    public static readonly Option<bool> Json = new("--json") { Description = "Prints one JSON document instead of text." };

    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Shows what would be done and writes nothing." };
}
