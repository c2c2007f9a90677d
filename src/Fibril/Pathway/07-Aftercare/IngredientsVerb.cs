using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Aftercare;

/// <summary><c>fibril ingredients TEXT|-</c>: 0 when the list was judged, whatever came out; 2 when there is nothing to judge.</summary>
internal static class IngredientsVerb
{
    private const int LongestText = 20_000;

    private static readonly Argument<string> Label = new("TEXT") { Description = "The ingredients as they stand on the pack, with commas between; - reads standard input." };

    private static readonly Option<DateOnly?> Session = CliValues.Day("--session", "Day of the last session, YYYY-MM-DD (default: today, which is the strictest).");

    private static readonly Option<DateOnly?> On = CliValues.Day("--on", "Day to judge for, YYYY-MM-DD (default: today).");

    private static readonly Option<decimal?> Depth = CliValues.Number("--depth", "Deepest setting of the session, mm (not given: the longer times hold).", 0.1m, 3.5m);

    private static readonly Option<decimal?> Phototype = CliValues.Number("--phototype", "1 to 6 (not given: the longer times hold).", 1, 6, whole: true);

    public static Command Create(TimeProvider? clock = null)
    {
        var verb = new Command("ingredients", "Says of each ingredient of a product whether it may be used after needling, and from when on.") { Label, Session, On, Depth, Phototype, CliOptions.Json };
        verb.SetAction((parsed, stop) => RunAsync(parsed, clock ?? TimeProvider.System, stop));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider clock, CancellationToken stop)
    {
        var given = parsed.GetValue(Label)!;
        var label = given == "-" ? await ReadAsync(stop) : given;
        var today = parsed.GetValue(On) ?? DateOnly.FromDateTime(clock.Now());
        var session = parsed.GetValue(Session) ?? today;
        var problems = Problems(label, session, today).ToList();
        if (problems.Count > 0)
        {
            return await VerbAnswer.RefuseAsync(parsed, problems);
        }

        var deepest = parsed.GetValue(Depth);
        var answer = IngredientsAnswer.Of(ProtocolPack.Current, new(label, session, today, deepest, (int?)parsed.GetValue(Phototype)));
        return await VerbAnswer.GiveAsync(parsed, answer, () => answer.Lines(ProtocolPack.Current));
    }

    private static IEnumerable<string> Problems(string label, DateOnly session, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(label))
        {
            yield return "TEXT: is empty; give the ingredients as they stand on the pack, such as \"Aqua, Glycerin, Retinol\".";
        }

        if (label.Length > LongestText)
        {
            yield return $"TEXT: is longer than {LongestText} characters; give one product at a time.";
        }

        if (session > today)
        {
            yield return $"--session: {CliValues.Text(session)} is after {CliValues.Text(today)}, the day to judge for.";
        }
    }

    private static async Task<string> ReadAsync(CancellationToken stop)
    {
        var buffer = new char[LongestText + 1];
        var length = await Console.In.ReadBlockAsync(buffer, stop);
        return new(buffer, 0, length);
    }
}
