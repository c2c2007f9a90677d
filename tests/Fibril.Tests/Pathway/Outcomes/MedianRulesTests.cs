using CsCheck;
using Fibril.Pathway.Outcomes;

namespace Fibril.Tests.Pathway.Outcomes;

public class MedianRulesTests
{
    /// <summary>Ranks as in tables of the sign test; coverage 1 − 2·P(B &lt; rank).</summary>
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(5, 1, 0.9375)]
    [InlineData(6, 1, 0.96875)]
    [InlineData(8, 1, 0.9921875)]
    [InlineData(9, 2, 0.9609375)]
    [InlineData(10, 2, 0.978515625)]
    [InlineData(20, 6, 0.958610534667969)]
    [InlineData(100, 40, 0.964799799782112)]
    [InlineData(2000, 956, 0.953)]
    public void Interval_is_the_narrowest_pair_of_ranks_that_holds_the_median(int n, int rank, double coverage)
    {
        var interval = MedianRules.Of(Enumerable.Range(1, n).Select(i => (decimal)i))!;

        Assert.Equal((rank, n + 1 - rank), (interval.Low, interval.High));
        Assert.Equal((n + 1) / 2m, interval.Median);
        Assert.Equal(coverage, interval.Coverage, 3);
        Assert.Equal(n >= 6, interval.Holds95);
    }

    [Fact]
    public void Order_of_the_values_does_not_matter_and_the_median_lies_within() => Gen.Int[-50, 50].Array[1, 60].Sample(values =>
    {
        var interval = MedianRules.Of(values.Select(v => (decimal)v))!;
        var quartiles = MedianRules.QuartilesOf(values.Select(v => (decimal)v))!;

        Assert.Equal(interval, MedianRules.Of(values.Reverse().Select(v => (decimal)v)));
        Assert.True(interval.Low <= interval.Median && interval.Median <= interval.High);
        Assert.True(quartiles.Min <= quartiles.Lower && quartiles.Lower <= quartiles.Median && quartiles.Median <= quartiles.Upper && quartiles.Upper <= quartiles.Max);
        Assert.Equal(interval.Median, quartiles.Median);
    });

    [Fact]
    public void Nothing_has_no_median() => Assert.Null(MedianRules.Of([]));
}
