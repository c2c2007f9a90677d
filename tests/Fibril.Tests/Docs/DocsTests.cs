using System.Text.RegularExpressions;
using Fibril.Pathway;
using Fibril.Tests.Support;

namespace Fibril.Tests.Docs;

/// <summary>What can rot in the documents is held to the source.</summary>
public partial class DocsTests
{
    [Fact]
    public void Readme_lists_the_stages_and_each_has_its_page()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.All(Stages.All, stage =>
        {
            Assert.Contains($"| {stage.Number} | [{stage.Name}](docs/pathway/{stage.Folder}.md) |", readme, StringComparison.Ordinal);
            Assert.StartsWith($"# {stage.Number}. {stage.Name}\n", File.ReadAllText(Path.Combine(Repository.Root, "docs", "pathway", $"{stage.Folder}.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        });
        Assert.True(readme.Split('\n').Length <= 120, "The README is a first page, not a manual.");
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories));

        var dead = pages.SelectMany(page => Link().Matches(File.ReadAllText(page))
            .Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, to)))
            .Select(to => $"{Path.GetRelativePath(Repository.Root, page)}: {to}"));

        Assert.Empty(dead);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
