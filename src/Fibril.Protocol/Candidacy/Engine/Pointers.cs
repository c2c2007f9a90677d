using System.Collections.Concurrent;

namespace Fibril.Protocol;

/// <summary>JSON Pointers to facts, written once.</summary>
internal static class Pointers
{
    private const int Kept = 64;
    private static readonly ConcurrentDictionary<string, string[]> Lists = new(StringComparer.Ordinal);

    /// <summary>Pointer to one fact of a list.</summary>
    public static string Of(string list, int index) =>
        index < Kept ? Lists.GetOrAdd(list, static name => [.. Enumerable.Range(0, Kept).Select(i => $"/{name}/{i}")])[index] : $"/{list}/{index}";
}
