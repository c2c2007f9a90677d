using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Packs;

public class PublicationTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    /// <summary>A version that went out keeps its hash for good: these lines are added to, never edited.</summary>
    [Theory]
    [InlineData("1.1.0", "sha256:efa1758be6db96cabe334a9fda4a087c9a7b9406304024fa17d76d705c3a4b6f")]
    [InlineData("1.2.0", "sha256:2660e6cee42009eab1bab75576ab6f4e29b4d44d92a510f16c6a8a0615b4c1c3")]
    public void Published_version_never_changes(string version, string hash) =>
        Assert.Equal(hash, Assert.Single(Pack.PublishedVersions, v => v.Version == version).Hash);

    [Fact]
    public void Shipped_pack_is_what_was_published_under_its_version()
    {
        Assert.Null(Pack.Unpublished());
        Assert.Equal(Pack.Hash, Pack.PublishedVersions[^1].Hash);
        Assert.Equal(Pack.PublishedVersions.Select(v => Version.Parse(v.Version)).Order(), Pack.PublishedVersions.Select(v => Version.Parse(v.Version)));
    }

    [Fact]
    public void Clinics_changes_leave_the_version_signed()
    {
        var own = Pack.With([new() { Rule = "C22", Off = true, Because = "We needle first." }]);

        Assert.Null(own.Unpublished());
        Assert.Same(own, own.RequirePublished());
    }

    [Fact]
    public void Changed_added_or_missing_file_is_named_with_the_line_of_its_version()
    {
        var line = $"protocol/published.yaml:{Array.FindIndex(Pack.Contents["published.yaml"].Split('\n'), l => l.Contains(Pack.Hash, StringComparison.Ordinal)) + 1}: ";

        Assert.StartsWith(line + "rules/skin.yaml has changed since version", With(f => f["rules/skin.yaml"] += "# one word more\n").Unpublished(), StringComparison.Ordinal);
        Assert.StartsWith(line + "rules/own.yaml was not there when", With(f => f["rules/own.yaml"] = "[]").Unpublished(), StringComparison.Ordinal);
        Assert.StartsWith(line + "courses.yaml is missing", With(f => f.Remove("courses.yaml")).Unpublished(), StringComparison.Ordinal);
    }

    [Fact]
    public void Version_that_nobody_published_is_refused_at_the_start()
    {
        var next = With(f => f["pack.yaml"] = f["pack.yaml"].Replace($"version: {Pack.Header.Version}", "version: 9.0.0", StringComparison.Ordinal));
        var none = With(f => f.Remove("published.yaml"));

        Assert.Matches("^protocol/pack.yaml:[0-9]+: version 9.0.0 is not signed", Assert.Throws<ProtocolException>(next.RequirePublished).Message);
        Assert.Contains("is not signed", Assert.Throws<ProtocolException>(none.RequirePublished).Message, StringComparison.Ordinal);
        Assert.Contains("is not signed", PackCheck.Check(next.Contents, new(2026, 11, 29)).Unpublished, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_that_stands_twice_is_refused() =>
        Assert.Contains("stands twice", With(f => f["published.yaml"] += PublishedVersion.Of(Pack).ToText()).Unpublished(), StringComparison.Ordinal);

    [Fact]
    public void Line_ends_of_another_system_change_nothing() =>
        Assert.Null(ProtocolPack.From(Pack.Contents.ToDictionary(f => f.Key, f => f.Value.ReplaceLineEndings("\r\n"))).Unpublished());

    private static ProtocolPack With(Action<Dictionary<string, string>> change)
    {
        var files = Pack.Contents.ToDictionary();
        change(files);
        return ProtocolPack.From(files);
    }
}
