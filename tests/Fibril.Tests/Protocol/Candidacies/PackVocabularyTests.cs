using System.Runtime.CompilerServices;
using System.Text.Json;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>What the rules may name and count with, and what is said of a name that nobody knows.</summary>
public class PackVocabularyTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData(FactKind.Case, "face-asked", NameType.Flag, "")]
    [InlineData(FactKind.Case, "phototype", NameType.Number, "")]
    [InlineData(FactKind.Case, "birth", NameType.Day, "")]
    [InlineData(FactKind.Case, "energy", NameType.Word, "none rf")]
    [InlineData(FactKind.Condition, "active", NameType.Flag, "")]
    [InlineData(FactKind.Condition, "day", NameType.Day, "")]
    public void Name_has_a_type_and_a_word_its_list(FactKind kind, string id, NameType type, string words)
    {
        var name = RuleNames.Find(kind, id)!;

        Assert.Equal((id, type, words), (name.Id, name.Type, string.Join(' ', name.WordsIn(Pack))));
        Assert.Contains(id, RuleNames.For(kind));
    }

    [Fact]
    public void Name_of_one_kind_of_fact_means_nothing_in_another()
    {
        Assert.Null(RuleNames.Find(FactKind.Medicine, "active"));
        Assert.DoesNotContain("active", RuleNames.For(FactKind.Medicine));
        Assert.Equal(RuleNames.All.Count(n => n.Kind is FactKind.Case or FactKind.Topical), RuleNames.For(FactKind.Topical).Count());
        Assert.True(RuleNames.Find(FactKind.Case, "depth")!.OfZone);
        Assert.False(RuleNames.Find(FactKind.Case, "deepest")!.OfZone);
    }

    [Fact]
    public void Number_or_outcome_that_a_rule_does_not_give_is_named()
    {
        var rule = Pack.Rule("C32");

        Assert.Equal((1.0m, 4), (rule.Number("maxDepthMm"), rule.Whole("from")));
        Assert.Equal((4m, 4m), (Pack.NumberOf(rule, "from"), Pack.NumberOf(Pack.Rule("C01"), "C32.from")));
        Assert.Equal("Rule C32 has no number 'days'.", Assert.Throws<ProtocolException>(() => rule.Number("days")).Message);
        Assert.Equal("Rule C32 has no outcome 'dark'.", Assert.Throws<ProtocolException>(() => rule.Outcome("dark")).Message);
        Assert.Equal(FindingEffect.PhysicianReview, rule.Outcome("not-judged").Effect);
    }

    [Fact]
    public void Zone_or_place_that_the_pack_does_not_know_is_named()
    {
        var clean = Cases.With();
        var zone = clean with { Plan = clean.Plan with { Zones = [clean.Plan.Zones[0] with { Zone = "moon" }] } };
        var place = clean with { Conditions = [new() { Id = "psoriasis", Status = ConditionStatus.Active, Zones = ["moon"] }] };
        var anywhere = clean with { Conditions = [new() { Id = "vitiligo", Status = ConditionStatus.Active, Zones = ["moon"] }] };

        Assert.Equal("protocol/zones.yaml: has no 'moon'.", Assert.Throws<ProtocolException>(() => Candidacy.Decide(Pack, zone)).Message);
        Assert.Contains("C06a could not be judged: protocol/vocabulary/sites.yaml: has no 'moon'.", string.Concat(Candidacy.Decide(Pack, place).Findings.Select(f => f.Fact)), StringComparison.Ordinal);
        Assert.Contains("Vitiligo (moon), there now", Candidacy.Decide(Pack, anywhere).Findings.Select(f => f.Fact));
    }

    [Fact]
    public void Rule_written_in_one_line_is_refused_without_a_line() => Assert.StartsWith(
        "protocol/rules: rule X-1, clause 1: ",
        Assert.Throws<ProtocolException>(() => TinyPack.With("- {id: X-1, title: t, scope: zone, grade: D, basis: default, sources: [default], reviewOn: 2027-11-22, when: [{if: moon}], outcomes: [{effect: note, overridableBy: nobody, reason: r, patient: p}]}\n").Checked()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Rule_in_the_first_line_of_a_file_is_named_with_it()
    {
        var pack = TinyPack.With();
        var files = pack.FileNames.ToDictionary(name => name, pack.Text);
        files["rules/first.yaml"] = TinyPack.Rule("X-1", "if: moon");

        Assert.StartsWith("protocol/rules/first.yaml:1: rule X-1, ", Assert.Throws<ProtocolException>(() => ProtocolPack.From(files).Checked()).Message, StringComparison.Ordinal);
        Assert.StartsWith("protocol/rules: has no 'X-1'", Assert.Throws<ProtocolException>(() => pack.Rule("X-1")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-15", 12, "2027-01-15")]
    [InlineData("9998-12-31", 12, "9999-12-31")]
    [InlineData("9999-01-01", 11, "9999-12-01")]
    [InlineData("9999-01-02", 12, "9999-12-31")]
    public void Months_end_with_the_month_and_with_the_calendar(string from, int months, string then) =>
        Assert.Equal(DateOnly.Parse(then, System.Globalization.CultureInfo.InvariantCulture), Later.Months(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), months));

    [Fact]
    public void Days_end_with_the_calendar()
    {
        Assert.Equal(new(2026, 7, 1), Later.Days(new(2026, 6, 30), 1));
        Assert.Equal(DateOnly.MaxValue, Later.Days(DateOnly.MaxValue.AddDays(-5), 5));
        Assert.Equal(DateOnly.MaxValue, Later.Days(DateOnly.MaxValue.AddDays(-5), 6));
        Assert.Equal(new(2026, 2, 28), Later.Birthday(new(2008, 2, 29), 18));
    }

    [Fact]
    public void Waiting_is_looked_into_for_two_years_and_no_longer()
    {
        var file = Cases.With();
        CandidacyChange? Until(int days) => Candidacy.WhatIf(TinyPack.With(TinyPack.Rule("X-1", $"until: birth + {file.On.DayNumber - file.Patient.BirthDate.DayNumber + days} days", outcome: "effect: defer, reason: r, patient: p")), file);

        Assert.Equal(new(2028, 6, 9), Until(Candidacy.HorizonDays)!.On);
        Assert.Null(Until(Candidacy.HorizonDays + 1));
        Assert.Equal(new(2026, 6, 11), Until(1)!.On);
    }

    [Fact]
    public void Decision_that_is_none_is_refused() => Assert.Equal("The decision is empty.", Assert.Throws<JsonException>(() => CandidacyDecision.FromJson("null")).Message);

    [Fact]
    public void Decided_case_is_forgotten()
    {
        var file = Decided();

        GC.Collect();

        Assert.False(file.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Decided()
    {
        var file = Cases.With("'conditions':[{'id':'psoriasis','status':'active'}]");
        Candidacy.Decide(Pack, file);
        return new(file);
    }
}
