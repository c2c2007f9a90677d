using Fibril.Tests.Vision.Scenes;
using Fibril.Vision;
using Fibril.Vision.Measures;

namespace Fibril.Tests.Vision.Measures;

public class RepeatErrorsTests
{
    [Theory]
    [InlineData(SkinQuality.Redness, ColourBasis.UnneedledSkin, RepeatErrors.Redness, 0)]
    [InlineData(SkinQuality.Redness, ColourBasis.GreyCard, RepeatErrors.Redness, 0)]
    [InlineData(SkinQuality.Redness, ColourBasis.None, 1.96, 5)]
    [InlineData(SkinQuality.Texture, ColourBasis.None, 1.96, 5)]
    [InlineData(SkinQuality.Texture, ColourBasis.UnneedledSkin, 1.96, 5)]
    [InlineData(SkinQuality.Evenness, ColourBasis.GreyCard, 1.96, 5)]
    public void Pairs_without_a_basis_tell_of_what_hangs_on_no_colour(SkinQuality quality, ColourBasis basis, double error, int count)
    {
        var errors = RepeatErrors.From(Enumerable.Repeat(Pair(1, ColourBasis.None), 5));

        Assert.Equal((error, count), (Math.Round(errors.Of(quality, basis).Value, 6), errors.Of(quality, basis).Pairs));
    }

    [Fact]
    public void Pair_measured_twice_counts_once_and_by_its_larger_difference()
    {
        IReadOnlyList<RepeatDifference>[] pairs = [.. Enumerable.Repeat<IReadOnlyList<RepeatDifference>>([.. Pair(1, ColourBasis.None), .. Pair(-2, ColourBasis.UnneedledSkin)], 5)];

        Assert.Equal((3.92, 5), (Math.Round(RepeatErrors.From(pairs).Of(SkinQuality.Texture, ColourBasis.None).Value, 6), RepeatErrors.From(pairs).Of(SkinQuality.Texture, ColourBasis.None).Pairs));
        Assert.Equal(0, RepeatErrors.From(pairs.Take(4)).Of(SkinQuality.Texture, ColourBasis.None).Pairs);
    }

    [Theory]
    [InlineData(false, new[] { ColourBasis.None, ColourBasis.UnneedledSkin })]
    [InlineData(true, new[] { ColourBasis.GreyCard })]
    public void Two_photographs_of_unchanged_skin_are_measured_as_zones_are(bool card, ColourBasis[] bases)
    {
        using var first = Pairs.Photograph(Pairs.Baseline with { Card = card });
        using var second = Pairs.Photograph(Pairs.Baseline with { Card = card, Pose = Similarity.About(500, 500, 0.97, 4, 20, -10), Seed = 9 });

        var differences = RepeatPair.Of(first, second);

        Assert.Equal(bases.SelectMany(b => Enum.GetValues<SkinQuality>().Select(q => (b, q))), differences.Select(d => (d.Basis, d.Quality)));
        Assert.All(differences, d => Assert.InRange(Math.Abs(d.Value), 0, 1));
    }

    private static IReadOnlyList<RepeatDifference> Pair(double value, ColourBasis basis) => [.. Enum.GetValues<SkinQuality>().Select(q => new RepeatDifference(q, basis, value))];
}
