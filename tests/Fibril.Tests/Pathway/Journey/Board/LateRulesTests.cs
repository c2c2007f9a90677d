using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey.Board;
using Fibril.Pathway.Sessions;

namespace Fibril.Tests.Pathway.Journey.Board;

/// <summary>One practitioner (Priya), an assistant (Ann), two chairs and a room; it is 10:00.</summary>
public class LateRulesTests
{
    private static readonly DateTime Ten = new(2026, 6, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Priya = Guid.NewGuid();
    private static readonly Guid Ann = Guid.NewGuid();
    private static readonly Guid Chair = Guid.NewGuid();
    private static readonly Guid OtherChair = Guid.NewGuid();
    private static readonly Guid Room = Guid.NewGuid();
    private static readonly Dictionary<Guid, int> Turnover = new() { [Chair] = 5, [OtherChair] = 5, [Room] = 10 };

    [Theory]
    [InlineData(0, 45, false, 0)]
    [InlineData(15, 60, false, 15)]
    [InlineData(20, 65, true, 20)]
    public void A_cream_stays_on_until_the_needle_is_ready_and_is_too_long_above_its_limit(int minutes, int onSkin, bool tooLong, int later)
    {
        var numbed = Numbing("Ada", on: -25, needle: 25);

        var shifted = Assert.Single(LateRules.Shift([numbed], Priya, minutes == 0 ? 0 : 25 + minutes, Ten, Turnover)); // her needle was planned in 25 minutes

        Assert.Equal((onSkin, tooLong, later), (shifted.CreamMinutes, shifted.IsOverNumbed, shifted.LateMinutes));
        Assert.Equal(Ten.AddMinutes(35), shifted.OffBy);
    }

    [Fact]
    public void Who_is_not_behind_the_delay_is_not_touched()
    {
        var other = Talk("Olga", Guid.NewGuid(), Guid.NewGuid(), 30);

        var shifted = LateRules.Shift([Numbing("Ada", on: -25, needle: 25), other], Priya, 60, Ten, Turnover);

        Assert.Equal(other.Left, shifted[1].Then);
        Assert.Equal(0, shifted[1].LateMinutes);
    }

    [Fact]
    public void The_next_person_waits_for_hands_and_for_the_room_and_its_turnover()
    {
        var first = Talk("Ada", Priya, Room, 10, minutes: 20);
        var next = Talk("Bo", Guid.NewGuid(), Room, 45, minutes: 20);

        var shifted = LateRules.Shift([first, next], Priya, 40, Ten, Turnover);

        Assert.Equal(Ten.AddMinutes(40), shifted[0].Then[0].StartsAt);
        Assert.Equal(Ten.AddMinutes(40 + 20 + 10), shifted[1].Then[0].StartsAt);
    }

    [Fact]
    public void What_goes_on_lasts_longer_and_keeps_its_room_for_as_long()
    {
        var needled = Talk("Ada", Priya, Room, -10, minutes: 30, here: true);
        var (next, sameRoom) = (Talk("Bo", Priya, OtherChair, 25), Talk("Cy", Ann, Room, 40));

        var shifted = LateRules.Shift([needled, next, sameRoom], Priya, 15, Ten, Turnover);

        Assert.Equal((Ten.AddMinutes(-10), Ten.AddMinutes(20 + 15)), (shifted[0].Then[0].StartsAt, shifted[0].Then[0].EndsAt));
        Assert.Equal(Ten.AddMinutes(35), shifted[1].Then[0].StartsAt);
        Assert.Equal(Ten.AddMinutes(35 + 10), shifted[2].Then[0].StartsAt);
    }

    [Fact]
    public void Pen_that_is_still_at_work_keeps_the_next_needle_waiting()
    {
        var pen = Guid.NewGuid();
        var (first, next) = (Needling("Ada", Priya, Room, pen, -10, here: true), Needling("Bo", Guid.NewGuid(), OtherChair, pen, 30));

        var shifted = LateRules.Shift([first, next], Priya, 15, Ten, Turnover);

        Assert.Equal(Ten.AddMinutes(20 + 15), shifted[1].Then[0].StartsAt);
        Assert.Contains((pen, Ten.AddMinutes(30)), ReplanRules.UnitsOf(shifted[0].Then, Turnover));
    }

    [Fact]
    public void Who_waits_for_a_talk_has_not_begun_it()
    {
        var early = BookingOf(VisitKind.Consultation, [new(SegmentKind.Talk, Ten.AddMinutes(20), 45, Priya, Room)]);
        early.Arrive(Ten.AddMinutes(-5));

        Assert.Null(VisitStage.BeganAt(early, null, Ten));
        Assert.Equal(Ten.AddMinutes(20), VisitStage.Left(early, null, Ten)[0].StartsAt);
        Assert.Equal(Ten.AddMinutes(20), VisitStage.BeganAt(early, null, Ten.AddMinutes(25)));
    }

    [Fact]
    public void Parts_of_a_person_who_comes_late_stay_behind_each_other()
    {
        var late = BookingOf(VisitKind.Session, [new(SegmentKind.CheckIn, Ten.AddMinutes(-12), 10, Ann, Chair), new(SegmentKind.CreamOn, Ten.AddMinutes(-2), 5, Ann, Chair), new(SegmentKind.Numbing, Ten.AddMinutes(3), 30, null, Chair)]);

        Assert.Equal([Ten, Ten.AddMinutes(10), Ten.AddMinutes(15)], VisitStage.Left(late, null, Ten).Select(s => s.StartsAt));
        Assert.False(VisitStage.IsMissing(late, Ten));
        Assert.True(VisitStage.IsMissing(late, Ten.AddMinutes(4)));
    }

    [Fact]
    public void Anew_each_comes_in_the_order_of_the_promise_and_never_earlier()
    {
        var (first, second) = (Talk("Ada", Priya, Room, 10, minutes: 20), Talk("Bo", Priya, Room, 60, minutes: 20));

        var laid = ReplanRules.Lay([Loose(second), Loose(first)], ReplanRules.Units(Priya, Ten, Ten.AddMinutes(40)), Turnover);

        Assert.Equal(["Ada", "Bo"], laid.Select(r => r.Visit.Person));
        Assert.Equal([Ten.AddMinutes(40), Ten.AddMinutes(70)], laid.Select(r => r.Offer!.StartsAt));
        Assert.Equal([30, 10], laid.Select(r => r.LaterMinutes));
    }

    [Fact]
    public void What_does_not_fit_before_closing_is_named_and_the_rest_still_finds_its_place()
    {
        var (first, second) = (Talk("Ada", Priya, Room, 10, minutes: 60), Talk("Bo", Priya, Room, 20, minutes: 20));

        var laid = ReplanRules.Lay([Loose(first, Ten.AddHours(1)), Loose(second, Ten.AddHours(1))], ReplanRules.Units(Priya, Ten, Ten.AddMinutes(20)), Turnover);

        Assert.Equal((null, "no room before closing"), (laid[0].Offer, laid[0].Why));
        Assert.Equal(Ten.AddMinutes(20), laid[1].Offer!.StartsAt);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 0, 5)]
    [InlineData(5, 5, 5)]
    public void A_time_between_two_units_lies_in_the_earlier_one(int minutes, int down, int up)
    {
        Assert.Equal(Ten.AddMinutes(down), ReplanRules.OnGrid(Ten.AddMinutes(minutes), up: false));
        Assert.Equal(Ten.AddMinutes(up), ReplanRules.OnGrid(Ten.AddMinutes(minutes), up: true));
    }

