using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What the protocol says of a cream, as clinicians read it. A published version keeps its text to the letter; what its author noted for the next one is said here for whoever works by it. Pure.</summary>
public static class CreamWords
{
    private const string NotedByTheAuthor = "Dwell and area are from memory of the label; verify them.";

    private const string ToBeRead = "No label is on file for its minutes and its area: go by the leaflet of the tube.";

    public static string Limits(AnaestheticProduct product) => Set(product.Limits.Replace(NotedByTheAuthor, ToBeRead, StringComparison.Ordinal));

    /// <summary>Units as they are printed.</summary>
    public static string Set(string text) => text.Replace("cm2", "cm²", StringComparison.Ordinal);
}
