using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary><c>fibril coverage</c>: how densely a zone was needled. 0 when it could be estimated, 2 when something is missing.</summary>
internal static class CoverageVerb
{
    private static readonly Option<string?> Device = new("--device") { Description = "A device with published figures, such as skinpen; gives needles, strokes and drum." };

    private static readonly Option<decimal?> Needles = CliValues.Number("--needles", "Needles in the tip or on the drum.", 1, 2000, whole: true);

    private static readonly Option<decimal?> Passes = CliValues.Number("--passes", "Passes over the zone (default: 1).", 1, 200, whole: true);

    private static readonly Option<decimal?> Hz = CliValues.Number("--hz", "Strokes of a pen in a second.", 1, 1000);

    private static readonly Option<decimal?> Speed = CliValues.Number("--speed", "Glide speed of a pen, cm/s.", 0.1m, 100);

    private static readonly Option<decimal?> Tip = CliValues.Number("--tip", "Width of the pen's tip, cm (default: the assumption of the protocol).", 0.1m, 10);

    private static readonly Option<decimal?> Seconds = CliValues.Number("--seconds", "Seconds that the pen touched the skin, in place of speed and passes.", 0, 36_000);

    private static readonly Option<decimal?> Area = CliValues.Number("--area", "Area of the zone, cm2; with --seconds.", 0.1m, 20_000);

    private static readonly Option<decimal?> Drum = CliValues.Number("--drum", "Diameter of a roller's drum, cm.", 0.1m, 50);

    private static readonly Option<decimal?> Width = CliValues.Number("--width", "Width of a roller's drum, cm.", 0.1m, 50);

    private static readonly Option<decimal?> NeedleMm = CliValues.Number("--needle-mm", "Length of a roller's needles, mm; widens the rolled circle.", 0, 5);

    public static Command Create()
    {
        var verb = new Command("coverage", "Estimates how densely a zone was needled, with its band and assumptions; never a target.")
        {
            Device, Needles, Passes, Hz, Speed, Tip, Seconds, Area, Drum, Width, NeedleMm, CliOptions.Json,
        };
        verb.SetAction((parsed, _) => RunAsync(parsed));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var pack = ProtocolPack.Current;
        CoverageAsk ask = new()
        {
            Device = parsed.GetValue(Device),
            Needles = parsed.GetValue(Needles),
            Passes = parsed.GetValue(Passes),
            Hz = parsed.GetValue(Hz),
            Speed = parsed.GetValue(Speed),
            Tip = parsed.GetValue(Tip),
            Seconds = parsed.GetValue(Seconds),
            Area = parsed.GetValue(Area),
            Drum = parsed.GetValue(Drum),
            Width = parsed.GetValue(Width),
            NeedleMm = parsed.GetValue(NeedleMm),
        };
        var problems = ask.Problems(pack.CoverageRules).ToList();
        if (problems.Count > 0)
        {
            return await VerbAnswer.RefuseAsync(parsed, problems);
        }

        var answer = CoverageAnswer.Of(pack, ask);
        return await VerbAnswer.GiveAsync(parsed, answer, () => answer.Lines(pack));
    }
}
