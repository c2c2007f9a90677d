using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>
/// <c>fibril screen CASE [--on DATE] [--json]</c>: 0 when a decision was made, whatever it is; 2 when the file is no valid
/// case: then nothing stands on standard output and one line per problem on standard error.
/// </summary>
internal static class ScreenCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Case file (fibril.case/1), or a FHIR R4 bundle about one person; - reads standard input." };
        var on = new Option<string?>("--on") { Description = "Day of the session to judge for, YYYY-MM-DD; for a bundle also the day of the assessment." };
        var zones = new Option<string[]>("--zone") { Description = "For a bundle: what is asked, as zone:depth:indication, such as cheek:1.0:acne-scar (default: face:0.5:texture)." };
        var command = new Command("screen", "Decides whether, when and how a plan may go ahead.") { file, on, zones, CliOptions.Json };
        command.SetAction(async (parsed, stop) => await RunAsync(
            new(parsed.GetValue(file)!, parsed.GetValue(on), parsed.GetValue(zones) ?? [], parsed.GetValue(CliOptions.Json)),
            VerbAnswer.Output(parsed),
            VerbAnswer.Errors(parsed),
            stop));
        return command;
    }

    public static async Task<int> RunAsync(ScreenRequest request, TextWriter output, TextWriter errors, CancellationToken stop = default)
    {
        var reading = await ScreenReader.ReadAsync(request, stop);
        if (reading.Case is null)
        {
            await errors.WriteAsync(string.Concat(reading.Problems.Select(p => p.ReplaceLineEndings(" ") + "\n")));
            await errors.FlushAsync(stop);
            return 2;
        }

        var decision = Candidacy.Decide(ProtocolPack.Current, reading.Case);
        await output.WriteAsync(request.Json ? decision.ToJson() + "\n" : DecisionText.Of(decision, reading.Case));
        await output.FlushAsync(stop);
        return 0;
    }
}

/// <summary>What the command line asked.</summary>
internal sealed record ScreenRequest(string File, string? On, IReadOnlyList<string> Zones, bool Json);
