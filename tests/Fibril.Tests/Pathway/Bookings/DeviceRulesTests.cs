using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Practice.Devices;
using Fibril.Practice.Staff;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Pen B is planned; what else there is decides who may stand in for it.</summary>
public class DeviceRulesTests
{
    private static readonly Device Planned = Pen("Pen B");

    [Fact]
    public void Planned_device_comes_first_and_its_like_may_stand_in() =>
        Assert.Equal(["Pen B", "Pen A", "Pen C"], Fit(Pen("Pen C"), Pen("Pen A")));

    [Theory]
    [InlineData(DeviceKind.Roller, DeviceEnergy.None, DeviceLabel.CeMedical, 2.5)]
    [InlineData(DeviceKind.Pen, DeviceEnergy.Rf, DeviceLabel.CeMedical, 2.5)]
    [InlineData(DeviceKind.Pen, DeviceEnergy.None, DeviceLabel.None, 2.5)]
    [InlineData(DeviceKind.Pen, DeviceEnergy.None, DeviceLabel.CeMedical, 0.5)]
    public void Another_kind_energy_or_label_or_too_short_a_needle_may_not(DeviceKind kind, DeviceEnergy energy, DeviceLabel label, double reaches) =>
        Assert.Equal(["Pen B"], Fit(Known(new() { Name = "Other", Kind = kind, Energy = energy, Label = label, MaxDepthMm = (decimal)reaches })));

    [Fact]
    public void Retired_device_leaves_its_place_to_its_like()
    {
        var retired = Pen("Old pen");
        retired.RetiredAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(["Pen B"], DeviceRules.Fit([retired, Planned], retired.Id, 1.0m).Select(d => d.Name));
        Assert.Equal(["Pen B"], Fit(retired));
    }

    [Fact]
    public void Without_a_planned_device_or_its_like_the_diary_keeps_none()
    {
        Assert.Null(DeviceRules.For(DeviceRules.Fit([Planned], null, 1.0m), new Dictionary<Guid, StaffLimits>()));
        Assert.Null(DeviceRules.For(DeviceRules.Fit([Planned], Guid.NewGuid(), 1.0m), new Dictionary<Guid, StaffLimits>()));
    }

    [Fact]
    public void Own_limits_say_which_of_them_a_practitioner_may_use()
    {
        var (other, amy, ben, cat) = (Pen("Pen C"), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var may = DeviceRules.For([Planned, other], new Dictionary<Guid, StaffLimits> { [ben] = Limits(ben, other.Id), [cat] = Limits(cat, Guid.NewGuid()) })!;

        Assert.Equal([Planned.Id, other.Id], may(amy));
        Assert.Equal([other.Id], may(ben));
        Assert.Empty(may(cat));
        Assert.DoesNotContain(FreeTimes.Crews([amy, ben, cat], [], [], [Guid.NewGuid()], may), c => c.PractitionerId == cat || c.DeviceId is null);
    }

    [Fact]
    public void Only_the_needle_takes_the_device()
    {
        var device = Guid.NewGuid();
        IReadOnlyList<VisitPart> parts = [new(SegmentKind.CheckIn, 10), new(SegmentKind.Needling, 30), new(SegmentKind.Aftercare, 10)];

        var segments = VisitLayout.Place(parts, new(Guid.NewGuid(), null, null, Guid.NewGuid(), device), new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc));

        var needle = Assert.Single(segments, s => s.DeviceId == device);
        Assert.Equal(SegmentKind.Needling, needle.Kind);
        var units = VisitLayout.UnitsOf(segments, new Dictionary<Guid, int>()).Where(u => u.ResourceId == device).Select(u => u.UnitStart).Order().ToList();
        Assert.Equal((6, needle.StartsAt, needle.EndsAt.AddMinutes(-5)), (units.Count, units[0], units[^1]));
    }

    private static IEnumerable<string> Fit(params Device[] others) => DeviceRules.Fit([.. others, Planned], Planned.Id, 1.0m).Select(d => d.Name);

    private static Device Pen(string name) => Known(new() { Name = name, Kind = DeviceKind.Pen, Label = DeviceLabel.CeMedical });

    private static Device Known(Device device)
    {
        typeof(ClinicRow).GetProperty(nameof(ClinicRow.Id))!.SetValue(device, Guid.NewGuid());
        return device;
    }

    private static StaffLimits Limits(Guid who, Guid device)
    {
        var limits = new StaffLimits { StaffId = who };
        limits.Set([], [device], needsSupervision: false, null);
        return limits;
    }
}
