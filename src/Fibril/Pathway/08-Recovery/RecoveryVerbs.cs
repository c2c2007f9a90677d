using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary><c>fibril triage CHECKIN.json</c>: 0 whatever the level, 2 when the file is not a check-in.</summary>
internal static class RecoveryVerbs
{
    private static readonly Argument<string> FileName = new("checkin") { Description = "File with a check-in (fibril.checkin/1)." };

    public static Command Triage()
    {
        var verb = new Command("triage", "Says how soon somebody must act on a recovery check-in. Exit 0: decided, 2: not a valid check-in.");
        verb.Arguments.Add(FileName);
        verb.Options.Add(CliOptions.Json);
        verb.SetAction((parsed, stop) => RunAsync(parsed, stop));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var output = parsed.InvocationConfiguration;
        var file = parsed.GetValue(FileName)!;
        if (!File.Exists(file))
        {
            await output.Error.WriteLineAsync($"There is no file {file}.");
            return 2;
        }

        var reading = CheckInReader.Read(ProtocolPack.Current, await File.ReadAllTextAsync(file, stop));
        if (reading.CheckIn is not { } checkIn)
        {
            await output.Error.WriteLineAsync($"{file} is not a valid check-in:\n{string.Join('\n', reading.Problems)}");
            return 2;
        }

        var decision = Protocol.Triage.Decide(ProtocolPack.Current, checkIn);
        await output.Output.WriteLineAsync(parsed.GetValue(CliOptions.Json) ? decision.ToJson() : Text(decision, checkIn));
        return 0;
    }

    private static string Text(TriageDecision decision, Protocol.CheckIn checkIn) => string.Join('\n',
    [
        $"Day {decision.Day}: {TriageLevels.Word(decision.Level)}",
        .. decision.Findings.Select(f => $"  {f.Rule}: {f.Reason} [{f.Grade}; {string.Join(", ", f.Sources)}]"),
        $"Expected: {decision.Expected.Text}",
        $"Do: {string.Join(", ", SignWords.Actions(decision.Actions)) switch { "" => "see the findings", var actions => actions }}.",
        .. decision.ReadText ? [$"Free text, to be read by a person: {checkIn.Text}"] : Array.Empty<string>(),
        $"Protocol {decision.Protocol.Version}. The clinician decides.",
    ]);
}
