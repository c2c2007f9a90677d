using Fibril.Pathway.Bookings;

namespace Fibril.Tests.Pathway.Bookings;

public class HoldRulesTests
{
    private static readonly DateTime Now = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(10, null, 0, null)]
    [InlineData(10, null, 9, null)]
    [InlineData(10, null, 10, "The ten minutes are over.")]
    [InlineData(10, 10, 30, "The ten minutes are over.")]
    [InlineData(10, 25, 30, "The ten minutes are over.")]
    [InlineData(10, 4, 5, "Another time was chosen since.")]
    [InlineData(10, 4, 30, "Another time was chosen since.")]
    [InlineData(null, null, 30, null)]
    public void A_hold_may_be_booked_while_it_is_kept(int? untilMinute, int? endedMinute, int minute, string? says)
    {
        var hold = Hold(untilMinute);
        if (endedMinute is { } ended)
        {
            hold.Cancel("test", Now.AddMinutes(ended));
        }

        var may = HoldRules.MayBook(hold, Now.AddMinutes(minute));

        Assert.Equal(says is null, may.IsAllowed);
        Assert.All(may.Reasons, r => Assert.StartsWith(says!, r.Sentence, StringComparison.Ordinal));
        Assert.All(may.Reasons, r => Assert.Equal(HoldRules.Over, r.Code));
    }

    [Fact]
    public void A_request_is_no_hold_and_outlasts_ten_minutes()
    {
        var asked = Hold(10);
        asked.Request(Now);

        Assert.False(HoldRules.IsHold(asked));
        Assert.True(HoldRules.MayBook(asked, Now.AddDays(60)).IsAllowed);
    }

    private static Booking Hold(int? untilMinute)
    {
        var hold = new Booking { Kind = VisitKind.Session, CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), MadeAt = Now, MadeByName = "test" };
        hold.Place([new(SegmentKind.Talk, Now.AddDays(1), 45, null, null)]);
        hold.HoldUntil(untilMinute is { } minutes ? Now.AddMinutes(minutes) : null);
        return hold;
    }
}
