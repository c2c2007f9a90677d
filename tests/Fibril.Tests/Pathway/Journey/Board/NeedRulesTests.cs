using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey.Board;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Journey.Board;

public class NeedRulesTests
{
    private static readonly DateTime Ten = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(VisitKind.Session, 61, "", Urgency.Today)]
    [InlineData(VisitKind.Session, 60, "", Urgency.Now)]
    [InlineData(VisitKind.Session, -29, "", Urgency.Now)]
    [InlineData(VisitKind.Session, -30, "", null)] // it is over, and nobody came
    [InlineData(VisitKind.Session, -30, "arrived", Urgency.Now)]
    [InlineData(VisitKind.Session, 120, "arrived", Urgency.Now)]
    [InlineData(VisitKind.Session, 60, "holds", null)]
    [InlineData(VisitKind.Session, -10, "arrived open", Urgency.Now)]
    [InlineData(VisitKind.Session, -10, "arrived open started", null)]
    [InlineData(VisitKind.Session, -10, "arrived left", null)]
    [InlineData(VisitKind.Session, -10, "missed", null)]
    [InlineData(VisitKind.Session, 60, "cancelled", null)]
    [InlineData(VisitKind.Consultation, 60, "", null)]
    [InlineData(VisitKind.Review, 60, "arrived", null)]
    public void Consent_that_does_not_hold_is_named_until_the_first_needle(VisitKind kind, int inMinutes, string noted, Urgency? urgency)
    {
        string[] facts = noted.Split(' ');
        var booking = Visit(inMinutes, kind);
        Note("arrived", () => booking.Arrive(Ten));
        Note("left", () => booking.Leave(Ten));
        Note("missed", () => booking.NotCome(Ten));
        Note("cancelled", () => booking.Cancel("ill", Ten));
        var session = new Session { CourseId = booking.CourseId, PatientId = booking.PatientId, BookingId = booking.Id, PlanId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = Ten };
        Note("started", () => session.StartNeedling(Ten));
        var consent = facts.Contains("holds") ? Decision.Allow() : Decision.Refuse(new Reason("consent-missing", "No consent is signed.", "R049"));

        Assert.Equal(urgency, NeedRules.Consent(booking, facts.Contains("open") ? session : null, consent, Ten));

        void Note(string fact, Action note)
        {
            if (facts.Contains(fact))
            {
                note();
            }
        }
    }

    [Theory]
    [InlineData(61, "", false)]
    [InlineData(60, "", true)]
    [InlineData(120, "arrived", true)]
    [InlineData(60, "cancelled", false)]
    [InlineData(-10, "arrived open", true)]
    [InlineData(-10, "arrived open asked", false)]
    public void Hold_that_nobody_confirmed_is_named_until_it_is_asked_at_the_checks(int inMinutes, string noted, bool named)
    {
        string[] facts = noted.Split(' ');
        var holds = HoldCalendar.For(ProtocolPack.Current, new(2026, 6, 10), 1.0m, 2, [new("retinol", false), new("apixaban", true)]);
        var (booking, session) = (Visit(inMinutes), (Session?)null);
        if (facts.Contains("arrived"))
        {
            booking.Arrive(Ten);
        }

        if (facts.Contains("cancelled"))
        {
            booking.Cancel("ill", Ten);
        }

        if (facts.Contains("open"))
        {
            session = new() { CourseId = booking.CourseId, PatientId = booking.PatientId, BookingId = booking.Id, PlanId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = Ten };
        }

        if (facts.Contains("asked"))
        {
            session!.Tick(new(SessionGate.Holds, Guid.NewGuid(), "Fay", Ten));
        }

        Assert.Equal(named, NeedRules.OpenHolds(booking, session, holds, Ten).Count > 0);
    }

    [Fact]
    public void Confirmed_hold_is_not_named_and_a_prescribed_medicine_never()
    {
        var holds = HoldCalendar.For(ProtocolPack.Current, new(2026, 6, 10), 1.0m, 2, [new("bakuchiol", false), new("apixaban", true)]);
        var booking = Visit(60);
        booking.ConfirmHold(new("M13", Ten, "Fay"));

        var open = NeedRules.OpenHolds(booking, null, holds, Ten);

        Assert.Contains(open, h => h.Subject == "Bakuchiol");
        Assert.DoesNotContain(open, h => h.Id == "M13" || h.Who == HoldWho.PrescriberOnly);
        Assert.Contains(holds, h => h.Who == HoldWho.PrescriberOnly);
    }

    [Theory]
    [InlineData(5, false, Urgency.Today)]
    [InlineData(6, false, null)]
    [InlineData(30, true, Urgency.Today)]
    [InlineData(31, true, null)]
    [InlineData(0, false, null)]
    [InlineData(0, true, null)]
    [InlineData(null, false, null)]
    public void Kept_time_is_named_shortly_before_it_is_given_back(int? leftMinutes, bool isOffer, Urgency? urgency)
    {
        var booking = Visit(inMinutes: 5000);
        booking.HoldUntil(leftMinutes is { } left ? Ten.AddMinutes(left) : null);

        Assert.Equal(urgency, NeedRules.Held(booking, isOffer, Ten));
    }

    [Theory]
    [InlineData(1440, Urgency.Soon)]
    [InlineData(1439, Urgency.Today)]
    [InlineData(121, Urgency.Today)]
    [InlineData(120, Urgency.Now)]
    [InlineData(0, null)]
    public void Request_is_the_more_urgent_the_nearer_its_time(int inMinutes, Urgency? urgency)
    {
        var booking = Visit(inMinutes);
        booking.Request(Ten.AddDays(-1));

        Assert.Equal(urgency, NeedRules.Held(booking, isOffer: false, Ten));
    }

    [Fact]
    public void Request_that_was_taken_back_needs_nobody()
    {
        var booking = Visit(60);
        booking.Request(Ten.AddDays(-1));
        booking.Cancel("taken back", Ten);

        Assert.Null(NeedRules.Held(booking, isOffer: false, Ten));
    }

    private static Booking Visit(int inMinutes, VisitKind kind = VisitKind.Session)
    {
        var booking = new Booking { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Kind = kind, MadeAt = Ten, MadeByName = "Fay" };
        booking.Place([new(kind == VisitKind.Session ? SegmentKind.Needling : SegmentKind.Talk, Ten.AddMinutes(inMinutes), 30, null, null)]);
        return booking;
    }
}
