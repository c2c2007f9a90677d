using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Packs;

public class PackCheckTests
{
    private static readonly DateOnly Early = new(2026, 11, 29);

    [Fact]
    public void Shipped_pack_is_clean_and_counted()
    {
        var report = PackCheck.Check(ProtocolPack.Current, Early);

        Assert.Empty(report.Problems);
        Assert.Equal((ProtocolPack.Current.Rules.Count, ProtocolPack.Current.Sources.Count), (report.Counts["rules"], report.Counts["sources"]));
        Assert.Empty(report.PastReview);
    }

    [Theory]
    [InlineData("rules/skin.yaml", "sources: [S61]", "sources: [S61, S6l]", "there is no source 'S6l'; did you mean S60, S61")]
    [InlineData("rules/skin.yaml", "grade: L, days D", "grade: surely", "'surely' is no grade; use letters of L")]
    [InlineData("rules/skin.yaml", "- id: C02b", "- id: C02c", "'C02c' stands twice")]
    [InlineData("rules/skin.yaml", "- id: C01", "- id: C13", "rule C13 stands twice")]
    [InlineData("rules/skin.yaml", "healed + {days} days", "heeled + {days} days", "rule C01, clause 1")]
    [InlineData("rules/skin.yaml", "reviewOn: 2027-11-22", "reviewOn: 22.11.2027", "'22.11.2027' is not a day")]
    [InlineData("rules/skin.yaml", "title: Active acne", "titel: Active acne", "titel")]
    [InlineData("vocabulary/conditions.yaml", "rules: [C01]", "rules: [C0l]", "there is no rule 'C0l'")]
    [InlineData("plans.yaml", "bonyZones: [face, forehead", "bonyZones: [face, forhead", "there is no zone 'forhead'; did you mean forehead")]
    [InlineData("plans.yaml", "onlyWithIndication: melasma", "onlyWithIndication: melanoma", "there is no indication 'melanoma'")]
    [InlineData("questions.yaml", "open-wound", "open-wounds", "there is no condition 'open-wounds'")]
    [InlineData("anaesthetics.yaml", "- methaemoglobinaemia", "- methemoglobinemia", "there is no condition or allergy 'methemoglobinemia'")]
    [InlineData("inci.yaml", "row: A05", "row: A99", "there is no aftercare row 'A99'")]
    public void What_is_wrong_is_named_with_file_and_line(string file, string good, string bad, string said)
    {
        var text = ProtocolPack.Current.Text(file);
        var place = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(place >= 0, "the test must find what it breaks");

        var report = PackCheck.Check(With(file, text[..place] + bad + text[(place + good.Length)..]), Early);

        var problem = Assert.Single(report.Problems, p => p.Sentence.Contains(said, StringComparison.Ordinal));
        var line = text[..place].Count(c => c == '\n') + 1;
        Assert.Equal(file, problem.File);
        Assert.InRange(problem.Line!.Value, line - 12, line + 30); // a rule's own line stands for its clauses, the second of two for both
        Assert.False(report.IsClean);
    }

    [Fact]
    public void Missing_and_unknown_files_are_named()
    {
        var files = Shipped();
        files.Remove("scales.yaml");
        files["scale.yaml"] = "[]";

        var report = PackCheck.Check(files, Early);

        Assert.Equal(["scale.yaml", "scales.yaml"], report.Problems.Select(p => p.File).Order());
        Assert.Contains("no such file", report.Problems.Single(p => p.File == "scales.yaml").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_broken_file_is_named_not_only_the_first()
    {
        var files = Shipped();
        files["zones.yaml"] += "- colour: red\n";
        files["rules/blood.yaml"] += "- colour: red\n";

        Assert.Equal(["rules/blood.yaml", "zones.yaml"], PackCheck.Check(files, Early).Problems.Select(p => p.File).Order());
    }

    [Fact]
    public void Lost_rule_is_missed_by_the_facts_that_name_it()
    {
        var files = Shipped();
        files.Remove("rules/scars.yaml");

        Assert.Contains(PackCheck.Check(files, Early).Problems, p => p.File == "vocabulary/conditions.yaml" && p.Sentence.Contains("there is no rule 'C25'", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_of_the_pack_is_read_by_the_check()
    {
        var report = PackCheck.Check(new Dictionary<string, string> { ["pack.yaml"] = ProtocolPack.Current.Text("pack.yaml") }, Early);

        Assert.Equal(
            ProtocolPack.Current.FileNames.Where(f => f != "pack.yaml" && !f.StartsWith("rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            report.Problems.Select(p => p.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2027-11-22", 0)]
    [InlineData("2027-11-23", 1)]
    public void Rule_is_overdue_the_day_after_its_review(string today, int overdue)
    {
        var rule = ProtocolPack.Current.Rule("C01");
        Assert.Equal(new(2027, 11, 22), rule.ReviewOn);

        Assert.Equal(overdue, RuleReview.Overdue([rule], DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Count);
    }

    [Fact]
    public void Longest_overdue_rule_stands_first()
    {
        var rule = ProtocolPack.Current.Rule("C01");

        var overdue = RuleReview.Overdue([rule with { Id = "B" }, rule with { Id = "C", ReviewOn = new(2020, 1, 1) }, rule with { Id = "A" }], new(2030, 1, 1));

        Assert.Equal(["C", "A", "B"], overdue.Select(r => r.Id));
    }

    internal static Dictionary<string, string> Shipped() => ProtocolPack.Current.FileNames.ToDictionary(f => f, ProtocolPack.Current.Text);

    internal static Dictionary<string, string> With(string file, string text)
    {
        var files = Shipped();
        files[file] = text;
        return files;
    }
}
