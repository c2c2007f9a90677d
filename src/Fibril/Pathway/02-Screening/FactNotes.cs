using System.Text.Json.Nodes;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>The words that stand beside the fact of a finding: the person's own, or where in the chart it stood.</summary>
public static class FactNotes
{
    public static string? Of(CaseFile file, string? pointer)
    {
        var node = JsonNode.Parse(file.ToJson());
        foreach (var part in (pointer ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonObject o => o[part],
                JsonArray a when int.TryParse(part, out var n) && n < a.Count => a[n],
                _ => null,
            };
        }

        return pointer is { Length: > 0 } && node is JsonObject fact ? fact["note"]?.GetValue<string>() : null;
    }
}
