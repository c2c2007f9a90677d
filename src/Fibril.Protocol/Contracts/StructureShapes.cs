using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>A text that follows a pattern.</summary>
internal sealed class PatternShape(Regex pattern, string right) : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !pattern.IsMatch(value.GetString()!))
        {
            Say(problems, pointer, $"{Shown(value)} is not valid", right);
        }
    }
}

/// <summary>A list of one shape.</summary>
internal sealed class ListShape(Shape item, int least = 0, bool unique = false) : Shape
{
    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Say(problems, pointer, $"{Shown(value)} is not a list", "write a list in square brackets");
            return;
        }

        if (value.GetArrayLength() < least)
        {
            Say(problems, pointer, "the list is empty", $"name at least {least}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, element) in value.EnumerateArray().Index())
        {
            item.Check(element, $"{pointer}/{index}", problems);
            if (unique && !seen.Add(element.GetRawText()))
            {
                Say(problems, $"{pointer}/{index}", $"{Shown(element)} stands twice", "name it once");
            }
        }
    }
}

/// <summary>An object with known keys; keys that begin with <c>x-</c> are allowed and ignored.</summary>
internal sealed class ObjectShape(IReadOnlyDictionary<string, Shape> keys, params string[] required) : Shape
{
    /// <summary>What one key demands of the others.</summary>
    public Action<JsonElement, string, ICollection<string>>? Also { get; init; }

    public override void Check(JsonElement value, string pointer, ICollection<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Say(problems, pointer, $"{Shown(value)} is not an object", "write an object in braces");
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            CheckKey(property, pointer, problems);
        }

        foreach (var key in required.Where(key => !value.TryGetProperty(key, out _)))
        {
            Missing(pointer, key, "it is always needed", problems);
        }

        Also?.Invoke(value, pointer, problems);
    }

    /// <summary>Says that a key is missing.</summary>
    public static void Missing(string pointer, string key, string because, ICollection<string> problems) =>
        Say(problems, pointer, $"has no \"{key}\"", $"add it: {because}");

    private void CheckKey(JsonProperty property, string pointer, ICollection<string> problems)
    {
        var place = $"{pointer}/{property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
        if (keys.TryGetValue(property.Name, out var shape))
        {
            shape.Check(property.Value, place, problems);
        }
        else if (!property.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            var near = Spelling.Nearest(property.Name, keys.Keys);
            Say(problems, place, "this key is not known", near is null ? "remove it, or begin it with x-" : $"did you mean \"{near}\"");
        }
    }
}
