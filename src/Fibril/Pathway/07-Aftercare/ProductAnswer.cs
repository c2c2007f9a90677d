using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Aftercare;

/// <summary>One ingredient that is not simply fine.</summary>
/// <param name="Head">"Avoid until Friday 5 December".</param>
/// <param name="Where">"line 7", or "number 7" when the text is one line.</param>
/// <param name="Class">Name of its class; null when it is not known.</param>
public sealed record ProductLine(ProductVerdict Verdict, string Head, string Where, string Ingredient, string? Class, string Text);

/// <summary>What a product means for this person today, in words with dates.</summary>
/// <param name="UntilOn">First day on which it may be used; null when no day applies.</param>
/// <param name="Lines">Every ingredient that is not simply fine, the strictest first.</param>
public sealed record ProductAnswer(ProductVerdict Verdict, string Headline, DateOnly? UntilOn, bool RequiresQuietSkin, IReadOnlyList<ProductLine> Lines, int Judged)
{
    /// <param name="facts">The session it is judged after.</param>
    public static ProductAnswer Of(ProtocolPack pack, string label, AftercareFacts facts, DateOnly today)
    {
        var check = ProductChecker.Check(pack, label, SheetRules.DayOf(facts, today), facts.DeepestMm, facts.Phototype);
        var listed = check.Findings.Select(f => f.LineNumber).Distinct().Count() > check.Findings.Count / 2;
        var lines = check.Findings.Where(f => f.Verdict != ProductVerdict.Fine)
            .OrderByDescending(f => f.Verdict).ThenByDescending(f => f.UntilDay).ThenBy(f => f.Position)
            .Select(f => LineOf(f, facts, listed)).ToList();
        return new(check.Verdict, Say(check, lines, facts), On(check.UntilDay, facts), check.RequiresQuietSkin, lines, check.Findings.Count);
    }

    private static ProductLine LineOf(IngredientFinding found, AftercareFacts facts, bool listed) => new(
        found.Verdict,
        Head(found.Verdict, On(found.UntilDay, facts)),
        listed ? $"line {found.LineNumber}" : $"number {found.Position}",
        found.Ingredient,
        found.Class is { } name && !name.Equals(found.Ingredient, StringComparison.OrdinalIgnoreCase) ? char.ToLowerInvariant(name[0]) + name[1..] : null,
        found.Text);

    /// <summary>The worst of it in one sentence: what, which line, which ingredient, what that is.</summary>
    private static string Say(ProductCheck check, List<ProductLine> lines, AftercareFacts facts) =>
        check.Verdict == ProductVerdict.Fine || IsNoList(check) || lines.FirstOrDefault(l => l.Verdict == check.Verdict) is not { } worst
            ? check.Text
            : $"{Head(check.Verdict, On(check.UntilDay, facts))}: {worst.Where}, {worst.Ingredient}{(worst.Class is null ? "" : $", {worst.Class}")}.";

    /// <summary>Nothing in it is known: that it may be no list at all is the better answer than its first word.</summary>
    private static bool IsNoList(ProductCheck check) => check.Findings.All(f => f.Verdict == ProductVerdict.NotSure && f.Class is null);

    private static string Head(ProductVerdict verdict, DateOnly? until) => verdict switch
    {
        ProductVerdict.AvoidUntil => until is { } day ? $"Avoid until {day.ToString("dddd d MMMM", CultureInfo.CurrentCulture)}" : "Avoid",
        ProductVerdict.Caution => "With care",
        ProductVerdict.NotSure => "Not sure",
        _ => "Fine",
    };

    private static DateOnly? On(int? day, AftercareFacts facts) => day is { } n ? facts.SessionOn.AddDays(n) : null;
}
