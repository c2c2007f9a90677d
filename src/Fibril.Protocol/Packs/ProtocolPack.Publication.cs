namespace Fibril.Protocol;

/// <content>Whether this is what was published under its version.</content>
public sealed partial class ProtocolPack
{
    private readonly string ledger;

    /// <summary>What was published, oldest first; empty = nothing.</summary>
    /// <exception cref="ProtocolException">The list does not fit; the message names the line.</exception>
    public IReadOnlyList<PublishedVersion> PublishedVersions =>
        ledger.Length == 0 ? [] : (List<PublishedVersion>)sections.GetOrAdd(PublishedVersion.File + "#read", _ => StrictYaml.Read<List<PublishedVersion>>("protocol/" + PublishedVersion.File, ledger));

    /// <summary>Why this is not what was published under its version, with file and line, and what to do; null = it is.</summary>
    public string? Unpublished()
    {
        var pack = Published;
        var same = pack.PublishedVersions.Where(v => v.Version == Header.Version).ToList();
        if (same.Count > 1)
        {
            return $"protocol/{PublishedVersion.File}:{LineOf(ledger, same[^1].Hash)}: version {Header.Version} stands twice; a version is published once.";
        }

        if (same is not [var version])
        {
            return $"protocol/pack.yaml:{LineOf(Text("pack.yaml"), "version:")}: version {Header.Version} is not signed: {PublishedVersion.File} does not list it. Publish it: fibril protocol publish --pack FOLDER";
        }

        if (version.Hash == pack.Hash)
        {
            return null;
        }

        var (file, what) = Difference(pack, version);
        return $"protocol/{PublishedVersion.File}:{LineOf(ledger, version.Hash)}: {file} {what} version {version.Version} was published. Put it back, or give pack.yaml the next version and publish that.";
    }

    /// <exception cref="ProtocolException">This is not what was published under its version; the message names file and line, and what to do.</exception>
    public ProtocolPack RequirePublished() => Unpublished() is { } problem ? throw new ProtocolException(problem) : this;

    /// <summary>Hash of one file.</summary>
    /// <exception cref="ProtocolException">There is no such file.</exception>
    internal string HashOf(string file) => HashOf(new SortedDictionary<string, string> { [file] = Text(file) });

    private static (string File, string What) Difference(ProtocolPack pack, PublishedVersion version)
    {
        var changed = pack.FileNames.Where(version.Files.ContainsKey).FirstOrDefault(f => pack.HashOf(f) != version.Files[f]);
        var added = pack.FileNames.FirstOrDefault(f => !version.Files.ContainsKey(f));
        var gone = version.Files.Keys.FirstOrDefault(f => !pack.files.ContainsKey(f));
        return changed is not null ? (changed, "has changed since")
            : version.Files.Count > 0 && added is not null ? (added, "was not there when")
            : gone is not null ? (gone, "is missing; it was there when")
            : ("a file", "has changed since");
    }

    private static int LineOf(string text, string start) => Array.FindIndex(text.Split('\n'), line => line.Contains(start, StringComparison.Ordinal)) + 1;
}
