using Fibril.Pathway.Recovery;
using Fibril.Pathway.Sessions;
using Fibril.Practice.Devices;
using Fibril.Practice.Stock;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Recovery;

public class HarmFormsTests
{
    private static readonly DateTime Now = TestClinic.Start.UtcDateTime;

    [Fact]
    public void MedWatch_stands_in_the_order_of_the_form_with_device_and_cartridge_apart()
    {
        var form = HarmForms.Of(HarmFormKind.MedWatch, Full());

        Assert.Equal(["A", "B", "C", "D", "D", "E", "F", "G"], form.Blocks.Select(b => b.Mark));
        Assert.Equal(("Pen A", "A-0417", null), (Line(form.Blocks[3], "Brand name"), Line(form.Blocks[3], "Serial number"), Line(form.Blocks[3], "Lot")));
        Assert.Equal(("C-1990", "(01)04006381333931(17)270101(10)C-1990"), (Line(form.Blocks[4], "Lot"), Line(form.Blocks[4], "UDI")));
        Assert.Equal("Hospitalisation", Line(form.Blocks[1], "Outcome that makes it serious"));
        Assert.Null(Line(form.Blocks[2], "Lot")); // a cartridge is no product
    }

    [Theory]
    [InlineData(HarmFormKind.MedWatch)]
    [InlineData(HarmFormKind.YellowCard)]
    public void What_the_record_does_not_hold_stays_blank(HarmFormKind kind)
    {
        var form = HarmForms.Of(kind, Bare());
        var filled = form.Blocks.SelectMany(b => b.Lines).Where(l => l.Value is not null).Select(l => l.Label).Distinct().Order(StringComparer.Ordinal);

        string[] expected = ["Age at the event", "Began on", "Born on", "Code in the clinic", "Date of this report", "How severe", "Name", "Sex", "Clinic", "What happened", "What it is", "Outcome that makes it serious", .. kind == HarmFormKind.MedWatch ? ["Facility", "Contact", "Became aware on"] : new[] { "Initials" }];
        Assert.Equal(expected.Order(StringComparer.Ordinal), filled);
        Assert.DoesNotContain(form.Blocks.SelectMany(b => b.Lines), l => l.Value?.Length == 0);
    }

    [Fact]
    public void One_name_is_enough()
    {
        var file = Bare() with { Patient = TestData.Patient("", "Mono") };

        Assert.Contains(HarmForms.Of(HarmFormKind.YellowCard, file).Blocks.SelectMany(b => b.Lines), l => l is { Label: "Initials", Value: "M" });
    }

    [Fact]
    public void No_name_of_the_person_is_on_a_form() =>
        Assert.All(Enum.GetValues<HarmFormKind>(), kind => Assert.DoesNotContain(HarmForms.Of(kind, Full()).Blocks.SelectMany(b => b.Lines), l => l.Value?.Contains("Harmed", StringComparison.Ordinal) == true));

    private static string? Line(HarmBlock block, string label) => block.Lines.Single(l => l.Label == label).Value;

    private static HarmFile Bare() => new()
    {
        Harm = new()
        {
            CourseId = default, PatientId = default, Type = "bacterial-infection", Severity = "moderate", OnsetOn = new(2026, 6, 9), Narrative = "Pus.", RecordedAt = Now, RecordedByName = "Phil",
        },
        Clinic = TestData.Clinic(Now),
        Patient = TestData.Patient("Ada", "Harmed"),
        On = new(2026, 6, 10),
    };

    private static HarmFile Full()
    {
        var lot = Guid.NewGuid();
        var bare = Bare();
        var session = new Session { CourseId = default, PatientId = default, BookingId = default, PlanId = default, Number = 2, HeldOn = new(2026, 6, 8), OpenedAt = Now };
        var used = new UsedLot(lot, "Cartridge 12", "Cartridge", "C-1990", new(2027, 1, 1), "7");
        session.Use(used);
        return bare with
        {
            Harm = new()
            {
                CourseId = default, PatientId = default, Type = "bacterial-infection", Severity = "severe", IsSerious = true, SeriousBecause = ["hospitalisation"], OnsetOn = new(2026, 6, 9), Narrative = "Pus.", LotId = lot, RecordedAt = Now, RecordedByName = "Phil",
            },
            Session = session,
            Device = new Device { Name = "Pen A", Maker = "Example Devices", Serial = "A-0417", Kind = DeviceKind.Pen },
            Used = used,
            Lot = new StockLot { ItemId = default, Lot = "C-1990", ExpiresOn = new(2027, 1, 1), Received = 10, ReceivedAt = Now },
            Item = new StockItem { Name = "Cartridge 12", Kind = StockKind.Cartridge, Gtin = "04006381333931" },
        };
    }
}
