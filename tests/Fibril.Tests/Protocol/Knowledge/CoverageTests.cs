using CsCheck;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class CoverageTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData(0, 15.28)]
    [InlineData(1.5, 13.29)]
    public void Roller_pass(double needleMm, double perCm2)
    {
        Assert.Equal(perCm2, Coverage.RollerPerPass(192, 2, 2, needleMm), 0.005);
    }

    [Fact]
    public void Fifteen_roller_passes_are_within_twenty_per_cent_of_the_published_count()
    {
        var estimate = Coverage.Estimate(Pack, 15 * Coverage.RollerPerPass(192, 2, 2));

        Assert.Equal(229, estimate.PerCm2, 0.5);
        Assert.InRange(250, estimate.LowPerCm2, estimate.HighPerCm2);
        Assert.Equal(17, Coverage.PassesFor(250, Coverage.RollerPerPass(192, 2, 2)));
    }

    // Needles, strokes, cm/s, holes for each cm2 of a pass with a tip of 0.8 cm.
    [Theory]
    [InlineData(14, 116.7, 1, 2042)]
    [InlineData(14, 116.7, 2, 1021)]
    [InlineData(14, 116.7, 4, 510.6)]
    [InlineData(11, 90, 2, 618.8)]
    [InlineData(12, 100, 4, 375)]
    [InlineData(6, 150, 1, 1125)]
    public void Pen_pass_by_speed(int needles, double hz, double speed, double perCm2)
    {
        Assert.Equal(perCm2, Coverage.PenPerPass(needles, hz, speed, 0.8), 0.5);
    }

    [Theory]
    [InlineData(14, 116.7, 15.3)]
    [InlineData(11, 90, 25.3)]
    [InlineData(12, 100, 20.8)]
    public void Pen_reaches_250_on_100_cm2_in_seconds(int needles, double hz, double seconds)
    {
        Assert.Equal(250, Coverage.PenByTime(needles, hz, seconds, 100), 1.0);
    }

    [Fact]
    public void Spacing_along_the_glide()
    {
        Assert.Equal(0.171, Coverage.SpacingMm(2, 116.7), 0.001);
    }

    [Theory]
    [InlineData(100, 0.368)]
    [InlineData(250, 0.082)]
    [InlineData(300, 0.050)]
    [InlineData(500, 0.007)]
    [InlineData(0, 1)]
    public void Never_hit(double perCm2, double share)
    {
        Assert.Equal(share, Coverage.NeverHitShare(perCm2), 0.0005);
    }

    [Theory]
    [InlineData(250, 0.0098)]
    [InlineData(1000, 0.0385)]
    [InlineData(2000, 0.0755)]
    [InlineData(4000, 0.1455)]
    public void Open_surface(double perCm2, double share)
    {
        Assert.Equal(share, Coverage.OpenShare(perCm2, 70.7), 0.0005);
    }

    [Fact]
    public void Nearest_hole()
    {
        Assert.Equal(0.316, Coverage.NearestMm(250)!.Value, 0.001);
        Assert.Null(Coverage.NearestMm(0));
    }

    [Theory]
    [InlineData(0, CoverageLevel.Below)]
    [InlineData(249.9, CoverageLevel.Below)]
    [InlineData(250, CoverageLevel.Usual)]
    [InlineData(1000, CoverageLevel.Usual)]
    [InlineData(1000.1, CoverageLevel.Above)]
    [InlineData(2000, CoverageLevel.Above)]
    [InlineData(2000.1, CoverageLevel.Warn)]
    [InlineData(4000, CoverageLevel.Warn)]
    [InlineData(4000.1, CoverageLevel.Block)]
    public void Level_of_a_density(double perCm2, CoverageLevel level)
    {
        var estimate = Coverage.Estimate(Pack, perCm2);

        Assert.Equal(level, estimate.Level);
        Assert.Equal(level != CoverageLevel.Block, Coverage.Check(Pack, perCm2).IsAllowed);
        Assert.NotEmpty(estimate.Assumptions);
    }

    [Theory]
    [InlineData(new double[] { 300, 900 }, 3.0, true)]
    [InlineData(new double[] { 300, 901 }, 3.003, false)]
    [InlineData(new double[] { 500 }, null, true)]
    [InlineData(new double[] { 0, 500 }, null, false)]
    public void Zones_are_even_up_to_a_ratio_of_three(double[] zones, double? ratio, bool even)
    {
        var uniformity = Coverage.Uniformity(Pack, zones);

        Assert.Equal(even, uniformity.IsEven);
        Assert.Equal(ratio ?? 0, uniformity.Ratio ?? 0, 0.001);
    }

    [Fact]
    public void More_holes_leave_less_skin_untouched_and_more_of_it_open()
    {
        Gen.Double[1, 5000].Select(Gen.Double[1, 5000]).Sample((a, b) =>
        {
            var (less, more) = (Math.Min(a, b), Math.Max(a, b));
            Assert.True(Coverage.NeverHitShare(more) <= Coverage.NeverHitShare(less));
            Assert.True(Coverage.OpenShare(more, 70.7) >= Coverage.OpenShare(less, 70.7));
            Assert.InRange(Coverage.Estimate(Pack, more).OpenShareHigh, Coverage.Estimate(Pack, more).OpenShareLow, 1);
        });
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.PenPerPass(12, 100, 0, 0.8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.PenByTime(12, 100, -1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coverage.Estimate(Pack, -1));
    }
}
