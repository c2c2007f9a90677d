using System.Text.Json;

namespace Fibril.Protocol;

/// <summary>Reads one contract document strictly: well-formed, no key twice, of the shape.</summary>
internal static class ContractText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The typed document, or null with at least one problem.</summary>
    public static T? Read<T>(string json, Shape shape, List<string> problems) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), Strict);
            shape.Check(document.RootElement, "", problems);
            return problems.Count == 0 ? document.RootElement.Deserialize<T>(ContractJson.Facts) : null;
        }
        catch (JsonException e)
        {
            problems.Add($"(whole file): is not JSON that can be read, line {e.LineNumber + 1}; {e.Message}");
            return null;
        }
        catch (InvalidOperationException e) // half of a surrogate pair
        {
            problems.Add($"(whole file): holds a text that cannot be read; {e.Message}");
            return null;
        }
    }
}
