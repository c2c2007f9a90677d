using YamlDotNet.RepresentationModel;

namespace Fibril.Protocol;

/// <summary>A rule that only one of two packs has.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Title">Its title.</param>
public sealed record RuleTitle(string Rule, string Title);

/// <summary>One field of a rule in two packs.</summary>
/// <param name="Field">Its path, such as <c>numbers.days</c> or <c>outcomes[inflamed].reason</c>.</param>
/// <param name="Before">Its text in the first pack; null when it is not there.</param>
/// <param name="After">Its text in the second pack; null when it is not there.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A rule that two packs write differently.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Title">Its title in the second pack.</param>
/// <param name="Fields">Every field that differs.</param>
public sealed record RuleDifference(string Rule, string Title, IReadOnlyList<FieldChange> Fields);

/// <summary>A file that differs in two packs.</summary>
/// <param name="File">Name relative to <c>protocol/</c>.</param>
/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
public sealed record FileChange(string File, string Change);

/// <summary>What differs between two packs.</summary>
/// <param name="BeforeHash">Hash of the first.</param>
/// <param name="AfterHash">Hash of the second.</param>
/// <param name="Added">Rules of the second only.</param>
/// <param name="Removed">Rules of the first only.</param>
/// <param name="Changed">Rules of both that differ in a field.</param>
/// <param name="Files">Files that differ, those of rules included.</param>
public sealed record PackDifference(
    string BeforeHash,
    string AfterHash,
    IReadOnlyList<RuleTitle> Added,
    IReadOnlyList<RuleTitle> Removed,
    IReadOnlyList<RuleDifference> Changed,
    IReadOnlyList<FileChange> Files)
{
    /// <summary>The same text in every file.</summary>
    public bool IsEqual => BeforeHash == AfterHash;
}

/// <summary>Compares two packs rule by rule and field by field, whatever fields a rule has.</summary>
public static class PackDiff
{
    /// <summary>What the second pack has that the first has not, and the other way round.</summary>
    /// <exception cref="ProtocolException">A file of rules is not valid; the message names file and line.</exception>
    public static PackDifference Between(ProtocolPack before, ProtocolPack after)
    {
        var (old, now) = (Rules(before), Rules(after));
        return new(
            before.Hash,
            after.Hash,
            [.. now.Keys.Except(old.Keys).Order(StringComparer.Ordinal).Select(id => new RuleTitle(id, after.Rule(id).Title))],
            [.. old.Keys.Except(now.Keys).Order(StringComparer.Ordinal).Select(id => new RuleTitle(id, before.Rule(id).Title))],
            [.. old.Keys.Intersect(now.Keys).Order(StringComparer.Ordinal).Select(id => new RuleDifference(id, after.Rule(id).Title, Fields(old[id], now[id]))).Where(c => c.Fields.Count > 0)],
            [.. Files(before, after).OrderBy(f => f.File, StringComparer.Ordinal)]);
    }

    private static Dictionary<string, Dictionary<string, string>> Rules(ProtocolPack pack)
    {
        _ = pack.Rules; // strictly, so that what follows is sure of its shape
        Dictionary<string, Dictionary<string, string>> rules = new(StringComparer.Ordinal);
        foreach (var file in pack.FileNames.Where(f => f.StartsWith("rules/", StringComparison.Ordinal)))
        {
            foreach (var rule in ((YamlSequenceNode)PackNode.Root(pack.Text(file))!).Children)
            {
                rules[PackNode.Id(rule)!.Value] = PackNode.Flat(rule).ToDictionary(StringComparer.Ordinal);
            }
        }

        return rules;
    }

    private static List<FieldChange> Fields(Dictionary<string, string> old, Dictionary<string, string> now) =>
    [
        .. old.Keys.Union(now.Keys)
            .Select(field => new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
            .Where(c => c.Before != c.After),
    ];

    private static IEnumerable<FileChange> Files(ProtocolPack before, ProtocolPack after)
    {
        var (old, now) = (before.FileNames.ToHashSet(StringComparer.Ordinal), after.FileNames.ToHashSet(StringComparer.Ordinal));
        return
        [
            .. now.Except(old).Select(f => new FileChange(f, "added")),
            .. old.Except(now).Select(f => new FileChange(f, "removed")),
            .. old.Intersect(now).Where(f => before.Text(f).ReplaceLineEndings("\n") != after.Text(f).ReplaceLineEndings("\n")).Select(f => new FileChange(f, "changed")),
        ];
    }
}
