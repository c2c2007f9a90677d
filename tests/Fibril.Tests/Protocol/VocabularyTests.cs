using System.Text.Json;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol;

/// <summary>The ids of the pack are the ids of the contracts, no more and no less, in the same order.</summary>
public class VocabularyTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly JsonElement Case = Example.Json("case.schema.json");
    private static readonly JsonElement CheckIns = Example.Json("checkin.schema.json");

    [Fact]
    public void Ids_are_those_of_the_case_schema()
    {
        var defs = Case.GetProperty("$defs");
        var plan = Case.GetProperty("properties").GetProperty("plan").GetProperty("properties");

        Assert.Equal(Enum(defs, "zoneId"), Pack.Zones.Select(z => z.Id));
        Assert.Equal(Enum(defs, "siteId"), [.. Pack.Zones.Select(z => z.Id), .. Pack.Sites.Select(s => s.Id)]);
        Assert.Equal(Enum(defs, "conditionId"), Pack.Conditions.Select(c => c.Id));
        Assert.Equal(Enum(defs, "medicineId"), Pack.Medicines.Select(m => m.Id));
        Assert.Equal(Enum(defs, "productId"), Pack.Products.Select(p => p.Id));
        Assert.Equal(Enum(defs, "procedureId"), Pack.Procedures.Select(p => p.Id));
        Assert.Equal(Enum(defs, "questionId"), Pack.Questions.Select(q => q.Id));
        Assert.Equal(Enum(Item(Case, "allergies"), "id"), Pack.Allergies.Select(a => a.Id));
        Assert.Equal(Enum(Item(Case, "measurements"), "id"), Pack.MeasurementsKinds.Select(m => m.Id));
        Assert.Equal(Enum(plan, "anaesthetic"), Pack.AnaestheticIds);
        Assert.Equal(Enum(plan.GetProperty("topicals"), "items"), Pack.Topicals.Select(t => t.Id));
        Assert.Equal(Enum(plan.GetProperty("zones").GetProperty("items").GetProperty("properties"), "indication"), Pack.Indications.Select(i => i.Id));
    }

    [Fact]
    public void Signs_are_those_of_the_check_in_schema() =>
        Assert.Equal(Enum(Item(CheckIns, "signs"), "id"), Pack.Signs.Select(s => s.Id));

    [Fact]
    public void Facts_name_only_rules_that_exist()
    {
        var rules = Pack.Rules.Select(r => r.Id).ToHashSet();
        VocabularyEntry[] entries =
            [.. Pack.Conditions, .. Pack.Medicines, .. Pack.Products, .. Pack.Procedures, .. Pack.Allergies, .. Pack.MeasurementsKinds];

        Assert.Subset(rules, entries.SelectMany(e => e.Rules).ToHashSet());
    }

    [Fact]
    public void Every_flag_action_exists_and_every_action_is_used()
    {
        string[] calm = ["reassure", "next-check"];

        Assert.Equal(
            Pack.RedFlags.SelectMany(f => f.Actions).Concat(calm).Distinct().Order(),
            Pack.TriageActions.Select(a => a.Id).Order());
    }

    [Fact]
    public void Questions_are_asked_in_plain_words()
    {
        Assert.All(Pack.Questions, question =>
        {
            Assert.EndsWith("?", question.Text, StringComparison.Ordinal);
            Assert.True(question.Text.Split(' ').Length <= 25, question.Id);
            Assert.All(question.Help.Split(['.', '?'], StringSplitOptions.RemoveEmptyEntries), s => Assert.True(s.Split(' ').Length <= 22, s));
        });
    }

    private static JsonElement Item(JsonElement schema, string list) =>
        schema.GetProperty("properties").GetProperty(list).GetProperty("items").GetProperty("properties");

    private static IEnumerable<string> Enum(JsonElement parent, string key) =>
        parent.GetProperty(key).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);
}
