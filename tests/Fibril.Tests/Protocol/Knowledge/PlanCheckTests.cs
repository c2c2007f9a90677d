using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class PlanCheckTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void Ordinary_plan_is_allowed()
    {
        var review = PlanCheck.Check(Pack, Plan("cheek", 1.0m, "acne-scar"));

        Assert.True(review.Decision.IsAllowed, string.Join(' ', review.Findings.Select(f => f.Sentence)));
        Assert.False(review.IsOffLabel);
    }

    [Theory]
    [InlineData("cheek", 1.5, null)]
    [InlineData("cheek", 1.6, "Z-CAP")]
    [InlineData("forehead", 1.0, null)]
    [InlineData("forehead", 1.1, "Z-CAP")]
    [InlineData("periorbital", 0.6, "Z-CAP")]
    [InlineData("eyelid", 0.2, "R025")]
    [InlineData("vermilion", 0.2, "R025")]
    public void Depth_against_the_cap(string zone, double depth, string? code)
    {
        var review = PlanCheck.Check(Pack, Plan(zone, (decimal)depth, "acne-scar"));

        Assert.Equal(code, review.Decision.Reasons.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Prohibited_zone_can_be_overridden_by_nobody()
    {
        var finding = PlanCheck.Check(Pack, Plan("eyelid", 0.2m, "fine-wrinkles")).Findings[0];

        Assert.Equal((PlanSeverity.Blocked, Overrider.Nobody), (finding.Severity, finding.OverridableBy));
    }

    [Fact]
    public void Needle_longer_than_the_skin_is_thick_is_a_warning_with_its_source()
    {
        var review = PlanCheck.Check(Pack, Plan("forehead", 1.0m, "acne-scar"));
        var deeper = PlanCheck.Check(Pack, Plan("forehead", 1.1m, "acne-scar"));

        Assert.DoesNotContain(review.Findings, f => f.Code == "depth-through");
        Assert.Contains(deeper.Findings, f => f.Code == "depth-through" && f.Sources.Contains("S76"));
    }

    [Fact]
    public void Limit_of_the_screening_counts_below_the_cap()
    {
        var plan = Plan("cheek", 1.2m, "acne-scar") with { DepthLimits = new Dictionary<string, decimal> { ["cheek"] = 1.0m } };

        Assert.Equal(["depth-limit"], PlanCheck.Check(Pack, plan).Decision.Reasons.Select(r => r.Code));
    }

    [Theory]
    [InlineData(1.0, 3, true)]
    [InlineData(1.1, 3, true)]
    [InlineData(1.0, 4, true)]
    [InlineData(1.1, 4, false)]
    public void First_session_on_a_darker_face_stays_shallow(double depth, int phototype, bool allowed)
    {
        var plan = Plan("cheek", (decimal)depth, "acne-scar") with { Phototype = phototype, FirstSession = true };

        Assert.Equal(allowed, PlanCheck.Check(Pack, plan).Decision.IsAllowed);
    }

    [Fact]
    public void Roller_over_bone_on_darker_skin_needs_a_physician()
    {
        var plan = Plan("zygoma", 1.6m, "acne-scar") with { Phototype = 5 };

        var roller = plan with { Plan = plan.Plan with { Device = DeviceKind.Roller } };

        Assert.Contains(PlanCheck.Check(Pack, roller).Findings, f => f.Code == "C32");
        Assert.DoesNotContain(PlanCheck.Check(Pack, plan).Findings, f => f.Code == "C32");
    }

    [Fact]
    public void Unknown_phototype_is_a_finding()
    {
        var plan = Plan("cheek", 1.0m, "acne-scar") with { Phototype = null };

        Assert.Equal(["phototype-missing"], PlanCheck.Check(Pack, plan).Decision.Reasons.Select(r => r.Code));
    }

    [Theory]
    [InlineData("cheek", 1.0, 2, false, 21, true)]
    [InlineData("cheek", 1.0, 2, false, 20, false)]
    [InlineData("cheek", 1.1, 2, false, 28, true)]
    [InlineData("cheek", 1.1, 2, false, 27, false)]
    [InlineData("scalp", 0.6, 2, false, 7, true)]
    [InlineData("scalp", 0.6, 2, false, 6, false)]
    [InlineData("cheek", 0.6, 2, false, 13, false)]
    [InlineData("cheek", 0.3, 5, false, 27, false)]
    [InlineData("cheek", 0.3, 5, false, 28, true)]
    [InlineData("cheek", 0.3, 5, true, 41, false)]
    [InlineData("cheek", 0.3, 5, true, 42, true)]
    public void Interval_against_the_gap_table(string zone, double depth, int phototype, bool pih, int interval, bool allowed)
    {
        var plan = Plan(zone, (decimal)depth, "acne-scar", interval) with { Phototype = phototype, Pih = pih };

        Assert.Equal(allowed, PlanCheck.Check(Pack, plan).Findings.All(f => f.Code != "Z-INT"));
    }

    [Theory]
    [InlineData("cheek", "acne-scar", 6, false)]
    [InlineData("cheek", "melasma", 2, true)]
    [InlineData("neck", "fine-wrinkles", 4, false)]
    [InlineData("neck", "fine-wrinkles", 1, true)]
    [InlineData("neck", "fine-wrinkles", 5, true)]
    [InlineData("abdomen", "scar-other", 5, false)]
    [InlineData("abdomen", "striae", 2, true)]
    [InlineData("thigh", "striae", 2, true)]
    public void Label_is_named_and_never_blocks(string zone, string indication, int phototype, bool offLabel)
    {
        var review = PlanCheck.Check(Pack, Plan(zone, 0.5m, indication) with { Phototype = phototype });

        Assert.Equal(offLabel, review.IsOffLabel);
        Assert.Equal(offLabel, review.Findings.Any(f => f.Code == "R002" && f.Severity == PlanSeverity.Note));
        Assert.True(review.Decision.IsAllowed);
    }

    [Theory]
    [InlineData("sterile-ha-gel", "acne-scar", true)]
    [InlineData("prp", "acne-scar", true)]
    [InlineData("vitamin-c", "acne-scar", false)]
    [InlineData("own-serum", "acne-scar", false)]
    [InlineData("tranexamic-acid-sterile", "acne-scar", false)]
    [InlineData("tranexamic-acid-sterile", "melasma", true)]
    public void Serum_against_the_allow_list(string topical, string indication, bool allowed)
    {
        var plan = Plan("cheek", 0.5m, indication);
        plan = plan with { Plan = plan.Plan with { Topicals = [topical] } };

        Assert.Equal(allowed, PlanCheck.Check(Pack, plan).Decision.IsAllowed);
    }

    [Theory]
    [InlineData("ha-filler", 1.0, -14, true)]
    [InlineData("ha-filler", 1.0, -13, false)]
    [InlineData("ha-filler", 1.1, -27, false)]
    [InlineData("ha-filler", 1.1, -28, true)]
    [InlineData("ha-filler", 1.0, 13, false)]
    [InlineData("ha-filler", 1.0, 14, true)]
    [InlineData("ha-filler", 1.0, 0, false)]
    [InlineData("botulinum-toxin", 1.0, -13, false)]
    [InlineData("botulinum-toxin", 1.0, -14, true)]
    [InlineData("botulinum-toxin", 1.0, 6, false)]
    [InlineData("botulinum-toxin", 1.0, 7, true)]
    [InlineData("superficial-peel", 1.0, 0, false)]
    [InlineData("ablative-laser", 1.0, 83, false)]
    [InlineData("ablative-laser", 1.0, 84, true)]
    [InlineData("facial-surgery", 1.0, -364, false)]
    [InlineData("facial-surgery", 1.0, -365, true)]
    [InlineData("minoxidil-topical", 1.0, 0, false)]
    [InlineData("minoxidil-topical", 1.0, 1, true)]
    [InlineData("prp", 1.0, 0, true)]
    [InlineData("rf-needling", 1.0, 90, false)]
    [InlineData("subcision", 1.0, 0, false)]
    [InlineData("permanent-filler", 1.0, -400, false)]
    public void Combination_keeps_its_distance(string id, double depth, int days, bool allowed)
    {
        var plan = Plan("cheek", (decimal)depth, "acne-scar") with { Combinations = [new(id, days)] };

        Assert.Equal(allowed, PlanCheck.Check(Pack, plan).Decision.IsAllowed);
    }

    [Fact]
    public void Radiofrequency_is_not_in_this_protocol()
    {
        var plan = Plan("cheek", 1.0m, "acne-scar");
        plan = plan with { Plan = plan.Plan with { Energy = Energy.Rf } };

        Assert.Equal(["R039"], PlanCheck.Check(Pack, plan).Decision.Reasons.Select(r => r.Code));
    }

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(1.0, true)]
    public void Deeper_needling_without_numbing_is_a_warning(double depth, bool warned)
    {
        var plan = Plan("cheek", (decimal)depth, "acne-scar");
        plan = plan with { Plan = plan.Plan with { Anaesthetic = "none" } };

        Assert.Equal(warned, PlanCheck.Check(Pack, plan).Findings.Any(f => f.Code == "anaesthetic-missing"));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public void Mostly_narrow_deep_scars_are_a_warning(int share, bool warned)
    {
        var plan = Plan("cheek", 1.0m, "acne-scar");
        plan = plan with { Plan = plan.Plan with { Zones = [plan.Plan.Zones[0] with { ScarTypes = new() { IcePick = share } }] } };

        Assert.Equal(warned, PlanCheck.Check(Pack, plan).Findings.Any(f => f.Code == "R013"));
    }

    [Fact]
    public void Findings_come_most_serious_first_and_name_a_source()
    {
        var plan = Plan("eyelid", 0.5m, "acne-scar") with { Phototype = null };

        var review = PlanCheck.Check(Pack, plan);

        Assert.Equal(review.Findings.OrderByDescending(f => f.Severity).Select(f => f.Code), review.Findings.Select(f => f.Code));
        Assert.All(review.Findings, f => Assert.NotEmpty(f.Sources));
    }

    private static PlanToCheck Plan(string zone, decimal depth, string indication, int? interval = 42) => new()
    {
        Phototype = 2,
        Plan = new()
        {
            Device = DeviceKind.Pen,
            Energy = Energy.None,
            DeviceLabel = DeviceLabel.FdaMicroneedling,
            Anaesthetic = "lidocaine-4",
            Sessions = 3,
            IntervalDays = interval,
            Zones = [new() { Zone = zone, DepthMm = depth, Indication = indication }],
        },
    };
}
