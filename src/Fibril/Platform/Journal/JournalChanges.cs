using System.Text.Json;
using Fibril.Platform.Ui;

namespace Fibril.Platform.Journal;

/// <summary>One field as it was and as it became, in words.</summary>
/// <param name="Old">Null for a new row.</param>
/// <param name="New">Null for a removed one.</param>
public sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>What happened to one row.</summary>
public sealed record RowChange(string Row, string Change, IReadOnlyList<FieldChange> Fields);

/// <summary>Reads the changes of an entry for people.</summary>
public static class JournalChanges
{
    private const int Longest = 300;

    public static IReadOnlyList<RowChange> Read(string changes)
    {
        using var json = JsonDocument.Parse(changes);
        return [.. json.RootElement.EnumerateArray().Select(Row)];
    }

    private static RowChange Row(JsonElement row)
    {
        var change = row.GetProperty("change").GetString()!;
        return new(Words.Of(row.GetProperty("row").GetString()!), change, [.. row.GetProperty("values").EnumerateObject().Select(v => Field(v, change)).Where(f => f.Old != f.New)]);
    }

    private static FieldChange Field(JsonProperty field, string change)
    {
        var values = field.Value.EnumerateArray().Select(Text).ToList();
        return new(
            Words.Of(field.Name),
            change is "Added" ? null : values.FirstOrDefault() ?? "",
            change is "Deleted" ? null : values.LastOrDefault() ?? "");
    }

    private static string Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
            JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(p => $"{Words.Of(p.Name)}: {Text(p.Value)}")),
            _ => value.GetRawText(),
        };
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }
}
