using System.Globalization;
using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>What is wrong in a pack, and where.</summary>
/// <param name="File">Name relative to <c>protocol/</c>.</param>
/// <param name="Line">From 1; null when it is the whole file.</param>
/// <param name="Sentence">What is wrong and what would be right.</param>
public sealed record PackProblem(string File, int? Line, string Sentence);

/// <summary>What a check of a pack found.</summary>
/// <param name="Header">What the pack says about itself; null when that cannot be read.</param>
/// <param name="Hash">Over all files; null when the header cannot be read.</param>
/// <param name="Problems">Why it cannot be used; empty when it can.</param>
/// <param name="Unpublished">Why this is not what was published under its version, a warning; null when it is, or cannot be read.</param>
/// <param name="PastReview">Rules whose day of review has passed: a warning.</param>
/// <param name="Counts">How much of each there is, by a word for people; empty while there are problems.</param>
public sealed record PackReport(
    PackHeader? Header, string? Hash, IReadOnlyList<PackProblem> Problems, string? Unpublished, IReadOnlyList<Rule> PastReview, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The pack can be used.</summary>
    public bool IsClean => Problems.Count == 0;
}

/// <summary>Reads a pack whole and strictly: every file, every reference.</summary>
public static partial class PackCheck
{
    /// <summary>Checks the files of a pack; a broken one is an answer, not an exception.</summary>
    /// <param name="contents">File name relative to <c>protocol/</c>, and its text.</param>
    /// <param name="today">Day by which reviews are due.</param>
    public static PackReport Check(IReadOnlyDictionary<string, string> contents, DateOnly today)
    {
        ProtocolPack pack;
        try
        {
            pack = ProtocolPack.From(contents);
        }
        catch (ProtocolException e)
        {
            return new(null, null, [Placed(e.Message)], null, [], new Dictionary<string, int>());
        }

        return Check(pack, today);
    }

    /// <summary>Checks a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="today">Day by which reviews are due.</param>
    public static PackReport Check(ProtocolPack pack, DateOnly today)
    {
        List<PackProblem> problems = [.. pack.LoadAll().Distinct(StringComparer.Ordinal).Select(Placed)];
        if (problems.Count == 0)
        {
            problems.AddRange(new PackReferences(pack).Problems());
            problems.AddRange(Doubled(pack));
        }

        if (problems.Count == 0)
        {
            problems.AddRange(Unjudged(pack));
        }

        return problems.Count > 0
            ? new(pack.Header, pack.Hash, problems, null, [], new Dictionary<string, int>())
            : new(pack.Header, pack.Hash, [], pack.Unpublished(), RuleReview.Overdue(pack.Rules, today), Counts(pack));
    }

    /// <summary>Rules that two files have; one file with two is found among its lists.</summary>
    private static IEnumerable<PackProblem> Doubled(ProtocolPack pack) => pack.FileNames
        .Where(f => f.StartsWith("rules/", StringComparison.Ordinal))
        .SelectMany(f => PackNode.Lists(PackNode.Root(pack.Text(f))).SelectMany(l => l).Select(w => (File: f, Word: w)))
        .GroupBy(p => p.Word.Value, StringComparer.Ordinal)
        .SelectMany(same => same.Where(p => p.File != same.First().File))
        .Select(p => new PackProblem(p.File, p.Word.Line, $"rule {p.Word.Value} stands twice; give each rule an id of its own."));

    /// <summary>The first rule whose condition cannot be judged.</summary>
    private static IEnumerable<PackProblem> Unjudged(ProtocolPack pack)
    {
        try
        {
            pack.Checked();
            return [];
        }
        catch (ProtocolException e)
        {
            return [Placed(e.Message)];
        }
    }

    private static Dictionary<string, int> Counts(ProtocolPack pack) => new()
    {
        ["files"] = pack.FileNames.Count(),
        ["rules"] = pack.Rules.Count,
        ["questions"] = pack.Questions.Count,
        ["zones"] = pack.Zones.Count,
        ["conditions"] = pack.Conditions.Count,
        ["medicines"] = pack.Medicines.Count,
        ["products"] = pack.Products.Count,
        ["procedures"] = pack.Procedures.Count,
        ["anaesthetics"] = pack.Anaesthetics.Count,
        ["redFlags"] = pack.RedFlags.Count,
        ["aftercareRows"] = pack.AftercareRules.Rows.Count,
        ["scales"] = pack.Scales.Count + pack.ImportedScales.Count,
        ["sources"] = pack.Sources.Count,
    };

    private static PackProblem Placed(string message) => Place().Match(message) is { Success: true } m
        ? new(m.Groups[1].Value, m.Groups[2].Success ? int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) : null, m.Groups[3].Value)
        : new("", null, message);

    [GeneratedRegex(@"^protocol/([^: ]+):(?:(\d+):)? *(.*)$", RegexOptions.Singleline)]
    private static partial Regex Place();
}
