using Fibril.Pathway.Aftercare;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Aftercare;

public class ProductAnswerTests
{
    /// <summary>Friday 28 November 2025; 1.0 mm and phototype II, so that a retinoid waits seven days.</summary>
    private static readonly AftercareFacts Facts = new() { SessionEnd = new DateTime(2025, 11, 28, 11, 0, 0), DeepestMm = 1.0m, Phototype = 2, Zones = ["cheek"], Antiviral = AntiviralUse.None };

    private const string Listed = "Aqua\nGlycerin\nSqualane\nDimethicone\nPanthenol\nCholesterol\nRetinyl Palmitate\nAllantoin";

    [Theory]
    [InlineData(Listed, 2, "Avoid until Friday 5 December: line 7, Retinyl Palmitate, vitamin A (retinoid).")]
    [InlineData("Aqua, Glycerin, Retinol", 2, "Avoid until Friday 5 December: number 3, Retinol, vitamin A (retinoid).")]
    [InlineData("Aqua, Glycerin, Unobtainium Extract", 2, "Not sure: number 3, Unobtainium Extract.")]
    [InlineData("Aqua, Glycerin", 2, "Fine, if your skin is not red and does not peel.")]
    [InlineData(Listed, 8, "Fine, if your skin is not red and does not peel.")]
    [InlineData("Our story began in Paris", 2, "Not sure. This does not look like an ingredient list. Ask us before you use it.")]
    public void Headline_names_day_line_ingredient_and_class(string label, int day, string expected) =>
        Assert.Equal(expected, ProductAnswer.Of(ProtocolPack.Current, label, Facts, new DateOnly(2025, 11, 28).AddDays(day)).Headline);

    [Fact]
    public void Deep_session_or_unknown_phototype_moves_the_day()
    {
        var deep = ProductAnswer.Of(ProtocolPack.Current, Listed, Facts with { DeepestMm = 2.0m }, new(2025, 11, 30));
        var unknown = ProductAnswer.Of(ProtocolPack.Current, Listed, Facts with { Phototype = null }, new(2025, 11, 30));

        Assert.Equal(new DateOnly(2025, 12, 8), deep.UntilOn);
        Assert.Equal(deep.UntilOn, unknown.UntilOn);
    }

    [Fact]
    public void Strictest_line_stands_first_and_fine_ones_are_only_counted()
    {
        var answer = ProductAnswer.Of(ProtocolPack.Current, "Aqua, Unobtainium Extract, Retinol, Glycerin", Facts, new(2025, 11, 30));

        Assert.Equal(["Retinol", "Unobtainium Extract"], answer.Lines.Select(l => l.Ingredient));
        Assert.Equal(4, answer.Judged);
    }
}
