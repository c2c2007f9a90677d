using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class CourseTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData("acne-scar", 3, 6, 28, 1.5, 1.5)]
    [InlineData("scar-other", 3, 4, 42, 1.5, 2.5)]
    [InlineData("fine-wrinkles", 4, 4, 30, 0.5, 1.5)]
    [InlineData("striae", 4, 5, 30, 1.5, 2.5)]
    [InlineData("melasma", 2, 4, 28, 0.5, 1.0)]
    [InlineData("alopecia-androgenetic", 6, 12, 7, 0.6, 1.5)]
    [InlineData("pores", 3, 4, 28, 0.5, 0.75)]
    public void Template_of_an_indication(string indication, int from, int to, int interval, double shallow, double deep)
    {
        var template = Pack.CourseTemplate(indication)!;

        Assert.Equal((from, to, interval, (decimal)shallow, (decimal)deep), (template.SessionsFrom, template.SessionsTo, template.IntervalDays, template.DepthFromMm, template.DepthToMm));
        Assert.NotEmpty(template.Sources);
    }

    [Theory]
    [InlineData("alopecia-scarring")]
    [InlineData("alopecia-unknown")]
    [InlineData("alopecia-areata")]
    public void No_template_without_evidence_for_a_course(string indication)
    {
        Assert.Null(Pack.CourseTemplate(indication));
    }

    [Fact]
    public void Templates_are_consistent()
    {
        Assert.All(Pack.CourseTemplates, t =>
        {
            Assert.True(t.SessionsFrom <= t.SessionsTo);
            Assert.True(t.DepthFromMm <= t.DepthToMm);
            Assert.InRange(t.IntervalDays, t.IntervalFromDays, t.IntervalToDays);
        });
    }

    [Theory]
    [InlineData("acne-scar", 1.5, "cheek", 2, false, 28)]
    [InlineData("acne-scar", 1.5, "cheek", 5, true, 42)]
    [InlineData("striae", 1.5, "abdomen", 2, false, 30)]
    [InlineData("striae", 2.0, "abdomen", 2, false, 42)]
    [InlineData("alopecia-androgenetic", 0.6, "scalp", 2, false, 7)]
    [InlineData("alopecia-androgenetic", 0.7, "scalp", 2, false, 21)]
    public void Proposed_interval_is_never_below_the_gap_table(string indication, double depth, string zone, int phototype, bool pih, int days)
    {
        Assert.Equal(days, Pack.CourseTemplate(indication)!.ProposedIntervalDays(Pack.Intervals, (decimal)depth, zone, phototype, pih));
    }

    [Fact]
    public void Outcome_is_never_judged_before_day_30()
    {
        Assert.Equal([30, 90, 180], Pack.OutcomeVisitDays);
        Assert.Equal((3, 30), (Pack.CourseStopRule.Sessions, Pack.CourseStopRule.JudgedAfterDays));
    }
}