    [Fact]
    public void What_is_left_begins_with_what_goes_on_and_lasts_until_now_at_least()
    {
        var booking = NumbingBooking(on: -80, needle: -10);
        var session = SessionOf(booking, creamOn: Ten.AddMinutes(-70));

        var left = VisitStage.Left(booking, session, Ten);

        Assert.Equal([SegmentKind.Numbing, SegmentKind.CreamOff, SegmentKind.Needling, SegmentKind.Aftercare], left.Select(s => s.Kind));
        Assert.Equal((Ten.AddMinutes(-70), Ten), (left[0].StartsAt, left[0].EndsAt));
    }

    [Fact]
    public void Nothing_is_left_once_the_aftercare_is_given()
    {
        var booking = NumbingBooking(on: -80, needle: -40);
        var session = SessionOf(booking, creamOn: Ten.AddMinutes(-80));
        session.GiveAftercare(Ten);

        Assert.Empty(VisitStage.Left(booking, session, Ten));
        Assert.Equal("", VisitStage.Time(booking, session, null, Ten));
    }

    [Theory]
    [InlineData(10, "in 10 min")]
    [InlineData(-5, "5 min late")]
    public void Before_the_person_has_come_the_time_says_how_long_or_how_late(int starts, string words) =>
        Assert.Equal(words, VisitStage.Time(Talk("Ada", Priya, Room, starts).Booking, null, null, Ten));

