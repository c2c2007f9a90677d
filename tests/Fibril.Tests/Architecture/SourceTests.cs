using Fibril.Pathway;

namespace Fibril.Tests.Architecture;

/// <summary>What the source tree itself must keep.</summary>
public class SourceTests
{
    private const int LongestFile = 300;

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".css" or ".js")
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or "Migrations" or "lib"))
            .ToList();

        var tooLong = files.Select(f => (File: Path.GetRelativePath(Repository.Root, f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > LongestFile).ToList();

        Assert.True(files.Count > 100);
        Assert.True(tooLong.Count == 0, string.Join("\n", tooLong));
    }

    [Fact]
    public void Stages_stand_in_order_and_each_has_its_folder_and_namespace()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "Fibril", "Pathway")).Select(d => Path.GetFileName(d)!)
            .Where(d => char.IsAsciiDigit(d[0])).Order(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, 9), Stages.All.Select(s => s.Number));
        Assert.Equal(folders, Stages.All.Select(s => s.Folder));
        Assert.All(Stages.All, s =>
        {
            Assert.Equal($"Fibril.Pathway.{s.Name}", s.GetType().Namespace);
            var imports = File.ReadAllText(Path.Combine(Repository.Root, "src", "Fibril", "Pathway", s.Folder, "_Imports.razor"));
            Assert.Contains($"@namespace Fibril.Pathway.{s.Name}", imports, StringComparison.Ordinal);
            Assert.NotEmpty(s.Summary);
        });
    }
}

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Fibril.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Fibril.slnx is above no folder of the tests."));
}
