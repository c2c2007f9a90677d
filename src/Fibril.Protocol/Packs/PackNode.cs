using YamlDotNet.RepresentationModel;

namespace Fibril.Protocol;

/// <summary>A pack's YAML as it stands in the file, with the place of each word: for what the typed reader has no place for.</summary>
internal static class PackNode
{
    /// <summary>The root of one file; null when it is empty.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">It is no YAML.</exception>
    public static YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ } document, ..] ? document.RootNode : null;
    }

    /// <summary>Every word below a node with the key that it stands under; a word of a list has the key of the list.</summary>
    public static IEnumerable<PackWord> Words(YamlNode? node, string key = "") => node switch
    {
        YamlScalarNode { Value: { } value } scalar => [new(key, value, (int)scalar.Start.Line)],
        YamlSequenceNode list => list.Children.SelectMany(child => Words(child, key)),
        YamlMappingNode map => map.Children.SelectMany(pair => Words(pair.Value, ((YamlScalarNode)pair.Key).Value ?? "")),
        _ => [],
    };

    /// <summary>Every entry of a list below a node that has an <c>id</c>, with its list.</summary>
    public static IEnumerable<IReadOnlyList<PackWord>> Lists(YamlNode? node) => node switch
    {
        YamlSequenceNode list => list.Children.SelectMany(Lists).Prepend([.. list.Children.Select(Id).OfType<PackWord>()]),
        YamlMappingNode map => map.Children.Values.SelectMany(Lists),
        _ => [],
    };

    /// <summary>A node as one text for each path below it; entries of lists are named by <c>case</c> or <c>id</c>, else by their place.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Flat(YamlNode node, string path = "") => node switch
    {
        YamlScalarNode scalar => [new(path, scalar.Value ?? "")],
        YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode) => [new(path, string.Join(", ", list.Children.Select(c => ((YamlScalarNode)c).Value)))],
        YamlSequenceNode list => list.Children.Zip(Names(list)).SelectMany(c => Flat(c.First, $"{path}[{c.Second}]")),
        YamlMappingNode map => map.Children.SelectMany(pair => Flat(pair.Value, path.Length == 0 ? KeyOf(pair.Key) : $"{path}.{KeyOf(pair.Key)}")),
        _ => [],
    };

    /// <summary>The <c>id</c> of an entry; null when it has none.</summary>
    public static PackWord? Id(YamlNode node) => Text(node, "id");

    private static PackWord? Text(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value: { } text }
            ? new(key, text, (int)value.Start.Line)
            : null;

    /// <summary>Clauses may share a case; then all of their list go by their place.</summary>
    private static List<string> Names(YamlSequenceNode list)
    {
        List<string> names = [.. list.Children.Select(entry => (Text(entry, "case") ?? Id(entry))?.Value ?? RuleOutcome.Only)];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : [.. names.Select((_, place) => $"{place + 1}")];
    }

    private static string KeyOf(YamlNode key) => ((YamlScalarNode)key).Value ?? "";
}

/// <summary>A word of a file.</summary>
/// <param name="Key">The key that it stands under.</param>
/// <param name="Value">The word.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record PackWord(string Key, string Value, int Line);
