using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Access;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;
using Fibril.Tests.Pathway.Screening;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Plans;

public class PlanRulesTests
{
    private static readonly DateTime Now = TestClinic.Start.UtcDateTime;
    private static readonly Device Pen = new() { Name = "Pen", Kind = DeviceKind.Pen, Label = DeviceLabel.CeMedical };
    private static readonly StaffMember Practitioner = TestData.Staff("Pia", Role.Practitioner, Profession.Practitioner, Now);
    private static readonly StaffMember Physician = TestData.Staff("Phil", Role.Practitioner, Profession.Physician, Now);

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(null, true, true)]
    [InlineData(Verdict.Referred, false, false)]
    [InlineData(Verdict.Referred, true, true)]
    [InlineData(Verdict.NotTreated, true, false)]
    [InlineData(Verdict.Accepted, true, true)]
    public void MayPlan_asks_what_stands_not_what_was_stored(Verdict? verdict, bool aside, bool may)
    {
        var screening = new Facts().Say("keloid", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Condition, Id = "keloid", Now = true, Zones = ["shoulder"] }).Screening();
        if (aside)
        {
            screening.Override(new("C08b", ["cheek"], "A test spot first.", Guid.Empty, "Dora", "Dermatologist", Now));
        }

        if (verdict is { } given)
        {
            screening.Review(given, "why", Guid.Empty, "Dora", Now);
        }

        Assert.Equal("do-not-treat", screening.Outcome);
        Assert.Equal(may, PlanRules.MayPlan(screening).IsAllowed);
    }

    [Fact]
    public void MayPlan_before_any_screening_allows() => Assert.True(PlanRules.MayPlan(null).IsAllowed);

    [Fact]
    public void MaySave_within_every_limit_allows()
    {
        Assert.Empty(Codes(Of(), Practitioner));
    }

    [Fact]
    public void MaySave_deeper_than_the_cap_needs_a_physician_with_a_reason()
    {
        var without = Of(zones: new PlannedZone("cheek", "acne-scar", 2.0m, 3));
        var with = Of(zones: new PlannedZone("cheek", "acne-scar", 2.0m, 3, "Thick fibrotic scars", "Phil"), interval: 42);

        Assert.Contains("Z-CAP", Codes(without, Practitioner));
        Assert.Contains("Z-CAP", Codes(without, Physician));
        Assert.Contains("Z-CAP", Codes(with, Practitioner));
        Assert.Empty(Codes(with, Physician));
    }

    [Fact]
    public void MaySave_a_prohibited_zone_is_blocked_for_everybody()
    {
        var plan = Of(zones: new PlannedZone("eyelid", "fine-wrinkles", 0.5m, 1, "Reason", "Phil"));

        Assert.Contains("R025", Codes(plan, Physician));
    }

    [Fact]
    public void MaySave_radiofrequency_is_blocked_for_everybody()
    {
        var rf = new Device { Name = "RF", Kind = DeviceKind.Pen, Energy = DeviceEnergy.Rf };

        Assert.Contains("R039", Codes(Of(), Physician, rf));
    }

    [Fact]
    public void MaySave_a_serum_off_the_allow_list_is_blocked()
    {
        var plan = Of();
        plan.Topicals = ["vitamin-c"];

        Assert.Contains("R072", Codes(plan, Physician));
    }

    [Fact]
    public void MaySave_too_short_a_gap_needs_a_physician()
    {
        Assert.Contains("Z-INT", Codes(Of(interval: 14), Practitioner));
    }

    [Fact]
    public void MaySave_phototype_unknown_refuses_even_a_physician()
    {
        Assert.Contains("phototype-missing", Codes(Of(), Physician, phototype: null));
    }

    [Fact]
    public void MaySave_filler_too_near_is_refused_until_a_physician_notes_why()
    {
        var plan = Of();
        plan.Combinations = [new("filler", -5)];
        Assert.NotEmpty(Codes(plan, Physician));

        plan.Combinations = [new("filler", -5, "Superficial, agreed with the injector")];
        Assert.Empty(Codes(plan, Physician));
        Assert.NotEmpty(Codes(plan, Practitioner));
    }

    [Fact]
    public void MaySave_beyond_device_or_own_limit_refuses()
    {
        var shallow = new Device { Name = "Short pen", Kind = DeviceKind.Pen, MaxDepthMm = 1.0m };
        var novice = TestData.Staff("Nia", Role.Practitioner, Profession.Practitioner, Now);
        novice.MaxDepthMm = 1.0m;

        Assert.Equal(["device-depth"], Codes(Of(), Practitioner, shallow));
        Assert.Equal(["author-depth"], Codes(Of(), novice));
    }

    [Fact]
    public void MayAgree_needs_this_plan_a_price_and_doing_nothing()
    {
        var plan = Of();

        Assert.Equal(["plan-changed"], PlanRules.MayAgree(plan, Guid.NewGuid()).Reasons.Select(r => r.Code));
        Assert.Equal(["plan-no-price", "alternatives-open"], PlanRules.MayAgree(plan, plan.Id).Reasons.Select(r => r.Code));

        (plan.PricePerSession, plan.AlternativesDiscussed) = (180, ["nothing"]);
        Assert.True(PlanRules.MayAgree(plan, plan.Id).IsAllowed);
    }

    [Theory]
    [InlineData(0.15, "steps of 0.1 mm")]
    [InlineData(0, "steps of 0.1 mm")]
    [InlineData(3.6, "steps of 0.1 mm")]
    public void Input_depth_off_the_steps_says_so(double depth, string words)
    {
        var input = new PlanInput { Zones = [new() { Zone = "cheek", Indication = "acne-scar", DepthMm = (decimal)depth, Passes = 3 }] };

        Assert.Contains(input.Validate(new(input)), r => r.ErrorMessage!.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Input_rows_are_added_and_removed_without_validation()
    {
        var input = new PlanInput { Do = PlanInput.AddZone };

        Assert.True(input.ChangeRows());
        Assert.Single(input.Zones);
        input.Do = "remove-zone:0";
        Assert.True(input.ChangeRows());
        Assert.Empty(input.Zones);
        Assert.Empty(input.Validate(new(input)));
    }

    [Fact]
    public void Chart_keeps_every_point_inside_its_field()
    {
        IReadOnlyList<Fibril.Protocol.ExpectedPoint> curve = [new(0, 0, 0, .15), new(84, .4, .25, .55), new(264, .5, .35, .95)];

        var numbers = ExpectedChart.Band(curve).Split(' ', ',').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.All(numbers.Where((_, i) => i % 2 == 0), x => Assert.InRange(x, ExpectedChart.Left, ExpectedChart.Right));
        Assert.All(numbers.Where((_, i) => i % 2 == 1), y => Assert.InRange(y, 20, ExpectedChart.Bottom));
    }

    private static IEnumerable<string> Codes(Plan plan, StaffMember author, Device? device = null, int? phototype = 3)
    {
        var subject = Subject(phototype, device ?? Pen);
        plan.DeviceId = subject.Devices[0].Id;
        return PlanRules.MaySave(plan, PlanFactsOf.Review(plan, subject), author, subject.Devices[0]).Reasons.Select(r => r.Code);
    }

    private static PlanSubject Subject(int? phototype, Device device)
    {
        var patient = TestData.Patient();
        patient.Phototype = phototype;
        return new()
        {
            Course = new Course { PatientId = patient.Id, Number = 1, Title = "Scars", OpenedAt = Now },
            Patient = patient,
            Clinic = TestData.Clinic(Now),
            Devices = [device],
        };
    }

    private static Plan Of(int interval = 28, params PlannedZone[] zones) => new()
    {
        CourseId = Guid.Empty,
        PatientId = Guid.Empty,
        Zones = zones.Length > 0 ? [.. zones] : [new("cheek", "acne-scar", 1.5m, 3)],
        Sessions = 3,
        IntervalDays = interval,
        Anaesthetic = "lidocaine-4",
        Topicals = ["sterile-ha-gel"],
        DraftedAt = Now,
        DraftedByName = "Pia",
    };
}
