using System.CommandLine;
using Fibril.Pathway;

namespace Fibril.Platform.Cli;

/// <summary>The verbs of <c>fibril</c>. Without one it serves. Exit codes: 0 done, 1 failed, 2 wrong input.</summary>
public static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        var serve = new Command("serve", "Starts the web program.") { TreatUnmatchedTokensAsErrors = false };
        serve.Options.Add(CliOptions.Data);
        serve.Options.Add(CliOptions.Urls);
        serve.SetAction((parsed, _) => Serve.RunAsync([.. args.Skip(1)]));
        var root = new RootCommand("Fibril runs a clinic's needle therapy from the first question to the healed result.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((_, _) => Serve.RunAsync(args));
        root.Subcommands.Add(serve);
        foreach (var verb in Verbs())
        {
            root.Subcommands.Add(verb);
        }

        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    private static IEnumerable<Command> Verbs() => Stages.All.SelectMany(s => s.Verbs);
}

/// <summary>Options that every verb that touches data takes.</summary>
public static class CliOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder with the database and the files (default: ./data)." };

    public static readonly Option<string?> Urls = new("--urls") { Description = "Address to listen on (default: http://127.0.0.1:5080)." };

    public static readonly Option<bool> Json = new("--json") { Description = "Prints one JSON document instead of text." };

    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Shows what would be done and writes nothing." };
}
