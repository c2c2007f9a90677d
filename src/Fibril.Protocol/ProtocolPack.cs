using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Fibril.Protocol;

/// <summary>
/// The clinical knowledge, read once and never changed: every YAML file of <c>protocol/</c> with one hash over all of them.
/// Each kind of knowledge adds its own typed property in a partial file of its own.
/// </summary>
public sealed partial class ProtocolPack
{
    private const string Prefix = "protocol/";
    private static readonly Lazy<ProtocolPack> Embedded = new(LoadEmbedded);
    private readonly SortedDictionary<string, string> files;
    private readonly ConcurrentDictionary<string, object> sections;

    /// <param name="files">Names and texts.</param>
    /// <param name="read">Files that were read before and are the same.</param>
    private ProtocolPack(SortedDictionary<string, string> files, IEnumerable<KeyValuePair<string, object>>? read = null)
    {
        ledger = files.TryGetValue(PublishedVersion.File, out var published) ? published : "";
        this.files = files;
        files.Remove(PublishedVersion.File);
        sections = new(read ?? [], StringComparer.Ordinal);
        Hash = HashOf(files);
        Header = Section<PackHeader>("pack.yaml");
    }

    /// <summary>The pack that ships inside the library.</summary>
    public static ProtocolPack Current => Embedded.Value;

    /// <summary>Identifier, version and intended purpose.</summary>
    public PackHeader Header { get; }

    /// <summary><c>sha256:</c> and 64 hex digits over all files, names included, in ordinal order of their names.</summary>
    public string Hash { get; }

    /// <summary>Names of the files, relative to <c>protocol/</c>.</summary>
    public IEnumerable<string> FileNames => files.Keys;

    /// <summary>Reads a pack from memory, for tests and for a clinic's own pack.</summary>
    /// <param name="contents">File name relative to <c>protocol/</c>, and its text.</param>
    /// <exception cref="ProtocolException">A file is missing or not valid; the message names file and line.</exception>
    public static ProtocolPack From(IReadOnlyDictionary<string, string> contents) =>
        new(new SortedDictionary<string, string>(contents.ToDictionary(), StringComparer.Ordinal));

    /// <summary>Every file with its text, the list of published versions too, as <see cref="From"/> takes them.</summary>
    public IReadOnlyDictionary<string, string> Contents =>
        ledger.Length == 0 ? files : new Dictionary<string, string>(files) { [PublishedVersion.File] = ledger };

    /// <summary>The text of one file.</summary>
    /// <exception cref="ProtocolException">There is no such file.</exception>
    public string Text(string file) =>
        files.TryGetValue(file, out var text) ? text : throw new ProtocolException($"protocol/{file}: no such file in this pack.");

    /// <summary>One file as typed data: unknown keys, missing keys and wrong types are errors that name file and line.</summary>
    private T Section<T>(string file) where T : class =>
        (T)sections.GetOrAdd(file, name => StrictYaml.Read<T>("protocol/" + name, Text(name)));

    private static string HashOf(SortedDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n" + text.ReplaceLineEndings("\n") + "\0"));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ProtocolPack LoadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            files[name[Prefix.Length..].Replace('\\', '/')] = reader.ReadToEnd();
        }

        return new(files);
    }
}

/// <summary>What the pack says about itself.</summary>
public sealed record PackHeader
{
    /// <summary>Stable identifier, such as <c>needling-mechanical</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Semantic version; a published version never changes.</summary>
    public required string Version { get; init; }

    /// <summary>Day of publication.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>What the pack is for, and what it is not.</summary>
    public required string IntendedPurpose { get; init; }
}

/// <summary>The knowledge cannot be read: the message names the file, the line, and what would be right.</summary>
public sealed class ProtocolException(string message, Exception? inner = null) : Exception(message, inner);
