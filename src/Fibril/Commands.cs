using System.CommandLine;
using Fibril.Pathway;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Staff;

namespace Fibril;

/// <summary>The verbs of <c>fibril</c>. Without one it serves. Exit codes: 0 done, 1 failed, 2 wrong input.</summary>
public static class Commands
{
    /// <param name="output">Where answers go; the console when null.</param>
    /// <param name="error">Where it says what went wrong; the console when null.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
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
        invocation.Error = error ?? invocation.Error;
        var parsed = root.Parse(args);
        try
        {
            var exit = await parsed.InvokeAsync(invocation);
            return parsed.Errors.Count > 0 ? 2 : exit;
        }
        catch (NewerDatabaseException e)
        {
            await invocation.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>Of the platform, the practice and the journey; then of the stages in their order.</summary>
    private static IEnumerable<Command> Verbs() =>
        [JournalVerbs.Journal(), RecallCommand.Create(), UserCommand.Create(), ImportCommand.Create(), DemoVerb.Create(), .. Stages.All.SelectMany(s => s.Verbs)];
}
