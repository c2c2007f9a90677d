using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class ProductCheckerTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    // Ingredient, days of avoiding for a shallow session on fair skin, and with the three later days.
    [Theory]
    [InlineData("Retinol", 7, 10)]
    [InlineData("RETINYL PALMITATE", 7, 10)]
    [InlineData("glycolic  acid", 7, 10)]
    [InlineData("Gluconolactone", 7, 10)]
    [InlineData("Salicylic Acid", 7, 10)]
    [InlineData("Ascorbyl Glucoside", 7, 10)]
    [InlineData("3‑O‑Ethyl Ascorbic Acid", 7, 10)]
    [InlineData("Kojic Acid", 7, 10)]
    [InlineData("Azelaic Acid", 5, 8)]
    [InlineData("Benzoyl Peroxide", 5, 8)]
    [InlineData("Papain", 7, 10)]
    [InlineData("Parfum", 7, 10)]
    [InlineData("Parfum (Fragrance)", 7, 10)]
    [InlineData("Lavandula Angustifolia Oil", 7, 10)]
    [InlineData("Citrus Aurantium Dulcis (Orange) Peel Oil", 7, 10)]
    [InlineData("Methylisothiazolinone", 7, 7)]
    [InlineData("Octocrylene", 3, 3)]
    [InlineData("Alcohol Denat.", 7, 10)]
    [InlineData("SD Alcohol 40-B", 7, 10)]
    [InlineData("Niacinamide", 3, 3)]
    [InlineData("Accutane", 7, 10)]
    [InlineData("Vitamin C", 7, 10)]
    [InlineData("Retinol 0.3%", 7, 10)]
    [InlineData("Saccharum Officinarum (Sugar Cane) Extract", 7, 10)]
    public void Ingredient_waits(string ingredient, int day, int later)
    {
        var text = $"Aqua, {ingredient}, Glycerin";

        Assert.Equal((ProductVerdict.AvoidUntil, day), Verdict(text, day - 1, 0.5m, 2));
        Assert.NotEqual(ProductVerdict.AvoidUntil, Verdict(text, day, 0.5m, 2).Verdict);
        Assert.Equal((ProductVerdict.AvoidUntil, later), Verdict(text, later - 1, 0.5m, 5));
        Assert.Equal((ProductVerdict.AvoidUntil, later), Verdict(text, later - 1, 2.0m, 2));
        Assert.NotEqual(ProductVerdict.AvoidUntil, Verdict(text, later, 2.0m, 5).Verdict);
    }

    [Theory]
    [InlineData("Cetyl Alcohol")]
    [InlineData("Cetearyl Alcohol")]
    [InlineData("Stearyl Alcohol")]
    [InlineData("Sodium Hyaluronate")]
    [InlineData("Caprylic/Capric Triglyceride")]
    [InlineData("1,2-Hexanediol")]
    [InlineData("Titanium Dioxide [nano]")]
    [InlineData("Water / Eau")]
    [InlineData("CI 77491 (Iron Oxides)")]
    public void Harmless_name_is_not_taken_for_a_part_of_another(string ingredient)
    {
        var check = ProductChecker.Check(Pack, $"Glycerin, {ingredient}", 1, 0.5m, 2);

        Assert.Equal(ProductVerdict.Fine, check.Verdict);
        Assert.Equal(2, check.Findings.Count);
    }

    [Fact]
    public void Day_of_the_session_takes_the_sterile_gel_only()
    {
        Assert.Equal((ProductVerdict.AvoidUntil, 1), Verdict("Aqua, Glycerin, Panthenol", 0, 0.5m, 2));
        Assert.Equal((ProductVerdict.Fine, (int?)null), Verdict("Aqua, Glycerin, Panthenol", 1, 0.5m, 2));
    }

    // Citric acid first, in the middle, last, of nine.
    [Theory]
    [InlineData(0, ProductVerdict.AvoidUntil)]
    [InlineData(2, ProductVerdict.AvoidUntil)]
    [InlineData(3, ProductVerdict.NotSure)]
    [InlineData(5, ProductVerdict.NotSure)]
    [InlineData(6, ProductVerdict.Caution)]
    [InlineData(8, ProductVerdict.Caution)]
    public void Place_of_a_trace_decides(int place, ProductVerdict verdict)
    {
        List<string> list = ["Aqua", "Glycerin", "Panthenol", "Dimethicone", "Squalane", "Allantoin", "Petrolatum", "Cholesterol"];
        list.Insert(place, "Citric Acid");

        Assert.Equal(verdict, Verdict(string.Join(", ", list), 2, 0.5m, 2).Verdict);
    }

    [Fact]
    public void Place_never_excuses_an_active()
    {
        Assert.Equal((ProductVerdict.AvoidUntil, 7), Verdict("Aqua, Glycerin, Panthenol, Dimethicone, Squalane, Glycolic Acid", 2, 0.5m, 2));
    }

    [Theory]
    [InlineData("Urea 20%", ProductVerdict.AvoidUntil)]
    [InlineData("Urea 10%", ProductVerdict.Fine)]
    [InlineData("Urea (5 %)", ProductVerdict.Fine)]
    [InlineData("Urea", ProductVerdict.Caution)]
    public void Strength_decides_for_urea(string ingredient, ProductVerdict verdict)
    {
        Assert.Equal(verdict, Verdict($"Aqua, {ingredient}, Glycerin", 2, 0.5m, 2).Verdict);
    }

    [Fact]
    public void Caution_follows_avoiding_where_sources_differ()
    {
        Assert.Equal(ProductVerdict.Caution, Verdict("Aqua, Octocrylene", 3, 0.5m, 2).Verdict);
        Assert.Equal(ProductVerdict.Caution, Verdict("Aqua, Octocrylene", 6, 0.5m, 2).Verdict);
        Assert.Equal(ProductVerdict.Fine, Verdict("Aqua, Octocrylene", 7, 0.5m, 2).Verdict);
    }

    [Fact]
    public void Unknown_ingredient_is_not_sure_and_never_fine()
    {
        var check = ProductChecker.Check(Pack, "Aqua, Glycerin, Snail Secretion Filtrate", 20, 0.5m, 2);

        Assert.Equal(ProductVerdict.NotSure, check.Verdict);
        Assert.Contains("Snail", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("Apply a small amount every evening to clean skin")]
    [InlineData("Aqua, Glycerin. Day cream: Aqua, Panthenol, Aqua, Dimethicone")]
    public void Text_that_is_no_single_list_is_not_sure(string text)
    {
        Assert.Equal(ProductVerdict.NotSure, ProductChecker.Check(Pack, text, 20, 0.5m, 2).Verdict);
    }

    [Fact]
    public void Known_problem_outranks_doubt()
    {
        Assert.Equal((ProductVerdict.AvoidUntil, 7), Verdict("Aqua, Mystery Extract, Retinol", 1, 0.5m, 2));
    }

    [Fact]
    public void Finding_names_place_and_line_of_a_wrapped_label()
    {
        const string label = "Ingredients: Aqua, Butylene\nGlycol, Glycerin,\nRetinyl Palmitate, Panthenol.";

        var check = ProductChecker.Check(Pack, label, 1, 0.5m, 2);

        var retinoid = Assert.Single(check.Findings, f => f.Verdict == ProductVerdict.AvoidUntil);
        Assert.Equal(("Retinyl Palmitate", 4, 3), (retinoid.Ingredient, retinoid.Position, retinoid.LineNumber));
        Assert.Equal(["Aqua", "Butylene Glycol", "Glycerin", "Retinyl Palmitate", "Panthenol"], check.Findings.Select(f => f.Ingredient));
    }

    [Fact]
    public void List_without_commas_is_read_by_lines()
    {
        var check = ProductChecker.Check(Pack, "Aqua\nGlycerin\nMandelic Acid", 1, 0.5m, 2);

        Assert.Equal(3, Assert.Single(check.Findings, f => f.Verdict == ProductVerdict.AvoidUntil).LineNumber);
    }

    [Fact]
    public void Colours_after_may_contain_are_read()
    {
        var check = ProductChecker.Check(Pack, "Aqua, Zinc Oxide, [+/- CI 77491, CI 77492]", 1, 0.5m, 2);

        Assert.Equal(ProductVerdict.Fine, check.Verdict);
    }

    [Fact]
    public void Unknown_phototype_takes_the_later_days()
    {
        Assert.Equal((ProductVerdict.AvoidUntil, 10), Verdict("Aqua, Retinol", 8, 0.5m, null));
    }

    [Fact]
    public void Every_name_of_the_pack_finds_its_own_class()
    {
        var wrong = Pack.IngredientRules.Classes
            .SelectMany(c => c.Names.Select(n => (Class: c, Name: n)))
            .Where(x => ProductChecker.Check(Pack, x.Name, 1, 0.5m, 2).Findings.Single().Class != x.Class.Name);

        Assert.Empty(wrong);
    }

    private static (ProductVerdict Verdict, int? Until) Verdict(string text, int day, decimal depth, int? phototype)
    {
        var check = ProductChecker.Check(Pack, text, day, depth, phototype);
        return (check.Verdict, check.UntilDay);
    }
}
