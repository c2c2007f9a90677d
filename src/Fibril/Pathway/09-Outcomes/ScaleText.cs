using Fibril.Platform.Cli;
using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>Scales as text for a terminal.</summary>
internal static class ScaleText
{
    public static IEnumerable<string> All(ScaleList list) =>
    [
        "Scales",
        .. list.Scales.Select(s => $"  {s.Id}: {s.Name}, {Range(s.Min, s.Max)}, {Better(s.Better)}"),
        "",
        "Licensed: only the total is recorded",
        .. list.ImportOnly.Select(s => $"  {s.Id}: {s.Name}, {Range(s.Min, s.Max)}, {Better(s.Better)}"),
    ];

    public static IEnumerable<string> Of(ProtocolPack pack, ScaleAnswer answer) =>
        answer.Scale is { } scale ? Of(pack, scale, answer) : Licensed(pack, answer.ImportOnly!);

    private static IEnumerable<string> Of(ProtocolPack pack, Scale scale, ScaleAnswer answer) =>
    [
        .. answer.Change is { } change ? [Change(scale, answer, change), Bound(scale), ""] : Array.Empty<string>(),
        .. answer.Score is { } score ? [$"{scale.Name}: {CliValues.Text(score.Value)} of {Range(scale.Min, scale.Max)}{(score.Grade is { } grade ? $", {grade}" : "")}", ""] : Array.Empty<string>(),
        .. answer is { Change: null, Score: null } ? Whole(scale) : [],
        .. scale.Note is { } note ? [note] : Array.Empty<string>(),
        .. SourceLines.Of(pack, scale.Sources),
    ];

    private static IEnumerable<string> Whole(Scale scale) =>
    [
        $"{scale.Name} ({scale.Id}), {Range(scale.Min, scale.Max)}, {Better(scale.Better)}",
        Bound(scale),
        .. scale.Indications.Count > 0 ? [$"For {string.Join(", ", scale.Indications)}."] : Array.Empty<string>(),
        "",
        "Items",
        .. scale.Items.Select(i => $"  {i.Id}: {i.Label}, {Range(i.Min, i.Max)}{(i.Unit is { } unit ? $" {unit}" : "")}{(i.WholeNumbers ? ", whole numbers" : "")}{(i.Weight == 1 ? "" : $", counts {CliValues.Text(i.Weight)} times")}"),
        .. scale.Regions.Count > 0 ? ["", $"Each in {scale.Regions.Count} regions, as region.item", .. scale.Regions.Select(r => $"  {r.Id}: {r.Label}, share {CliValues.Text(r.Weight)}")] : Array.Empty<string>(),
        .. scale.Grades.Count > 0 ? ["", "Grades", .. scale.Grades.Select(g => $"  {(g.Below is { } below ? $"below {CliValues.Text(below)}" : g.UpTo is { } to ? $"up to {CliValues.Text(to)}" : "above")}: {g.Label}")] : Array.Empty<string>(),
        "",
    ];

    private static IEnumerable<string> Licensed(ProtocolPack pack, ImportedScale scale) =>
    [
        $"{scale.Name} ({scale.Id}), {Range(scale.Min, scale.Max)}, {Better(scale.Better)}",
        "A licensed scale: only its total is recorded.",
        .. SourceLines.Of(pack, scale.Sources),
    ];

    private static string Change(Scale scale, ScaleAnswer answer, ScaleChange change)
    {
        var points = CliValues.Text(Math.Abs(change.Gain));
        var word = change.Verdict switch
        {
            ChangeVerdict.Better => change.ErrorBound is null ? $"{points} points better" : $"{points} points better, beyond the bound",
            ChangeVerdict.Worse => change.ErrorBound is null ? $"{points} points worse" : $"{points} points worse, beyond the bound",
            ChangeVerdict.NoClearChange => change.Gain == 0 ? "no change" : $"no clear change: {points} points, within the bound",
            _ => "has no better end, so that a change says nothing",
        };
        return $"{scale.Name}, {CliValues.Text(answer.Before!.Value)} to {CliValues.Text(answer.After!.Value)}: {word}{(change.Percent is { } percent ? $" ({CliValues.Text(Math.Round(percent))} percent gain)" : "")}";
    }

    private static string Bound(Scale scale) => scale.ErrorBound is { } bound
        ? $"A change of up to {CliValues.Text(bound)} points is no clear change: raters disagree by as much."
        : "How far raters disagree is not known, so that no bound can be named.";

    private static string Range(decimal min, decimal max) => $"{CliValues.Text(min)} to {CliValues.Text(max)}";

    private static string Better(BetterEnd better) => better switch
    {
        BetterEnd.Low => "lower is better",
        BetterEnd.High => "higher is better",
        _ => "neither end is better",
    };
}
