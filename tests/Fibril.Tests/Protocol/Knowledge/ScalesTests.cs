using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class ScalesTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData("goodman-baron-qualitative", 0, 4, BetterEnd.Low)]
    [InlineData("goodman-baron-quantitative", 0, 84, BetterEnd.Low)]
    [InlineData("ecca", 0, 540, BetterEnd.Low)]
    [InlineData("vss", 0, 13, BetterEnd.Low)]
    [InlineData("vss-15", 0, 15, BetterEnd.Low)]
    [InlineData("masi", 0, 48, BetterEnd.Low)]
    [InlineData("mmasi", 0, 24, BetterEnd.Low)]
    [InlineData("lemperle", 0, 5, BetterEnd.Low)]
    [InlineData("glogau", 1, 4, BetterEnd.Low)]
    [InlineData("fitzpatrick-wrinkle", 1, 9, BetterEnd.Low)]
    [InlineData("gais", 1, 5, BetterEnd.Low)]
    [InlineData("salt", 0, 100, BetterEnd.Low)]
    [InlineData("nrs-pain", 0, 10, BetterEnd.Low)]
    [InlineData("erythema", 0, 3, BetterEnd.Low)]
    [InlineData("oedema", 0, 3, BetterEnd.Low)]
    [InlineData("dryness", 0, 3, BetterEnd.Low)]
    [InlineData("patient-global", 0, 10, BetterEnd.High)]
    [InlineData("phototype-questionnaire", 0, 40, BetterEnd.Neither)]
    public void Lowest_and_highest_values_reach_the_ends_of_the_range(string id, int min, int max, BetterEnd better)
    {
        var scale = Pack.Scale(id);

        Assert.Equal((min, max, better), ((int)scale.Min, (int)scale.Max, scale.Better));
        Assert.Equal(min, Scales.Score(scale, All(scale, lowest: true)).Value);
        Assert.Equal(max, Scales.Score(scale, All(scale, lowest: false)).Value);
    }

    [Theory]
    [InlineData("macular", "0 1 10 11 20 21", "0 1 1 2 2 3")]
    [InlineData("mild-dish", "0 1 10 11 20 21", "0 1 1 2 2 3")]
    [InlineData("moderate-dish", "0 1 10 11 20 21", "0 2 2 4 4 6")]
    [InlineData("punched-out-shallow", "0 1 10 11 20 21", "0 2 2 4 4 6")]
    [InlineData("shallow-broad", "0 1 10 11 20 21", "0 2 2 4 4 6")]
    [InlineData("punched-out-deep", "0 1 10 11 20 21", "0 3 3 6 6 9")]
    [InlineData("punched-out-abnormal", "0 1 10 11 20 21", "0 3 3 6 6 9")]
    [InlineData("linear", "0 1 10 11 20 21", "0 3 3 6 6 9")]
    [InlineData("deep-broad", "0 1 10 11 20 21", "0 3 3 6 6 9")]
    [InlineData("papular", "0 1 10 11 20 21", "0 2 2 4 4 6")]
    [InlineData("keloid-area", "0 0.1 4.99 5 20 20.01", "0 6 6 12 12 18")]
    public void Goodman_baron_points_by_count(string item, string values, string points)
    {
        var scale = Pack.Scale("goodman-baron-quantitative");

        var found = values.Split(' ').Select(v => Scales.Score(scale, With(scale, item, decimal.Parse(v))).Value);

        Assert.Equal(points, string.Join(' ', found));
    }

    [Fact]
    public void Masi_weighs_regions()
    {
        var scale = Pack.Scale("masi");
        var values = All(scale, lowest: true);
        values["forehead.area"] = 3;
        values["forehead.darkness"] = 2;
        values["forehead.homogeneity"] = 1;
        values["chin.area"] = 6;
        values["chin.darkness"] = 4;

        Assert.Equal((0.3m * 3 * 3) + (0.1m * 6 * 4), Scales.Score(scale, values).Value);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, "none")]
    [InlineData(50, 0, 0, 0, 20, "limited")]
    [InlineData(20, 21, 22, 21, 20.78, "limited")]
    [InlineData(21, 21, 21, 21, 21, "moderate")]
    [InlineData(50, 50, 50, 50, 50, "severe")]
    [InlineData(95, 95, 95, 95, 95, "very severe")]
    public void Salt_weighs_sides_of_the_head(int top, int back, int left, int right, double score, string band)
    {
        var found = Scales.Score(Pack.Scale("salt"), new Dictionary<string, decimal> { ["top"] = top, ["back"] = back, ["left"] = left, ["right"] = right });

        Assert.Equal(((decimal)score, band), (found.Value, found.Grade));
    }

    [Theory]
    [InlineData("gais", 1, "very much improved")]
    [InlineData("gais", 5, "worse")]
    [InlineData("fitzpatrick-wrinkle", 3, "I: fine lines")]
    [InlineData("fitzpatrick-wrinkle", 4, "II: fine to moderate lines")]
    [InlineData("phototype-questionnaire", 6, "I")]
    [InlineData("phototype-questionnaire", 7, "II")]
    [InlineData("phototype-questionnaire", 27, "IV")]
    [InlineData("phototype-questionnaire", 35, "VI")]
    public void Score_has_a_name(string id, int value, string grade)
    {
        Assert.Equal(grade, Scales.Score(Pack.Scale(id), value).Grade);
    }

    [Fact]
    public void Wrong_values_are_all_named_at_once()
    {
        var scale = Pack.Scale("vss");
        var values = new Dictionary<string, decimal> { ["vascularity"] = 4, ["pigmentation"] = 1.5m, ["pliability"] = 2, ["colour"] = 1 };

        var problems = Scales.Problems(scale, values);

        Assert.Equal(["vascularity", "pigmentation", "height", "colour"], problems.Select(p => p.Key));
        Assert.Contains("0 to 3", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("whole", problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("missing", problems[2].Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Scales.Score(scale, values));
    }

    [Theory]
    [InlineData(30, 26, 4, ChangeVerdict.NoClearChange)]
    [InlineData(30, 25, 5, ChangeVerdict.Better)]
    [InlineData(30, 34, -4, ChangeVerdict.NoClearChange)]
    [InlineData(30, 35, -5, ChangeVerdict.Worse)]
    public void Goodman_baron_change_up_to_4_points_is_no_clear_change(int baseline, int now, int gain, ChangeVerdict verdict)
    {
        var change = Scales.Change(Pack.Scale("goodman-baron-quantitative"), baseline, now);

        Assert.Equal((gain, verdict, 4m), (change.Gain, change.Verdict, change.ErrorBound!.Value));
    }

    [Fact]
    public void Per_cent_is_undefined_from_zero_and_where_the_scale_has_none()
    {
        Assert.Equal(50, Scales.Change(Pack.Scale("goodman-baron-quantitative"), 20, 10).Percent);
        Assert.Null(Scales.Change(Pack.Scale("goodman-baron-quantitative"), 0, 10).Percent);
        Assert.Null(Scales.Change(Pack.Scale("lemperle"), 4, 2).Percent);
    }

    [Fact]
    public void Higher_is_better_for_the_patients_own_score()
    {
        Assert.Equal(ChangeVerdict.Better, Scales.Change(Pack.Scale("patient-global"), 3, 7).Verdict);
    }

    [Fact]
    public void Score_outside_the_scale_has_no_change()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scales.Change(Pack.Scale("gais"), 0, 3));
    }

    [Fact]
    public void Licensed_scales_are_totals_only()
    {
        Assert.Equal(["posas", "scar-q", "face-q", "dlqi"], Pack.ImportedScales.Select(s => s.Id));
        Assert.DoesNotContain(Pack.Scales, s => s.Id is "posas" or "dlqi");
    }

    private static Dictionary<string, decimal> With(Scale scale, string item, decimal value) =>
        new(All(scale, lowest: true)) { [item] = value };

    private static Dictionary<string, decimal> All(Scale scale, bool lowest)
    {
        decimal Of(string key)
        {
            var item = scale.Items.Single(i => key == i.Id || key.EndsWith("." + i.Id, StringComparison.Ordinal));
            return lowest ? item.Min : item.Max;
        }

        return scale.Keys.ToDictionary(k => k, Of);
    }
}
