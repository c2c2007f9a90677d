using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;
using Fibril.Vision.Measures;
using OpenCvSharp;

namespace Fibril.Tests.Vision;

public class ComparisonTests(ITestOutputHelper output)
{
    private static readonly SkinZone Cheek = new("cheek", [(300, 480), (430, 480), (430, 620), (300, 620)]);
    private static readonly Shot Before = Pairs.Baseline with { Spots = 1 };
    private static readonly Similarity Moved = Similarity.About(500, 500, 0.97, 4, 20, -10);

    [Fact]
    public void Healing_lowers_redness_and_says_by_what_colours_were_brought_together()
    {
        var comparison = Compare(Before with { Flush = 0.15 }, Before with { Spots = 0, Pose = Moved, Balance = new Scalar(0.9, 1, 1.1), Seed = 9 }, Cheek);

        Assert.Equal(ColourBasis.UnneedledSkin, comparison.Basis);
        Assert.Equal(ChangeConclusion.Less, Of(comparison, SkinQuality.Redness).Conclusion);
    }

    [Fact]
    public void Unchanged_skin_under_another_light_is_no_conclusion()
    {
        var comparison = Compare(Before, Before with { Pose = Moved, Gain = 0.85, Balance = new Scalar(0.9, 1, 1.1), Seed = 9 }, Cheek);

        Assert.All(comparison.Measures, m => Assert.Equal(ChangeConclusion.NoConclusion, m.Conclusion));
        Assert.All(comparison.Measures, m => Assert.Equal(ColourBasis.UnneedledSkin, m.NormalisedBy));
    }

    [Fact]
    public void Grey_card_in_both_is_used_before_skin()
    {
        var comparison = Compare(Before with { Card = true }, Before with { Card = true, Pose = Moved, Gain = 0.8, Balance = new Scalar(0.85, 1, 1.1), Seed = 9 }, Cheek);

        Assert.Equal(ColourBasis.GreyCard, comparison.Basis);
        Assert.Equal(ChangeConclusion.NoConclusion, Of(comparison, SkinQuality.Redness).Conclusion);
        Assert.InRange(Math.Abs(Of(comparison, SkinQuality.Pigment).Change!.Value), 0, 1.5);
    }

    [Fact]
    public void Without_zones_all_skin_is_measured_and_nothing_brings_colours_together()
    {
        var comparison = Compare(Before, Before with { Pose = Moved, Seed = 9 });

        Assert.Equal(ColourBasis.None, comparison.Basis);
        Assert.Equal(5, comparison.Measures.Count);
        Assert.All(comparison.Measures, m => Assert.Equal(Comparison.WholeSkin, m.Zone));
        Assert.Equal(RepeatErrors.Redness * RepeatErrors.WithoutBasis, Of(comparison, SkinQuality.Redness).Error);
    }

    [Fact]
    public void Zone_outside_the_skin_has_no_numbers()
    {
        var comparison = Compare(Before, Before with { Pose = Moved, Seed = 9 }, new SkinZone("neck", [(2, 2), (40, 2), (40, 40)]));

        Assert.All(comparison.Measures, m => Assert.Equal((null, null, ChangeConclusion.NoConclusion), (m.Before, m.Change, m.Conclusion)));
    }

    [Fact]
    public void Another_person_is_not_measured() => Assert.Empty(Compare(Before, Before with { Who = new Person(77) }).Measures);

    private Comparison Compare(Shot before, Shot after, params SkinZone[] zones)
    {
        using var first = Pairs.Photograph(before);
        using var second = Pairs.Photograph(after);
        var comparison = Comparison.Of(first, second, zones);
        output.WriteLine(comparison.Alignment.Reason ?? string.Join('\n', comparison.Measures));
        return comparison;
    }

    private static SkinMeasure Of(Comparison comparison, SkinQuality quality) => comparison.Measures.Single(m => m.Measure == quality);
}
