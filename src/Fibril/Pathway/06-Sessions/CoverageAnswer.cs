using System.Globalization;
using Fibril.Platform.Cli;
using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What <c>fibril coverage</c> answers: an estimate to compare sessions, never a target.</summary>
/// <param name="Method">The formula in words.</param>
/// <param name="StrokeSpacingMm">Distance between two strokes along the glide; null when no speed is known.</param>
/// <param name="Passes">Passes that were counted; null when counted by time.</param>
/// <param name="TolerancePercent">Half width of the band.</param>
/// <param name="MustConfirm">So dense that a clinician must confirm.</param>
internal sealed record CoverageAnswer(
    string Method, CoverageEstimate Estimate, double? StrokeSpacingMm, int? Passes, double TolerancePercent, bool MustConfirm, string Grade, IReadOnlyList<Source> Sources)
{
    /// <param name="ask">Without problems.</param>
    public static CoverageAnswer Of(ProtocolPack pack, CoverageAsk ask)
    {
        var rules = pack.CoverageRules;
        var device = rules.Devices.FirstOrDefault(d => d.Id == ask.Device);
        var full = ask.Completed(device);
        var (perCm2, method) = Density(rules, full);
        return new(
            method,
            Coverage.Estimate(pack, perCm2),
            full is { IsRoller: false, Speed: { } speed, Hz: { } hz } ? Coverage.SpacingMm((double)speed, (double)hz) : null,
            full is { IsRoller: false, IsByTime: true } ? null : Count(full),
            rules.Tolerance * 100,
            !Coverage.Check(pack, perCm2).IsAllowed,
            rules.Grade,
            SourceLines.Cited(pack, [.. rules.Sources, .. device?.Sources ?? []]));
    }

    public IEnumerable<string> Lines(ProtocolPack pack) =>
    [
        $"About {Whole(Estimate.PerCm2)} holes on a square centimetre, between {Whole(Estimate.LowPerCm2)} and {Whole(Estimate.HighPerCm2)}: {Place(pack.CoverageRules)}",
        "An estimate to compare sessions, never a target.",
        "",
        $"  counted: {Method}",
        $"  square millimetres never hit: {Percent(Estimate.NeverHitShare)}",
        .. Estimate.NearestMm is { } near ? [$"  mean distance to the nearest hole: {Number(near)} mm"] : Array.Empty<string>(),
        .. StrokeSpacingMm is { } spacing ? [$"  distance between two strokes: {Number(spacing)} mm"] : Array.Empty<string>(),
        $"  surface that is open: {Percent(Estimate.OpenShareLow)} to {Percent(Estimate.OpenShareHigh)}",
        .. MustConfirm ? ["", $"Above {Whole(pack.CoverageRules.BlockAbove)}: a clinician must confirm."] : Array.Empty<string>(),
        "",
        $"Assumptions (grade {Grade}; error {Whole(TolerancePercent)} percent to each side)",
        .. Estimate.Assumptions.Select(a => $"  {a}"),
        .. SourceLines.Of(pack, Sources.Select(s => s.Id)),
    ];

    private static (double PerCm2, string Method) Density(CoverageRules rules, CoverageAsk ask)
    {
        var (needles, passes) = ((int)ask.Needles!, Count(ask));
        var times = passes == 1 ? "1 pass" : $"{passes} passes";
        if (ask.IsRoller)
        {
            var roller = Coverage.RollerPerPass(needles, (double)ask.Drum!, (double)ask.Width!, (double)(ask.NeedleMm ?? 0));
            return (passes * roller, $"{times} of a roller with {needles} needles");
        }

        if (ask.IsByTime)
        {
            return (Coverage.PenByTime(needles, (double)ask.Hz!, (double)ask.Seconds!, (double)ask.Area!), $"{CliValues.Text(ask.Seconds!.Value)} s of contact on {CliValues.Text(ask.Area!.Value)} cm2, {needles} needles");
        }

        var tip = (double?)ask.Tip ?? rules.TipWidthCm;
        return (passes * Coverage.PenPerPass(needles, (double)ask.Hz!, (double)ask.Speed!, tip), $"{times} of a pen with {needles} needles, {CliValues.Text(ask.Speed!.Value)} cm/s, tip {Number(tip)} cm{(ask.Tip is null ? " assumed" : "")}");
    }

    private static int Count(CoverageAsk ask) => (int)(ask.Passes ?? 1);

    private string Place(CoverageRules rules) => Estimate.Level switch
    {
        CoverageLevel.Below => $"below the usual {Whole(rules.TargetFrom)} to {Whole(rules.TargetTo)}",
        CoverageLevel.Usual => $"within the usual {Whole(rules.TargetFrom)} to {Whole(rules.TargetTo)}",
        CoverageLevel.Above => $"above the usual {Whole(rules.TargetFrom)} to {Whole(rules.TargetTo)}",
        _ => $"far above the usual {Whole(rules.TargetFrom)} to {Whole(rules.TargetTo)}",
    };

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share is > 0 and < 0.0005 ? "under 0.1 %" : (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
