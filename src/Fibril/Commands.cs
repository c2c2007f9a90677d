using System.CommandLine;
using Fibril.Pathway;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Protocols;
using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril;

/// <summary>The verbs of <c>fibril</c>. Without one it serves. Exit codes: 0 done, 1 failed, 2 wrong input.</summary>
public static class Commands
{
    /// <param name="output">Where answers go; the console when null.</param>
    /// <param name="error">Where it says what went wrong; the console when null.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var root = Root(args);
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        invocation.Output = output ?? invocation.Output;
        invocation.Error = error ?? invocation.Error;
        if (args is [var word, ..] && !word.StartsWith('-') && root.Subcommands.All(c => c.Name != word))
        {
            // Settings pass through to the web program, so that a misspelt verb would start it.
            await invocation.Error.WriteLineAsync($"There is no verb '{word}'. There are: {string.Join(", ", root.Subcommands.Select(c => c.Name))}. fibril --help says what they do.");
            return 2;
        }

        var parsed = root.Parse(args);
        var problems = Problems(parsed).ToList();
        if (problems.Count > 0)
        {
            // One line per problem and nothing on standard output: what reads the answer must not read help.
            await invocation.Error.WriteLineAsync(string.Join('\n', problems.Append("--help says what the verb takes.")));
            return 2;
        }

        try
        {
            if (args.FirstOrDefault() is not ("protocol" or "journal" or "--help" or "-h" or "-?" or "--version"))
            {
                ProtocolPack.Current.RequirePublished(); // what starts or decides does it by what was published
            }

            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception e) when (e is NewerDatabaseException or Fibril.Protocol.ProtocolException)
        {
            await invocation.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A name that leads nowhere is wrong input; a full disk or a taken port is not.
            await invocation.Error.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return e is DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException ? 2 : 1;
        }
    }

    /// <summary>All verbs with their options; without a verb it serves.</summary>
    public static RootCommand Root(string[] args)
    {
        var serve = new Command("serve", "Starts the web program.") { CliOptions.Data, CliOptions.Urls };
        serve.TreatUnmatchedTokensAsErrors = false;
        serve.SetAction((parsed, _) => Serve.RunAsync([.. args.Skip(1)], parsed.InvocationConfiguration.Output));
        var root = new RootCommand("Fibril runs a clinic's needle therapy from the first question to the healed result.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((parsed, _) => Serve.RunAsync(args, parsed.InvocationConfiguration.Output));
        foreach (var verb in Verbs().Prepend(serve))
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }

    /// <summary>Also words that a verb does not know: the root lets them pass as settings, and its verbs with it.</summary>
    private static IEnumerable<string> Problems(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        return parsed.Errors.Select(e => e.Message).Concat(verb.TreatUnmatchedTokensAsErrors ? parsed.UnmatchedTokens.Select(Unknown) : []);

        string Unknown(string word)
        {
            var near = Spelling.Near(word, verb.Options.Select(o => o.Name).Concat(verb.Subcommands.Select(c => c.Name)));
            return $"{verb.Name}: \"{word}\" is not known{(near.Count > 0 ? $"; did you mean {string.Join(", ", near)}" : "")}.";
        }
    }

    /// <summary>Of the platform, the practice and the journey; then of the stages in their order.</summary>
    private static IEnumerable<Command> Verbs() =>
        [JournalVerbs.Journal(), RecallCommand.Create(), UserCommand.Create(), ImportCommand.Create(), DemoVerb.Create(), ProtocolVerbs.Protocol(), .. Stages.All.SelectMany(s => s.Verbs)];
}
