using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class AftercareTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly DateOnly SessionOn = new(2026, 11, 22);

    [Fact]
    public void Rows_are_A01_to_A18()
    {
        Assert.Equal(Enumerable.Range(1, 18).Select(n => $"A{n:00}"), Pack.AftercareRules.Rows.Select(r => r.Id));
    }

    // Row, first day, first day no longer in force: shallow and fair; deeper than 1.5 mm; phototype V.
    [Theory]
    [InlineData("A01", 0, 3, 3, 3)]
    [InlineData("A02", 0, 14, 14, 28)]
    [InlineData("A03", 0, 1, 1, 1)]
    [InlineData("A04", 1, 28, 31, 31)]
    [InlineData("A05", 0, 7, 10, 10)]
    [InlineData("A06", 0, 7, 10, 10)]
    [InlineData("A07", 0, 1, 6, 4)]
    [InlineData("A08", 0, 7, 10, 10)]
    [InlineData("A09", 0, 3, 3, 3)]
    [InlineData("A10", 0, 14, 14, 14)]
    [InlineData("A11", 0, 1, 1, 1)]
    [InlineData("A12", 0, 7, 7, 7)]
    [InlineData("A13", 0, 7, 7, 7)]
    [InlineData("A14", 0, 7, 7, 7)]
    [InlineData("A15", 0, 84, 84, 84)]
    [InlineData("A16", 1, 7, 7, 7)]
    [InlineData("A17", 4, 14, 14, 14)]
    [InlineData("A18", 0, 31, 31, 31)]
    public void Row_is_in_force_from_and_to(string id, int from, int to, int toDeep, int toDark)
    {
        Assert.Equal((from, to), Days(id, depth: 0.5m, phototype: 2));
        Assert.Equal((from, toDeep), Days(id, depth: 2.0m, phototype: 2));
        Assert.Equal((from, toDark), Days(id, depth: 0.5m, phototype: 5));
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.51, 2)]
    [InlineData(1.0, 2)]
    [InlineData(1.01, 3)]
    [InlineData(1.5, 3)]
    [InlineData(1.51, 6)]
    public void Make_up_waits_by_depth(double depth, int to)
    {
        Assert.Equal((0, to), Days("A07", (decimal)depth, phototype: 1));
    }

    [Fact]
    public void Unknown_phototype_takes_the_longer_times()
    {
        Assert.Equal((0, 28), Days("A02", 0.5m, null));
        Assert.Equal((0, 10), Days("A05", 0.5m, null));
    }

    [Fact]
    public void Melasma_takes_the_longer_sun_time_only()
    {
        var facts = Facts(0.5m, 2) with { Melasma = true };

        var sheet = Aftercare.Sheet(Pack, facts);

        Assert.Equal(SessionOn.AddDays(28), sheet.Single(r => r.Id == "A02").ToOn);
        Assert.Equal(SessionOn.AddDays(7), sheet.Single(r => r.Id == "A05").ToOn);
        Assert.Contains("iron oxides", Assert.Single(sheet.Single(r => r.Id == "A04").Also), StringComparison.Ordinal);
    }

    [Fact]
    public void Antiviral_and_scalp_rows_stand_only_where_they_apply()
    {
        var bare = Facts(0.5m, 2) with { Antiviral = AntiviralUse.None, Zones = ["cheek"] };

        Assert.DoesNotContain(Aftercare.Sheet(Pack, bare), r => r.Id is "A14" or "A16");
        Assert.Contains(Aftercare.Sheet(Pack, bare with { Antiviral = AntiviralUse.NotTaken }), r => r.Id == "A14");
        Assert.DoesNotContain(Aftercare.ResumeCalendar(Pack, bare), i => i.Id is "minoxidil" or "hair-dye");
    }

    [Fact]
    public void Hours_count_from_the_last_needle()
    {
        var sunscreen = Aftercare.Sheet(Pack, Facts(0.5m, 2)).Single(r => r.Id == "A03");

        Assert.Equal(new DateTime(2026, 11, 23, 16, 40, 0), sunscreen.ToAt);
        Assert.Equal(SessionOn, sunscreen.LastOn);
    }

    [Fact]
    public void Gel_that_was_given_is_named()
    {
        var facts = Facts(0.5m, 2) with { Products = ["sterile-ha-gel"] };

        Assert.Contains("gel", Assert.Single(Aftercare.Sheet(Pack, facts).Single(r => r.Id == "A10").Also), StringComparison.Ordinal);
        Assert.Empty(Aftercare.Sheet(Pack, Facts(0.5m, 2)).Single(r => r.Id == "A10").Also);
    }

    [Theory]
    [InlineData(0, false, "A01 A02 A03 A05 A06 A07 A08 A09 A10 A11 A12 A13 A14 A15 A18")]
    [InlineData(1, false, "A01 A02 A04 A05 A06 A08 A09 A10 A12 A13 A14 A15 A16 A18")]
    [InlineData(4, false, "A02 A04 A05 A06 A08 A10 A12 A13 A14 A15 A16 A17 A18")]
    [InlineData(4, true, "A02 A04 A05 A06 A08 A10 A12 A13 A14 A15 A16 A18")]
    [InlineData(30, false, "A15 A18")]
    [InlineData(83, false, "A15")]
    [InlineData(84, false, "")]
    public void Rows_in_force_on_a_day(int day, bool red, string ids)
    {
        Assert.Equal(ids, string.Join(' ', Aftercare.InForce(Pack, Facts(0.5m, 2), day, red)));
    }

    [Theory]
    [InlineData("sunscreen", 1, 1, 1)]
    [InlineData("make-up", 1, 6, 4)]
    [InlineData("exercise", 3, 3, 3)]
    [InlineData("peptides", 4, 4, 4)]
    [InlineData("benzoyl-peroxide-azelaic", 5, 8, 8)]
    [InlineData("retinoids", 7, 10, 10)]
    [InlineData("acids", 7, 10, 10)]
    [InlineData("vitamin-c", 7, 10, 10)]
    [InlineData("self-bought-nsaid", 7, 7, 7)]
    [InlineData("shaving-waxing", 7, 7, 7)]
    [InlineData("botulinum-toxin", 7, 7, 7)]
    [InlineData("sun-holiday", 14, 14, 28)]
    [InlineData("filler", 14, 14, 14)]
    [InlineData("superficial-peel", 14, 14, 14)]
    public void Resume_day(string id, int day, int deep, int dark)
    {
        DateOnly On(decimal depth, int type) => Aftercare.ResumeCalendar(Pack, Facts(depth, type)).Single(i => i.Id == id).FromOn;

        Assert.Equal((day, deep, dark), (On(0.5m, 2).DayNumber - SessionOn.DayNumber, On(2.0m, 2).DayNumber - SessionOn.DayNumber, On(0.5m, 6).DayNumber - SessionOn.DayNumber));
    }

    [Fact]
    public void Starting_again_needs_the_date_and_quiet_skin()
    {
        var retinoids = Aftercare.ResumeCalendar(Pack, Facts(0.5m, 2)).Single(i => i.Id == "retinoids");
        var early = new DateTime(2026, 11, 28, 23, 59, 0);
        var due = new DateTime(2026, 11, 29, 0, 0, 0);

        Assert.Equal(["A05"], Aftercare.MayResume(retinoids, early, quietSkin: true).Reasons.Select(r => r.Code));
        Assert.Equal(["skin-not-quiet"], Aftercare.MayResume(retinoids, due, quietSkin: false).Reasons.Select(r => r.Code));
        Assert.False(Aftercare.MayResume(retinoids, due, quietSkin: null).IsAllowed);
        Assert.True(Aftercare.MayResume(retinoids, due, quietSkin: true).IsAllowed);
    }

    [Fact]
    public void Washing_after_a_late_session_waits_past_midnight()
    {
        var facts = Facts(0.5m, 2) with { SessionEnd = new(2026, 11, 22, 18, 0, 0) };

        var wash = Aftercare.ResumeCalendar(Pack, facts).Single(i => i.Id == "wash");

        Assert.Equal(new DateTime(2026, 11, 23, 2, 0, 0), wash.FromAt);
        Assert.Equal(SessionOn.AddDays(1), wash.FromOn);
    }

    private static (int From, int To) Days(string id, decimal depth, int? phototype)
    {
        var row = Aftercare.Sheet(Pack, Facts(depth, phototype)).Single(r => r.Id == id);
        return (row.FromOn.DayNumber - SessionOn.DayNumber, row.ToOn.DayNumber - SessionOn.DayNumber);
    }

    private static AftercareFacts Facts(decimal depth, int? phototype) => new()
    {
        SessionEnd = new(2026, 11, 22, 16, 40, 0),
        DeepestMm = depth,
        Phototype = phototype,
        Zones = ["cheek", "scalp"],
        Antiviral = AntiviralUse.Taking,
    };
}
