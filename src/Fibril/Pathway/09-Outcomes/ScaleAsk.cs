using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>All scales.</summary>
/// <param name="ImportOnly">Licensed ones: only their totals are recorded.</param>
internal sealed record ScaleList(IReadOnlyList<Scale> Scales, IReadOnlyList<ImportedScale> ImportOnly);

/// <summary>What <c>fibril scale NAME</c> answers.</summary>
/// <param name="Scale">The scale; null for a licensed one.</param>
/// <param name="ImportOnly">The licensed scale; null otherwise.</param>
/// <param name="Score">Of the values given; null without.</param>
/// <param name="Change">Between the two scores given; null without.</param>
internal sealed record ScaleAnswer(Scale? Scale, ImportedScale? ImportOnly, ScaleScore? Score, ScaleChange? Change, decimal? Before, decimal? After);

/// <summary>What the command line asked about one scale.</summary>
internal sealed record ScaleAsk(string Name, IReadOnlyList<string> Values, decimal? Before, decimal? After)
{
    /// <summary>What is unknown, missing or out of range; empty when there is an answer.</summary>
    public IEnumerable<string> Problems(ProtocolPack pack)
    {
        if (pack.Scales.FirstOrDefault(s => s.Id == Name) is { } scale)
        {
            return [.. ValueProblems(scale), .. PairProblems(), .. RangeProblems(scale)];
        }

        return pack.ImportedScales.All(s => s.Id != Name)
            ? [$"NAME: there is no scale \"{Name}\"; there are {string.Join(", ", pack.Scales.Select(s => s.Id).Concat(pack.ImportedScales.Select(s => s.Id)))}."]
            : Values.Count > 0 || Before is not null || After is not null
                ? [$"{Name}: is a licensed scale; its total is recorded as the licence holder's form gives it, and nothing is worked out here."]
                : [];
    }

    /// <param name="pack">The knowledge; <see cref="Problems"/> found nothing.</param>
    public ScaleAnswer Answer(ProtocolPack pack)
    {
        if (pack.Scales.FirstOrDefault(s => s.Id == Name) is not { } scale)
        {
            return new(null, pack.ImportedScales.First(s => s.Id == Name), null, null, null, null);
        }

        return new(
            scale,
            null,
            Values.Count > 0 ? Scales.Score(scale, Read(scale)) : null,
            Before is { } before && After is { } after ? Scales.Change(scale, before, after) : null,
            Before,
            After);
    }

    private IEnumerable<string> ValueProblems(Scale scale)
    {
        if (Values.Count == 0)
        {
            return [];
        }

        var unread = Values.Index().Where(v => Pair(scale, v.Item, v.Index) is null).ToList();
        if (unread.Count > 0)
        {
            return unread.Select(v => $"VALUES: \"{v.Item}\" is not item=value with a number, such as {scale.Keys[0]}=1; or give {scale.Keys.Count} numbers in the order of the items.");
        }

        return Scales.Problems(scale, Read(scale)).Select(p => $"{p.Key}: {p.Message}");
    }

    private IEnumerable<string> PairProblems() =>
        Before is null == After is null ? [] : [$"{(Before is null ? "--before" : "--after")}: is missing; a change needs both scores."];

    private IEnumerable<string> RangeProblems(Scale scale) =>
        new[] { ("--before", Before), ("--after", After) }
            .Where(s => s.Item2 < scale.Min || s.Item2 > scale.Max)
            .Select(s => $"{s.Item1}: {CliValues.Text(s.Item2!.Value)} is outside {CliValues.Text(scale.Min)} to {CliValues.Text(scale.Max)} of {scale.Name}.");

    private Dictionary<string, decimal> Read(Scale scale)
    {
        Dictionary<string, decimal> read = new(StringComparer.Ordinal);
        foreach (var pair in Values.Index().Select(v => Pair(scale, v.Item, v.Index)!.Value))
        {
            read[pair.Key] = pair.Value;
        }

        return read;
    }

    /// <summary>item=value; or a bare number, whose item is its place when every item has one.</summary>
    private (string Key, decimal Value)? Pair(Scale scale, string text, int place)
    {
        if (text.Split('=') is [var key, var value] && CliValues.TryNumber(value, out var number))
        {
            return (key, number);
        }

        return Values.Count == scale.Keys.Count && CliValues.TryNumber(text, out var bare) ? (scale.Keys[place], bare) : null;
    }
}
