using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary><c>fibril protocol publish</c>: adds the version of a folder to its list of published ones; what is listed never changes.</summary>
internal static class PublishVerb
{
    private static readonly Option<string> Folder = new("--pack") { Description = "Folder with the protocol's YAML files.", Required = true };

    public static Command Create()
    {
        var publish = new Command("publish", "Signs the version of a folder with the hash of each file. A version that is published never changes. Exit 1: broken, or published before as something else.") { Folder, CliOptions.Json };
        publish.SetAction((parsed, stop) => PublishAsync(parsed, stop));
        return publish;
    }

    private static async Task<int> PublishAsync(ParseResult parsed, CancellationToken stop)
    {
        var name = parsed.GetValue(Folder)!;
        var folder = PackFolder.Read(name);
        var (pack, problems) = name == PackFolder.Shipped ? (null, [$"--pack: name the folder; the protocol inside the program cannot be written."]) : folder.Load();
        if (pack is null)
        {
            return await VerbAnswer.RefuseAsync(parsed, problems);
        }

        var entry = PublishedVersion.Of(pack);
        if (Refusal(pack, entry) is { } refusal)
        {
            await VerbAnswer.RefuseAsync(parsed, refusal);
            return 1;
        }

        var isNew = pack.Unpublished() is not null;
        if (isNew)
        {
            var before = folder.Files.GetValueOrDefault(PublishedVersion.File, "");
            await File.AppendAllTextAsync(Path.Combine(name, PublishedVersion.File), (before.Length == 0 || before.EndsWith('\n') ? "" : "\n") + entry.ToText(), stop);
        }

        return await VerbAnswer.GiveAsync(parsed, entry, () => [$"{pack.Header.Id} {entry.Version}: {(isNew ? "published" : "published before, unchanged")}", entry.Hash]);
    }

    private static string? Refusal(ProtocolPack pack, PublishedVersion entry) =>
        pack.Changes.Count > 0 ? $"{ClinicChanges.File}: a clinic's own changes are not published; take the file out."
        : pack.PublishedVersions.Any(v => v.Version == entry.Version) ? pack.Unpublished()
        : pack.PublishedVersions is [.., var last] && !(IsAfter(entry.Version, last.Version) && entry.PublishedOn >= last.PublishedOn)
            ? $"pack.yaml: version {entry.Version} of {CliValues.Text(entry.PublishedOn)} must come after {last.Version} of {CliValues.Text(last.PublishedOn)}."
        : null;

    private static bool IsAfter(string version, string last) => Version.TryParse(version, out var one) && Version.TryParse(last, out var other) && one > other;
}
