namespace Fibril.Protocol;

/// <summary>What a product or one of its ingredients is today, harmless first.</summary>
public enum ProductVerdict
{
    /// <summary>May be used.</summary>
    Fine,

    /// <summary>May be used with care.</summary>
    Caution,

    /// <summary>Cannot be told from this text: ask.</summary>
    NotSure,

    /// <summary>Not before a day.</summary>
    AvoidUntil,
}

/// <summary>One ingredient and what it means today.</summary>
/// <param name="Ingredient">As written on the label.</param>
/// <param name="Position">Place in the list, from 1.</param>
/// <param name="LineNumber">Line of the pasted text, from 1.</param>
/// <param name="Verdict">What it is today.</param>
/// <param name="Class">Name of its class; null for harmless and unknown ones.</param>
/// <param name="UntilDay">First day after the session on which it may be used; null when no day applies.</param>
/// <param name="Text">One sentence for the patient.</param>
/// <param name="Grade">Grade; null for unknown ones.</param>
/// <param name="Sources">Source ids.</param>
public sealed record IngredientFinding(
    string Ingredient, int Position, int LineNumber, ProductVerdict Verdict, string? Class, int? UntilDay, string Text, string? Grade, IReadOnlyList<string> Sources);

/// <summary>What a product is today.</summary>
/// <param name="Verdict">The strictest of its ingredients.</param>
/// <param name="UntilDay">Latest day of what must be avoided; null when nothing must.</param>
/// <param name="Text">One sentence for the patient.</param>
/// <param name="RequiresQuietSkin">Besides the day: no redness and no peeling.</param>
/// <param name="Findings">Every ingredient in the order of the label.</param>
public sealed record ProductCheck(ProductVerdict Verdict, int? UntilDay, string Text, bool RequiresQuietSkin, IReadOnlyList<IngredientFinding> Findings);

/// <summary>
/// Reads an ingredient list and says which line is the problem, and until when. What it does not know it calls not sure, never fine.
/// Source: knowledge base 8.1.
/// </summary>
public static class ProductChecker
{
    /// <summary>How many ingredients a text lists.</summary>
    public static int Count(string ingredientText) => IngredientList.Read(ingredientText).Count;

