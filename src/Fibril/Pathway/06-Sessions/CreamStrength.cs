using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>How a jar names its strength.</summary>
public enum StrengthUnit
{
    /// <summary>Grams in a hundred grams: 1 % is 10 mg in each gram.</summary>
    Percent,

    MgPerGram,
}

/// <summary>What is wrong with one field of a form.</summary>
public sealed record FieldProblem(string Field, string Sentence);

/// <summary>
/// Milligrams of amide (lidocaine and prilocaine added together, as <see cref="AnaestheticGuard"/> counts) in one gram of cream:
/// of the label where there is one, of the jar where there is none. Pure.
/// </summary>
public static class CreamStrength
{
    /// <summary>Weaker is no reason to compound; 23 % written as 23 mg/g falls below it.</summary>
    public const decimal LeastMgPerGram = 25;

    /// <summary>Stronger was never described; a strength in mg/g written as % rises above it.</summary>
    public const decimal MostMgPerGram = 400;

    /// <summary>Null when the strength is known: from the label, or given and possible.</summary>
    public static FieldProblem? Problem(AnaestheticProduct product, decimal? strength, StrengthUnit? unit) => (product.Labelled, strength, unit) switch
    {
        (true, null, _) => null,
        (true, _, _) => new(nameof(PutCreamOn.Input.Strength), $"This cream has its strength on its label: {Of(product, product.AmideMgPerGram)}. Leave the field empty."),
        (false, null, _) => new(nameof(PutCreamOn.Input.Strength), "Write the strength on the jar, lidocaine and prilocaine added together."),
        (false, _, null) => new(nameof(PutCreamOn.Input.Unit), "Choose the unit on the jar: % or mg in each gram."),
        (false, { } given, { } named) => IsPossible(InMg(given, named)) ? null : new(nameof(PutCreamOn.Input.Strength), OutOfBounds(InMg(given, named))),
    };

    /// <summary>Of an input without a <see cref="Problem"/>.</summary>
    public static decimal MgPerGram(AnaestheticProduct product, decimal? strength, StrengthUnit? unit) =>
        strength is { } given && unit is { } named ? InMg(given, named) : product.AmideMgPerGram;

    public static bool IsPossible(decimal mgPerGram) => mgPerGram is >= LeastMgPerGram and <= MostMgPerGram;

    public static string OutOfBounds(decimal mgPerGram) =>
        $"{Both(mgPerGram)} cannot be right: a compounded cream holds between {Both(LeastMgPerGram)} and {Both(MostMgPerGram)}. Look at the jar and at the unit.";

    /// <summary>In words, with where it is known from.</summary>
    public static string Of(AnaestheticProduct product, decimal mgPerGram) => $"{Number(mgPerGram)} mg of amide in each gram, by its {(product.Labelled ? "label" : "jar")}";

    private static decimal InMg(decimal strength, StrengthUnit unit) => unit == StrengthUnit.Percent ? strength * 10 : strength;

    private static string Both(decimal mgPerGram) => $"{Number(mgPerGram / 10)} % ({Number(mgPerGram)} mg/g)";

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
