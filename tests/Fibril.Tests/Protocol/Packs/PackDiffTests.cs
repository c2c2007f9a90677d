using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Packs;

public class PackDiffTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Pack_equals_itself()
    {
        var difference = PackDiff.Between(Pack, ProtocolPack.From(PackCheckTests.Shipped()));

        Assert.True(difference.IsEqual);
        Assert.Empty(difference.Files);
        Assert.Empty(difference.Changed);
    }

    [Fact]
    public void Changed_rule_is_named_by_field_and_file()
    {
        var text = Pack.Text("rules/skin.yaml")
            .Replace("numbers: {days: 28, papules: 4}", "numbers: {days: 42, papules: 4, cysts: 1}", StringComparison.Ordinal)
            .Replace("    - case: nodular\n      effect: physician-review", "    - case: nodular\n      effect: do-not-treat", StringComparison.Ordinal);

        var difference = PackDiff.Between(Pack, ProtocolPack.From(PackCheckTests.With("rules/skin.yaml", text)));

        var change = Assert.Single(difference.Changed);
        Assert.Equal("C02a", change.Rule);
        Assert.Equal(
            [new("numbers.days", "28", "42"), new("outcomes[nodular].effect", "physician-review", "do-not-treat"), new("numbers.cysts", null, "1")],
            change.Fields);
        Assert.Equal([new("rules/skin.yaml", "changed")], difference.Files);
        Assert.False(difference.IsEqual);
    }

    [Fact]
    public void Rules_and_files_that_came_and_went_are_told_apart()
    {
        var files = PackCheckTests.With("rules/skin.yaml", Pack.Text("rules/skin.yaml").Replace("- id: C02b", "- id: C02z", StringComparison.Ordinal));
        files.Remove("scales.yaml");
        files["extra.yaml"] = "[]";

        var difference = PackDiff.Between(Pack, ProtocolPack.From(files));

        Assert.Equal([new("C02z", "A few papules")], difference.Added);
        Assert.Equal([new("C02b", "A few papules")], difference.Removed);
        Assert.Empty(difference.Changed);
        Assert.Equal([new("extra.yaml", "added"), new("rules/skin.yaml", "changed"), new("scales.yaml", "removed")], difference.Files);
    }

    [Fact]
    public void Changed_condition_is_named_by_its_clause()
    {
        var text = Pack.Text("rules/skin.yaml").Replace("papules >= {papules}", "papules > {papules}", StringComparison.Ordinal);

        var change = Assert.Single(PackDiff.Between(Pack, ProtocolPack.From(PackCheckTests.With("rules/skin.yaml", text))).Changed);

        var field = Assert.Single(change.Fields, f => f.Field.StartsWith("when[2].if", StringComparison.Ordinal));
        Assert.Contains("papules >= {papules}", field.Before, StringComparison.Ordinal);
        Assert.Contains("papules > {papules}", field.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Comment_changes_the_hash_and_the_file_and_no_rule()
    {
        var difference = PackDiff.Between(Pack, ProtocolPack.From(PackCheckTests.With("rules/skin.yaml", "# seen\n" + Pack.Text("rules/skin.yaml"))));

        Assert.False(difference.IsEqual);
        Assert.Empty(difference.Changed);
        Assert.Equal([new("rules/skin.yaml", "changed")], difference.Files);
    }
}
