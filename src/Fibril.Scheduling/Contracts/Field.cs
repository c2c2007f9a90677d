using System.Text.Json;

namespace Fibril.Scheduling;

/// <summary>A value of the file with its JSON pointer, and where problems are told.</summary>
internal readonly record struct Field(JsonElement Value, string Pointer, ICollection<string> Problems)
{
    public Field this[string key] => new(Value.GetProperty(key), $"{Pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", Problems);

    public Field this[int index] => new(Value[index], $"{Pointer}/{index}", Problems);

    public bool Is(JsonValueKind kind) => Value.ValueKind == kind;

    public Field? Maybe(string key) => Value.TryGetProperty(key, out _) ? this[key] : null;

    public IEnumerable<Field> Items()
    {
        for (var i = 0; i < Value.GetArrayLength(); i++)
        {
            yield return this[i];
        }
    }

    public string Text() => Value.GetString()!;

    public int Whole() => (int)Value.GetDouble();

    public void Say(string problem) => Problems.Add($"{(Pointer.Length == 0 ? "(whole file)" : Pointer)}: {problem}.");

    /// <summary>The value as it stands in the file, short enough for one line.</summary>
    public string Shown()
    {
        var raw = Value.GetRawText().ReplaceLineEndings(" ");
        return Value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => raw.Length <= 60 ? raw : raw[..57] + "...",
        };
    }
}
