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
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = parsed.GetValue(FileName)!;
        var (text, problem) = await InputFile.ReadAsync(file, stop);
        if (text is null)
        {
            return await VerbAnswer.RefuseAsync(parsed, problem!);
        }

        var reading = CheckInReader.Read(ProtocolPack.Current, text);
        if (reading.CheckIn is not { } checkIn)
        {
            return await VerbAnswer.RefuseAsync(parsed, reading.Problems.Prepend($"{file} is not a valid check-in:"));
        }

        var decision = Protocol.Triage.Decide(ProtocolPack.Current, checkIn);
        var output = VerbAnswer.Output(parsed);
        await output.WriteAsync((parsed.GetValue(CliOptions.Json) ? decision.ToJson() : string.Join('\n', Lines(decision, checkIn))) + "\n");
        await output.FlushAsync(CancellationToken.None);
        return 0;
    }

    private static IEnumerable<string> Lines(TriageDecision decision, Protocol.CheckIn checkIn) =>
    [
        $"Day {decision.Day}: {TriageLevels.Word(decision.Level)}",
        .. decision.Findings.Select(f => $"  {f.Rule}: {f.Reason} [{f.Grade}; {string.Join(", ", f.Sources)}]"),
        $"Expected: {decision.Expected.Text}",
        $"Do: {string.Join(", ", SignWords.Actions(decision.Actions)) switch { "" => "see the findings", var actions => actions }}.",
        .. decision.ReadText ? [$"Free text, to be read by a person: {checkIn.Text}"] : Array.Empty<string>(),
        $"Protocol {decision.Protocol.Version}. The clinician decides.",
    ];
}
