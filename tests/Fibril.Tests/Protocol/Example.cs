using System.Text.Json;

namespace Fibril.Tests.Protocol;

/// <summary>The worked examples of the contracts, beside the test assembly.</summary>
internal static class Example
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Protocol", "Examples");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public static JsonElement Json(string path) => JsonDocument.Parse(Text(path)).RootElement;

    /// <summary>The words of a list; none when the key is missing.</summary>
    public static HashSet<string> Words(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];
}
