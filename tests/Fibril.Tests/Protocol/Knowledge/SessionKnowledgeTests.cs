using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class SessionKnowledgeTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData("none", 43, 58)]
    [InlineData("lidocaine-tetracaine", 63, 88)]
    [InlineData("lidocaine-prilocaine", 103, 118)]
    [InlineData("lidocaine-4", 73, 88)]
    [InlineData("compounded", 58, 88)]
    public void Visit_is_the_sum_of_its_steps(string anaesthetic, int from, int to)
    {
        var length = VisitLength.For(Pack, anaesthetic);

        Assert.Equal((from, to), (length.FromMinutes, length.ToMinutes));
        Assert.Equal(anaesthetic != "none", length.Steps.Any(s => s.Dwell));
    }

    [Fact]
    public void Skin_with_eczema_has_a_shorter_visit_with_emla()
    {
        var length = VisitLength.For(Pack, "lidocaine-prilocaine", sensitiveSkin: true);

        Assert.Equal((58, 88), (length.FromMinutes, length.ToMinutes));
    }

    [Fact]
    public void Booked_numbing_fits_every_label()
    {
        Assert.All(Pack.Anaesthetics, p =>
        {
            var dwell = VisitLength.For(Pack, p.Id).Steps.SingleOrDefault(s => s.Dwell);
            Assert.InRange(dwell?.MinutesFrom ?? 0, p.MinDwellMinutes, p.MaxDwellMinutes);
            Assert.InRange(dwell?.MinutesTo ?? 0, p.MinDwellMinutes, p.MaxDwellMinutes);
        });
    }

    [Theory]
    [InlineData(0.75, "acne-scar", "erythema")]
    [InlineData(0.76, "acne-scar", "pinpoint-bleeding")]
    [InlineData(1.5, "striae", "pinpoint-bleeding")]
    [InlineData(1.5, "fine-wrinkles", "erythema")]
    public void End_point_by_depth_and_indication(double depth, string indication, string endPoint)
    {
        Assert.Equal(endPoint, Pack.DefaultEndPoint((decimal)depth, indication));
        Assert.Contains(Pack.EndPoints, e => e.Id == endPoint);
    }

    [Fact]
    public void Four_directions_and_three_end_points()
    {
        Assert.Equal(["none", "erythema", "pinpoint-bleeding"], Pack.EndPoints.Select(e => e.Id));
        Assert.Equal(4, Pack.PassDirections.Count);
        Assert.Equal(["pen", "stamp", "roller"], Pack.UsualPasses.Select(p => p.Device));
    }

    [Fact]
    public void Every_risk_of_the_consent_is_an_adverse_event_type_and_back()
    {
        var risks = Pack.Consent.Risks.Select(r => r.Id).ToHashSet();
        var named = Pack.AdverseEventTypes.Select(t => t.Risk).OfType<string>().ToHashSet();

        Assert.Equal(risks, named);
    }

    [Fact]
    public void Every_triage_flag_points_to_a_type()
    {
        var flags = Pack.AdverseEventTypes.SelectMany(t => t.Flags).ToHashSet();

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"F{n}").ToHashSet(), flags);
    }

    [Fact]
    public void Words_of_an_adverse_event_are_closed_lists()
    {
        Assert.Equal("not-serious", Pack.AdverseEventSeriousness[^1]);
        Assert.Contains("possible", Pack.AdverseEventCausalities);
        Assert.Contains("unknown", Pack.AdverseEventOutcomes);
        Assert.Equal(3, Pack.AdverseEventSeverities.Count);
        Assert.Contains(Pack.ReportingDuties, d => d.Jurisdiction == "us" && d.Within == "10 work days");
    }

    [Fact]
    public void Comparison_has_every_way_and_doing_nothing_last()
    {
        Assert.Equal(
            ["needling", "non-ablative-laser", "ablative-laser", "rf-needling", "prp-addon", "filler", "peel", "tca-cross", "nothing"],
            Pack.Alternatives.Select(a => a.Id));
        Assert.Equal("needling", Pack.AlternativesFor("striae")[0].Id);
        Assert.Equal("nothing", Pack.AlternativesFor("striae")[^1].Id);
        Assert.True(Pack.Alternatives.Single(a => a.Heat == TreatmentHeat.Radiofrequency).NotCovered);
        Assert.Contains("usually less well", Pack.AlternativesSummary, StringComparison.Ordinal);
    }
}
