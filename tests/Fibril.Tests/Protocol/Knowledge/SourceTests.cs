using System.Text.RegularExpressions;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public partial class SourceTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Every_source_that_a_file_cites_is_listed()
    {
        var cited = Pack.FileNames
            .Where(f => f != "sources.yaml")
            .SelectMany(f => Lists().Matches(Pack.Text(f)).SelectMany(m => m.Groups[1].Value.Split(',')))
            .Select(id => id.Trim())
            .ToHashSet();

        Assert.True(cited.Count > 60);
        Assert.DoesNotContain(cited, id => Pack.Source(id) is null);
    }

    [Fact]
    public void Ids_are_unique_and_addresses_are_complete()
    {
        Assert.Equal(Pack.Sources.Count, Pack.Sources.Select(s => s.Id).Distinct().Count());
        Assert.All(Pack.Sources, s => Assert.True(s.Url is null || s.Url.IsAbsoluteUri, s.Id));
        Assert.All(Pack.Sources, s => Assert.NotEmpty(s.Title));
    }

    [Theory]
    [InlineData("L", "Label")]
    [InlineData("L/X", "Label Convention")]
    [InlineData("C vs T", "Case reports Study")]
    [InlineData("L vs G, contested", "Label Guideline")]
    [InlineData("L, days D", "Label Default")]
    public void Mark_of_a_grade_is_read_letter_by_letter(string mark, string names)
    {
        Assert.Equal(names, string.Join(' ', Pack.GradesOf(mark).Select(g => g.Name)));
    }

    [Fact]
    public void Every_grade_of_the_pack_has_a_meaning()
    {
        var marks = Pack.FileNames.SelectMany(f => Marks().Matches(Pack.Text(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(marks.Count > 5);
        Assert.DoesNotContain(marks, m => Pack.GradesOf(m).Count == 0);
    }

    [Fact]
    public void What_is_no_source_is_not_invented()
    {
        Assert.Null(Pack.Source("R066"));
        Assert.Null(Pack.Source("clinic"));
        Assert.NotNull(Pack.Source("default"));
    }

    [GeneratedRegex(@"[sS]ources: \[([^\]]+)\]")]
    private static partial Regex Lists();

    [GeneratedRegex(@"[gG]rade: ([^,}\n]+)")]
    private static partial Regex Marks();
}
