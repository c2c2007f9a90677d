using System.Text;

namespace Fibril.Protocol;

/// <summary>A version that was published, as <c>published.yaml</c> keeps it. Lines are added, never changed.</summary>
public sealed record PublishedVersion
{
    /// <summary>Name of the file beside the pack; its hash does not cover it.</summary>
    public const string File = "published.yaml";

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>Day of publication.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Of the whole pack.</summary>
    public required string Hash { get; init; }

    /// <summary>Of each file, by name; empty for versions from before they were kept.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The entry of a pack as it is now.</summary>
    public static PublishedVersion Of(ProtocolPack pack) => new()
    {
        Version = pack.Header.Version, PublishedOn = pack.Header.PublishedOn, Hash = pack.Hash, Files = pack.FileNames.ToDictionary(f => f, pack.HashOf),
    };

    /// <summary>As it is added to the file.</summary>
    public string ToText()
    {
        var text = new StringBuilder($"- version: {Version}\n  publishedOn: {PublishedOn:yyyy-MM-dd}\n  hash: {Hash}\n  files:\n");
        return Files.OrderBy(f => f.Key, StringComparer.Ordinal).Aggregate(text, (all, f) => all.Append($"    {f.Key}: {f.Value}\n")).ToString();
    }
}
