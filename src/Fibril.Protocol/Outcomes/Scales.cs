using System.Globalization;

namespace Fibril.Protocol;

/// <summary>A value that does not fit its scale.</summary>
/// <param name="Key">Item, or <c>region.item</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ScaleProblem(string Key, string Message);

/// <summary>A score.</summary>
/// <param name="ScaleId">The scale.</param>
/// <param name="Value">The score, between its lowest and highest.</param>
/// <param name="Grade">Name of the range it lies in; null when the scale names none.</param>
public sealed record ScaleScore(string ScaleId, decimal Value, string? Grade);

/// <summary>What a change says.</summary>
public enum ChangeVerdict
{
    /// <summary>Better, by more than the error of the scale where that is known.</summary>
    Better,

    /// <summary>Worse, by more than the error of the scale where that is known.</summary>
    Worse,

    /// <summary>Not more than raters disagree, or none at all.</summary>
    NoClearChange,

    /// <summary>The scale has no better end.</summary>
    Undefined,
}

/// <summary>A change between two scores of one scale.</summary>
/// <param name="Gain">Points toward the better end; negative = worse.</param>
/// <param name="Percent">Gain in per cent of the first score; null when the scale allows none or the first score is 0.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="ErrorBound">Points inside the disagreement of raters; null = not known: then say so beside the verdict.</param>
public sealed record ScaleChange(decimal Gain, decimal? Percent, ChangeVerdict Verdict, decimal? ErrorBound);

/// <summary>Scores and changes of outcome scales. Source: knowledge base 7.</summary>
public static class Scales
{
    /// <summary>Every value that is missing, unknown, out of range or not whole; empty = it can be scored.</summary>
    public static IReadOnlyList<ScaleProblem> Problems(Scale scale, IReadOnlyDictionary<string, decimal> values)
    {
        var unknown = values.Keys.Except(scale.Keys, StringComparer.Ordinal)
            .Select(k => new ScaleProblem(k, $"{scale.Name} has no item '{k}'. It has {string.Join(", ", scale.Keys)}."));
        return [.. scale.Keys.Select(k => Problem(scale, k, values)).OfType<ScaleProblem>(), .. unknown];
    }

    /// <summary>The score. Rounded nowhere.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="values">A value for every key of <see cref="Scale.Keys"/>.</param>
    /// <exception cref="ArgumentException">A value does not fit; the message names all. Ask <see cref="Problems"/> first.</exception>
    public static ScaleScore Score(Scale scale, IReadOnlyDictionary<string, decimal> values)
    {
        var problems = Problems(scale, values);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems.Select(p => $"{p.Key}: {p.Message}")), nameof(values));
        }

        var score = scale.Kind == ScaleKind.Regions ? OverRegions(scale, values) : scale.Items.Sum(i => i.Weight * i.PointsOf(values[i.Id]));
        return new(scale.Id, score, scale.GradeOf(score));
    }

    /// <summary>The score of a scale with one item.</summary>
    /// <exception cref="ArgumentException">The value does not fit, or the scale has more items.</exception>
    public static ScaleScore Score(Scale scale, decimal value) =>
        Score(scale, new Dictionary<string, decimal> { [scale.Keys[0]] = value });

    /// <summary>The change from a first score to a later one. Inside the disagreement of raters it is no clear change. Source: knowledge base 7.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A score lies outside the scale.</exception>
    public static ScaleChange Change(Scale scale, decimal baseline, decimal now)
    {
        ThrowIfOutside(scale, baseline);
        ThrowIfOutside(scale, now);
        var gain = scale.Better == BetterEnd.High ? now - baseline : baseline - now;
        var percent = scale.Percent && baseline != 0 ? gain / baseline * 100 : (decimal?)null;
        return new(gain, percent, Verdict(scale, gain), scale.ErrorBound);
    }

    private static ScaleProblem? Problem(Scale scale, string key, IReadOnlyDictionary<string, decimal> values)
    {
        var item = scale.Items.First(i => key == i.Id || key.EndsWith("." + i.Id, StringComparison.Ordinal));
        if (!values.TryGetValue(key, out var value))
        {
            return new(key, $"is missing. Give a number from {Number(item.Min)} to {Number(item.Max)}.");
        }

        if (value < item.Min || value > item.Max)
        {
            return new(key, $"{Number(value)} is outside {Number(item.Min)} to {Number(item.Max)}.");
        }

        return item.WholeNumbers && value != decimal.Truncate(value) ? new(key, $"{Number(value)} is not a whole number.") : null;
    }

    private static decimal OverRegions(Scale scale, IReadOnlyDictionary<string, decimal> values) =>
        scale.Regions.Sum(r => r.Weight * values[$"{r.Id}.{scale.Items[0].Id}"] * scale.Items.Skip(1).Sum(i => values[$"{r.Id}.{i.Id}"]));

    private static ChangeVerdict Verdict(Scale scale, decimal gain)
    {
        if (scale.Better == BetterEnd.Neither)
        {
            return ChangeVerdict.Undefined;
        }

        return Math.Abs(gain) <= (scale.ErrorBound ?? 0) ? ChangeVerdict.NoClearChange : gain > 0 ? ChangeVerdict.Better : ChangeVerdict.Worse;
    }

    private static void ThrowIfOutside(Scale scale, decimal score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, scale.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, scale.Max);
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