    private static LooseVisit Loose(OpenVisit visit, DateTime? endsBy = null) =>
        new(visit, [[new(SegmentKind.Talk, visit.Left[0].Minutes)]], [new(visit.Left[0].StaffId!.Value, null, null, visit.Left[0].PlaceId!.Value)], visit.Booking.StartsAt, endsBy ?? Ten.AddHours(3));

    private static OpenVisit Talk(string person, Guid staff, Guid place, int starts, int minutes = 20, bool here = false)
    {
        var booking = BookingOf(VisitKind.Consultation, [new(SegmentKind.Talk, Ten.AddMinutes(starts), minutes, staff, place)]);
        if (here)
        {
            booking.Arrive(Ten.AddMinutes(starts));
        }

        return new(booking, person, booking.Segments, here, null, null);
    }

    private static OpenVisit Needling(string person, Guid staff, Guid place, Guid pen, int starts, bool here = false)
    {
        var booking = BookingOf(VisitKind.Session, [new(SegmentKind.Needling, Ten.AddMinutes(starts), 30, staff, place, pen)]);
        return new(booking, person, booking.Segments, here, null, null);
    }

    /// <summary>The cream may stay for an hour.</summary>
    private static OpenVisit Numbing(string person, int on, int needle)
    {
        var booking = NumbingBooking(on, needle);
        var session = SessionOf(booking, Ten.AddMinutes(on));
        return new(booking, person, VisitStage.Left(booking, session, Ten), true, session.CreamOnAt, 60);
    }

    private static Booking NumbingBooking(int on, int needle)
    {
        var booking = BookingOf(VisitKind.Session,
        [
            new(SegmentKind.CheckIn, Ten.AddMinutes(on - 15), 10, Ann, Chair),
            new(SegmentKind.CreamOn, Ten.AddMinutes(on - 5), 5, Ann, Chair),
            new(SegmentKind.Numbing, Ten.AddMinutes(on), needle - 5 - on, null, Chair),
            new(SegmentKind.CreamOff, Ten.AddMinutes(needle - 5), 5, Ann, Chair),
            new(SegmentKind.Needling, Ten.AddMinutes(needle), 30, Priya, Room),
            new(SegmentKind.Aftercare, Ten.AddMinutes(needle + 30), 10, Ann, Room),
        ]);
        booking.Arrive(Ten.AddMinutes(on - 15));
        return booking;
    }

    private static Session SessionOf(Booking booking, DateTime creamOn)
    {
        Session session = new() { CourseId = booking.CourseId, PatientId = booking.PatientId, BookingId = booking.Id, PlanId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = creamOn };
        session.PutCreamOn(new("lidocaine-tetracaine", null, "L1", 4, 60), creamOn);
        return session;
    }

    private static Booking BookingOf(VisitKind kind, IReadOnlyList<Segment> segments)
    {
        Booking booking = new() { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Kind = kind, MadeAt = Ten, MadeByName = "test" };
        booking.Place(segments);
        return booking;
    }
}
