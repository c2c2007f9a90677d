using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class HoldCalendarTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly DateOnly SessionOn = new(2026, 12, 20);

    [Fact]
    public void Everybody_gets_the_standing_holds()
    {
        var holds = HoldCalendar.For(Pack, SessionOn, 0.5m, 2, []);

        Assert.All(holds, h => Assert.True(h.Standing));
        Assert.Superset(
            new HashSet<string> { "M01", "M11", "M13", "M14", "M15", "M16", "M17", "M29", "C26b", "C26c", "C24a-hair", "C24a-peel", "C21a", "C22" },
            holds.Select(h => h.Id).ToHashSet());
    }

    // Days before and after, for a shallow session on fair skin.
    [Theory]
    [InlineData("retinol", 5, 7)]
    [InlineData("bakuchiol", 2, 7)]
    [InlineData("aha", 5, 7)]
    [InlineData("bha", 5, 7)]
    [InlineData("benzoyl-peroxide", 3, 5)]
    [InlineData("vitamin-c", 1, 7)]
    [InlineData("minoxidil-topical", 1, 1)]
    [InlineData("ibuprofen", 3, 7)]
    [InlineData("fish-oil", 7, 3)]
    [InlineData("alcohol", 1, 1)]
    [InlineData("sun", 14, 14)]
    [InlineData("self-tan", 7, 7)]
    [InlineData("waxing", 7, 7)]
    [InlineData("superficial-peel", 14, 14)]
    [InlineData("medium-peel", 42, 90)]
    [InlineData("deep-peel", 90, 90)]
    [InlineData("ha-filler", 14, 14)]
    [InlineData("threads", 28, 28)]
    [InlineData("botulinum-toxin", 14, 7)]
    [InlineData("ipl", 21, 14)]
    [InlineData("ablative-laser", 84, 84)]
    public void Dates_before_and_after(string item, int before, int after)
    {
        var hold = Of(item, 0.5m, 2);

        Assert.Equal((SessionOn.AddDays(-before), SessionOn.AddDays(after)), (hold.LastDayBefore, hold.FirstDayAfter));
    }

    [Theory]
    [InlineData("sun", 0.5, 3, 14, 14)]
    [InlineData("sun", 0.5, 4, 28, 28)]
    [InlineData("sun", 0.5, null, 28, 28)]
    [InlineData("retinol", 0.5, 4, 5, 10)]
    [InlineData("retinol", 1.5, 3, 5, 7)]
    [InlineData("retinol", 1.6, 3, 5, 10)]
    [InlineData("ha-filler", 1.0, 3, 14, 14)]
    [InlineData("ha-filler", 1.1, 3, 28, 14)]
    public void Depth_and_phototype_move_the_dates(string item, double depth, int? phototype, int before, int after)
    {
        var hold = Of(item, (decimal)depth, phototype);

        Assert.Equal((SessionOn.AddDays(-before), SessionOn.AddDays(after)), (hold.LastDayBefore, hold.FirstDayAfter));
    }

    [Theory]
    [InlineData("2026-12-20", "2025-12-20")]
    [InlineData("2027-02-28", "2026-02-28")]
    [InlineData("2028-02-29", "2027-02-28")]
    public void Surgery_waits_calendar_months(string session, string last)
    {
        var hold = HoldCalendar.For(Pack, DateOnly.Parse(session), 0.5m, 2, [new("facial-surgery")]).Single(h => h.Id == "C24c");

        Assert.Equal(DateOnly.Parse(last), hold.LastDayBefore);
        Assert.Null(hold.FirstDayAfter);
    }

    [Theory]
    [InlineData("warfarin", null)]
    [InlineData("clopidogrel", false)]
    [InlineData("apixaban", true)]
    [InlineData("isotretinoin", null)]
    [InlineData("tretinoin", null)]
    [InlineData("hydroquinone", null)]
    [InlineData("aspirin", null)]
    [InlineData("ibuprofen", true)]
    [InlineData("azelaic-acid", true)]
    [InlineData("methotrexate", null)]
    [InlineData("sertraline", null)]
    [InlineData("topical-steroid-potent", null)]
    [InlineData("medicine-other", true)]
    public void Prescribed_medicine_gives_one_sentence_and_no_date(string item, bool? prescribed)
    {
        var hold = Assert.Single(HoldCalendar.For(Pack, SessionOn, 0.5m, 2, [new(item, prescribed)]), h => !h.Standing);

        Assert.Equal(HoldWho.PrescriberOnly, hold.Who);
        Assert.Equal("Do not change or stop this medicine; we will contact your prescriber.", hold.Text);
        Assert.Null(hold.LastDayBefore);
        Assert.Null(hold.FirstDayAfter);
    }

    [Theory]
    [InlineData("aspirin", "M05")]
    [InlineData("ibuprofen", "M02")]
    [InlineData("warfarin", "M07")]
    [InlineData("sertraline", "M-RX")]
    public void Prescribed_medicine_names_its_own_rule(string item, string rule)
    {
        Assert.Equal(rule, Assert.Single(HoldCalendar.For(Pack, SessionOn, 0.5m, 2, [new(item, Prescribed: true)]), h => !h.Standing).Id);
    }

    [Fact]
    public void Aspirin_taken_on_ones_own_is_a_clinicians_question()
    {
        var hold = HoldCalendar.For(Pack, SessionOn, 0.5m, 2, [new("aspirin", Prescribed: false)]).Single(h => h.Id == "M04");

        Assert.Equal(HoldWho.Clinician, hold.Who);
        Assert.Equal(SessionOn.AddDays(-7), hold.LastDayBefore);
    }

    [Fact]
    public void Retinoid_that_is_not_prescribed_may_be_paused()
    {
        var hold = HoldCalendar.For(Pack, SessionOn, 0.5m, 2, [new("adapalene", Prescribed: false)]).Single(h => h.Id == "M12");

        Assert.Equal((HoldWho.PatientMayPause, SessionOn.AddDays(-5)), (hold.Who, hold.LastDayBefore));
    }

    [Fact]
    public void What_needs_no_hold_gives_none()
    {
        Assert.DoesNotContain(HoldCalendar.For(Pack, SessionOn, 0.5m, 2, [new("paracetamol"), new("antihistamine"), new("bland-moisturiser")]), h => !h.Standing);
    }

    [Fact]
    public void Moving_the_session_moves_every_date()
    {
        var before = HoldCalendar.For(Pack, SessionOn, 0.5m, 2, []);
        var after = HoldCalendar.For(Pack, SessionOn.AddDays(10), 0.5m, 2, []);

        Assert.Equal(before.Select(h => h.LastDayBefore?.AddDays(10)), after.Select(h => h.LastDayBefore));
    }

    private static Hold Of(string item, decimal depth, int? phototype)
    {
        var rule = Pack.HoldRules.Holds.Single(r => r.Covers.Contains(item));
        return HoldCalendar.For(Pack, SessionOn, depth, phototype, [new(item, Prescribed: false)]).Single(h => h.Id == rule.Id);
    }
}
