using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>What a text of the command line cites, each source once, with its title.</summary>
public static class SourceLines
{
    /// <summary>A heading and a line for each source; nothing when nothing is cited.</summary>
    public static IEnumerable<string> Of(ProtocolPack pack, IEnumerable<string> ids)
    {
        var cited = Cited(pack, ids);
        return cited.Count == 0 ? [] : ["", "Sources", .. cited.Select(Line)];
    }

    /// <summary>The sources with these ids, in their order; what is no source of the pack is left out.</summary>
    public static IReadOnlyList<Source> Cited(ProtocolPack pack, IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Select(pack.Source).OfType<Source>()];

    /// <summary>One source in a line.</summary>
    public static string Line(Source source) =>
        $"  {source.Id}: {source.Title}{(source.Year is { } year && !source.Title.Contains($"{year}", StringComparison.Ordinal) ? $", {year}" : "")}{(source.Url is null ? "" : $" <{source.Url}>")}";
}
