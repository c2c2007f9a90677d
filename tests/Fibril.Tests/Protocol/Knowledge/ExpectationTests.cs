using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class ExpectationTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    // Sessions, gap, days after the last session, prediction of the fit: three studies, five points.
    [Theory]
    [InlineData(5, 30, 30, 0.465)]
    [InlineData(13, 7, 1, 0.341)]
    [InlineData(13, 7, 30, 0.402)]
    [InlineData(13, 7, 60, 0.427)]
    [InlineData(3, 28, 180, 0.439)]
    public void Model_gives_the_published_predictions(int sessions, int gap, int after, double prediction)
    {
        var facts = new ExpectationFacts { Sessions = Expectation.Evenly(sessions, gap) };

        var point = Expectation.At(Pack.ExpectationRules.Model, facts, ((sessions - 1) * gap) + after);

        Assert.Equal(prediction, point.Expected, 0.0025);
    }

    [Fact]
    public void Band_is_fifteen_points_to_each_side_and_stays_between_0_and_1()
    {
        var facts = new ExpectationFacts { Sessions = Expectation.Evenly(4, 28) };

        var late = Expectation.At(Pack.ExpectationRules.Model, facts, 200);
        var first = Expectation.At(Pack.ExpectationRules.Model, facts, 0);

        Assert.Equal(0.15, late.Expected - late.Low, 1e-9);
        Assert.Equal(0.15, late.High - late.Expected, 1e-9);
        Assert.Equal((0, 0, 0.15), (first.Expected, first.Low, first.High));
    }

    [Fact]
    public void Curve_rises_and_never_passes_the_ceiling()
    {
        var course = Expectation.For(Pack, "acne-scar", new() { Sessions = Expectation.Evenly(6, 28) });

        Assert.Equal(course.Curve.Select(p => p.Day).Order(), course.Curve.Select(p => p.Day));
        Assert.All(course.Curve.Zip(course.Curve.Skip(1)), p => Assert.True(p.Second.Expected > p.First.Expected));
        Assert.All(course.Curve, p => Assert.InRange(p.Expected, 0, 0.5));
        Assert.Equal(140 + 180, course.Curve[^1].Day);
        Assert.NotEmpty(course.Assumptions);
        Assert.Equal("D", course.Grade);
    }

    [Theory]
    [InlineData("striae")]
    [InlineData("fine-wrinkles")]
    [InlineData("pores")]
    public void Other_indications_have_figures_and_no_curve(string indication)
    {
        var course = Expectation.For(Pack, indication, new() { Sessions = Expectation.Evenly(4, 30) });

        Assert.NotEmpty(course.Figures);
        Assert.Empty(course.Curve);
        Assert.Null(course.Grade);
    }

    [Fact]
    public void Narrow_deep_scars_gain_a_seventh()
    {
        var model = Pack.ExpectationRules.Model;
        var wide = new ExpectationFacts { Sessions = Expectation.Evenly(3, 28) };

        var half = Expectation.At(model, wide with { IcePickShare = 0.5 }, 200).Expected / Expectation.At(model, wide, 200).Expected;
        var all = Expectation.At(model, wide with { IcePickShare = 1 }, 200).Expected / Expectation.At(model, wide, 200).Expected;

        Assert.Equal(0.575, half, 1e-9);
        Assert.Equal(0.15, all, 1e-9);
    }

    [Fact]
    public void Shallow_or_sparse_sessions_count_less_and_say_so()
    {
        var full = new ExpectationFacts { Sessions = Expectation.Evenly(3, 28, 1.5m, 1000), SkinMm = 1.3m };
        var shallow = full with { Sessions = Expectation.Evenly(3, 28, 0.25m, 1000) };
        var sparse = full with { Sessions = Expectation.Evenly(3, 28, 1.5m, 50) };

        double End(ExpectationFacts f) => Expectation.For(Pack, "acne-scar", f).Curve[^1].Expected;

        Assert.True(End(shallow) < End(full));
        Assert.True(End(sparse) < End(full));
        Assert.Contains(Pack.ExpectationRules.Model.AssumptionDepth, Expectation.For(Pack, "acne-scar", full).Assumptions);
        Assert.Contains(Pack.ExpectationRules.Model.AssumptionNoDensity, Expectation.For(Pack, "acne-scar", full with { Sessions = Expectation.Evenly(3, 28, 1.5m) }).Assumptions);
    }

    [Fact]
    public void Roller_reaches_less_deep_than_a_pen()
    {
        var pen = new ExpectationFacts { Sessions = Expectation.Evenly(3, 28, 0.5m), SkinMm = 1.5m };

        double End(ExpectationFacts f) => Expectation.At(Pack.ExpectationRules.Model, f, 200).Expected;

        Assert.True(End(pen with { Device = "roller" }) < End(pen));
    }

    [Theory]
    [InlineData(0.5, 2.97, 0.748)]
    [InlineData(0.2, 2.97, 0.426)]
    [InlineData(0, 2.97, 0)]
    [InlineData(1, 2.97, 1)]
    public void Plasma_shifts_the_odds(double before, double ratio, double after)
    {
        Assert.Equal(after, Expectation.ShiftOdds(before, ratio), 0.001);
    }

    [Fact]
    public void Course_without_sessions_or_with_days_that_fall_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => Expectation.For(Pack, "acne-scar", new() { Sessions = [] }));
        Assert.Throws<ArgumentException>(() => Expectation.For(Pack, "acne-scar", new() { Sessions = [new(10), new(5)] }));
    }

    [Fact]
    public void Every_figure_names_its_source()
    {
        Assert.All(Pack.ExpectationRules.Figures, f => Assert.NotEmpty(f.Sources));
        Assert.Contains("3 to 6 months", Pack.ExpectationRules.Summary, StringComparison.Ordinal);
    }
}