    /// <param name="pack">The knowledge.</param>
    /// <param name="ingredientText">The list as pasted or scanned.</param>
    /// <param name="daysSinceSession">Whole days since the last needle contact, 0 or more.</param>
    /// <param name="depthMm">Deepest setting of the session, mm.</param>
    /// <param name="phototype">1 to 6; null when not known, which gives the longer times.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is negative.</exception>
    public static ProductCheck Check(ProtocolPack pack, string ingredientText, int daysSinceSession, decimal depthMm, int? phototype)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(daysSinceSession);
        var label = IngredientList.Read(ingredientText);
        var rules = pack.AftercareRules;
        var later = depthMm > rules.DeeperThanMm || phototype is null or >= 4 ? rules.LaterDays : 0;
        var findings = label.Select(i => Judge(pack.IngredientIndex, i, label.Count, daysSinceSession, later)).ToList();
        var doubt = Doubt(label, findings);
        var verdict = findings.Select(f => f.Verdict).Append(doubt is null ? ProductVerdict.Fine : ProductVerdict.NotSure).Max();
        var until = verdict == ProductVerdict.AvoidUntil ? findings.Max(f => f.UntilDay) : null;
        return new(verdict, until, Sentence(verdict, until, doubt, findings), findings.Any(f => f.Class is not null), findings);
    }

    private static IngredientFinding Judge(IngredientIndex index, LabelIngredient item, int count, int day, int later)
    {
        if (index.ClassOf(item.Names) is { } found)
        {
            return Judge(found.Class, found.Trace, item, count, day, found.Class.LaterWhenDeep ? later : 0);
        }

        return index.HarmlessFrom(item.Names) switch
        {
            { } from when day < from => Of(item, ProductVerdict.AvoidUntil, null, from, "From tomorrow; today only the sterile gel you were given.", "D", ["S61c"]),
            not null => Of(item, ProductVerdict.Fine, null, null, "Fine.", "D", ["S111"]),
            null => Of(item, ProductVerdict.NotSure, null, null, "We do not know this ingredient. Ask us.", null, []),
        };
    }

    private static IngredientFinding Judge(IngredientClass one, bool trace, LabelIngredient item, int count, int day, int later)
    {
        var (avoid, caution) = (Math.Max(1, one.AvoidDays + (one.AvoidDays > 0 ? later : 0)), one.CautionDays > 0 ? one.CautionDays + later : 0);
        if (day >= Math.Max(avoid, caution))
        {
            return Of(item, ProductVerdict.Fine, one, null, "Fine now, if your skin is not red and does not peel.");
        }

        if (day >= avoid)
        {
            return Of(item, ProductVerdict.Caution, one, null, $"With care until day {caution}. {one.Why}");
        }

        if (Weak(one, trace, item, count) is { } weak)
        {
            return day >= 1 ? Of(item, weak.Verdict, one, null, weak.Text) : Of(item, ProductVerdict.AvoidUntil, one, 1, $"Not today. From tomorrow: {weak.Text}");
        }

        return Of(item, ProductVerdict.AvoidUntil, one, avoid, $"Not before day {avoid}. {one.Why}");
    }

    // A label lists ingredients by amount: in the last third a pH adjuster is a trace, in the first it is an active.
    private static (ProductVerdict Verdict, string Text)? Weak(IngredientClass one, bool trace, LabelIngredient item, int count)
    {
        if (one.StrengthAbovePercent is { } limit)
        {
            return item.Percent is not { } percent ? (ProductVerdict.Caution, $"The strength is not stated. {one.Why}")
                : percent <= limit ? (ProductVerdict.Fine, "Fine at this strength.")
                : null;
        }

        if (!trace)
        {
            return null;
        }

        return ((item.Position - 1) * 3 / count) switch
        {
            2 => (ProductVerdict.Caution, "Near the end of the list: probably a trace that only sets the acidity or keeps the product."),
            1 => (ProductVerdict.NotSure, "In the middle of the list: the amount cannot be told. Ask us."),
            _ => null,
        };
    }

    private static string? Doubt(IReadOnlyList<LabelIngredient> label, List<IngredientFinding> findings)
    {
        if (label.Count == 0)
        {
            return "There is no ingredient in this text.";
        }

        if (findings.TrueForAll(f => f.Verdict == ProductVerdict.NotSure && f.Class is null))
        {
            return "This does not look like an ingredient list.";
        }

        return label.Count(i => i.Names.Any(n => n is "aqua" or "water")) > 1 ? "This looks like more than one product." : null;
    }

    private static string Sentence(ProductVerdict verdict, int? until, string? doubt, List<IngredientFinding> findings)
    {
        var named = string.Join(", ", findings.Where(f => f.Verdict == verdict && (until is null || f.UntilDay == until)).Select(f => f.Ingredient).Take(3));
        return verdict switch
        {
            ProductVerdict.AvoidUntil => $"Not before day {until}: {named}.",
            ProductVerdict.NotSure => $"Not sure. {doubt ?? $"We cannot judge: {named}."} Ask us before you use it.",
            ProductVerdict.Caution => $"With care: {named}.",
            _ => "Fine, if your skin is not red and does not peel.",
        };
    }

    private static IngredientFinding Of(LabelIngredient item, ProductVerdict verdict, IngredientClass one, int? until, string text) =>
        Of(item, verdict, one.Name, until, text, one.Grade, one.Sources);

    private static IngredientFinding Of(LabelIngredient item, ProductVerdict verdict, string? name, int? until, string text, string? grade, IReadOnlyList<string> sources) =>
        new(item.Text, item.Position, item.LineNumber, verdict, name, until, text, grade, sources);
}
