using Fibril.Platform.Cli;
using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Aftercare;

/// <summary>What <c>fibril ingredients</c> was asked.</summary>
/// <param name="DepthMm">Deepest setting; null = not given: the longer times hold.</param>
internal sealed record IngredientsAsk(string Label, DateOnly SessionOn, DateOnly On, decimal? DepthMm, int? Phototype);

/// <summary>What <c>fibril ingredients</c> answers.</summary>
/// <param name="Text">The product in a sentence for the patient.</param>
/// <param name="Day">Days since the session.</param>
/// <param name="UntilOn">First day on which it may be used; null when no day applies.</param>
/// <param name="LongerTimes">Depth or phototype was not given, so that the longer times hold.</param>
internal sealed record IngredientsAnswer(
    ProductVerdict Verdict, string Text, DateOnly SessionOn, DateOnly On, int Day, DateOnly? UntilOn, bool RequiresQuietSkin, bool LongerTimes,
    IReadOnlyList<IngredientAnswer> Ingredients, IReadOnlyList<Source> Sources)
{
    private const decimal Deepest = 3.5m;

    public static IngredientsAnswer Of(ProtocolPack pack, IngredientsAsk ask)
    {
        var day = ask.On.DayNumber - ask.SessionOn.DayNumber;
        var check = ProductChecker.Check(pack, ask.Label, day, ask.DepthMm ?? Deepest, ask.Phototype);
        return new(
            check.Verdict, check.Text, ask.SessionOn, ask.On, day, check.UntilDay is { } until ? ask.SessionOn.AddDays(until) : null,
            check.RequiresQuietSkin, ask.DepthMm is null || ask.Phototype is null,
            [.. check.Findings.Select(f => IngredientAnswer.Of(f, ask.SessionOn))],
            SourceLines.Cited(pack, check.Findings.SelectMany(f => f.Sources)));
    }

    public IEnumerable<string> Lines(ProtocolPack pack) =>
    [
        $"{Word(Verdict, UntilOn)}: {Text}",
        $"Day {Day} after the session on {CliValues.Text(SessionOn)}{(LongerTimes ? "; depth or phototype not given, so the longer times hold" : "")}",
        "",
        .. Ingredients.SelectMany(Ingredient),
        .. RequiresQuietSkin ? ["", "Whatever the day: only on skin that is not red and does not peel."] : Array.Empty<string>(),
        .. SourceLines.Of(pack, Sources.Select(s => s.Id)),
    ];

    private static IEnumerable<string> Ingredient(IngredientAnswer one) =>
    [
        $"  {one.Position}. {one.Name}{(one.Class is null ? "" : $" ({one.Class})")} - {Word(one.Verdict, one.UntilOn)}: {one.Text}",
        .. one.Grade is null ? [] : new[] { $"        {string.Join(", ", one.Sources)}; grade {one.Grade}" },
    ];

    private static string Word(ProductVerdict verdict, DateOnly? until) => verdict switch
    {
        ProductVerdict.AvoidUntil => until is { } day ? $"avoid until {CliValues.Text(day)}" : "avoid",
        ProductVerdict.Caution => "caution",
        ProductVerdict.NotSure => "not sure",
        _ => "fine",
    };
}

/// <summary>One ingredient of the label.</summary>
/// <param name="UntilOn">First day on which it may be used; null when no day applies.</param>
internal sealed record IngredientAnswer(
    string Name, int Position, ProductVerdict Verdict, string? Class, DateOnly? UntilOn, string Text, string? Grade, IReadOnlyList<string> Sources)
{
    public static IngredientAnswer Of(IngredientFinding finding, DateOnly session) => new(
        finding.Ingredient, finding.Position, finding.Verdict, finding.Class, finding.UntilDay is { } day ? session.AddDays(day) : null, finding.Text, finding.Grade, finding.Sources);
}
