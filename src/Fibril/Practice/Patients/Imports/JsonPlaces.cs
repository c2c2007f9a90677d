using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Fibril.Practice.Patients.Imports;

/// <summary>Finds the line and character of a JSON pointer in a text, so that a person can go there with an editor.</summary>
internal static class JsonPlaces
{
    public static IReadOnlyList<ChartProblem> Placed(ReadOnlySpan<byte> json, IEnumerable<ChartProblem> problems)
    {
        var list = problems.ToList();
        var wanted = list.Where(p => p.Line == 0 && p.Pointer.Length > 0).Select(p => p.Pointer).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return list;
        }

        var found = Find(json, wanted);
        return [.. list.Select(p => found.TryGetValue(p.Pointer, out var place) ? p with { Line = place.Line, Column = place.Column } : p)];
    }

    private static Dictionary<string, (long Line, long Column)> Find(ReadOnlySpan<byte> json, HashSet<string> wanted)
    {
        var found = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        var path = new Stack<(string Pointer, bool IsArray, int Next)>();
        var property = "";
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                property = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }

            var here = Here(path, property);
            if (wanted.Contains(here))
            {
                found[here] = LineOf(json, reader.TokenStartIndex);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push((here, reader.TokenType == JsonTokenType.StartArray, 0));
            }
        }

        return found;
    }

    private static string Here(Stack<(string Pointer, bool IsArray, int Next)> path, string property)
    {
        if (path.Count == 0)
        {
            return "";
        }

        var (pointer, isArray, next) = path.Pop();
        path.Push((pointer, isArray, next + 1));
        return pointer + "/" + (isArray ? next.ToString(CultureInfo.InvariantCulture) : property.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }

    private static (long Line, long Column) LineOf(ReadOnlySpan<byte> json, long offset)
    {
        var before = json[..(int)offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
