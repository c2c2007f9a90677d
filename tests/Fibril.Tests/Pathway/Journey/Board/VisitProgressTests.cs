using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey.Board;
using Fibril.Pathway.Sessions;

namespace Fibril.Tests.Pathway.Journey.Board;

public class VisitProgressTests
{
    private static readonly DateTime Ten = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(VisitKind.Session, "", "expected", "Arrived")]
    [InlineData(VisitKind.Session, "missed", "did not come", null)]
    [InlineData(VisitKind.Session, "arrived", "arrived", "Checks…")]
    [InlineData(VisitKind.Consultation, "arrived", "arrived", "Left")]
    [InlineData(VisitKind.Review, "arrived", "arrived", "Left")]
    [InlineData(VisitKind.Review, "arrived left", "left", null)]
    [InlineData(VisitKind.Session, "arrived open", "checks", "Checks…")]
    [InlineData(VisitKind.Session, "arrived open ticked", "checks", "Cream on…")]
    [InlineData(VisitKind.Session, "arrived open ticked without", "checks", "Start needling")]
    [InlineData(VisitKind.Session, "arrived open without", "checks", "Checks…")]
    [InlineData(VisitKind.Session, "arrived open ticked on", "numbing", "Cream off")]
    [InlineData(VisitKind.Session, "arrived open ticked on off", "cream off", "Start needling")]
    [InlineData(VisitKind.Session, "arrived open ticked on off started", "needling", "Finish")]
    [InlineData(VisitKind.Session, "arrived open ticked on off started finished", "needling finished", "Aftercare given")]
    [InlineData(VisitKind.Session, "arrived open ticked on off started finished aftercare", "aftercare given", "Sign…")]
    [InlineData(VisitKind.Session, "arrived open ticked on off started finished aftercare signed", "signed", null)]
    public void Visit_as_noted_says_its_state_and_the_one_next_step(VisitKind kind, string noted, string state, string? next)
    {
        string[] facts = noted.Split(' ');
        var booking = new Booking { CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Kind = kind, MadeAt = Ten, MadeByName = "Fay" };
        Note("arrived", () => booking.Arrive(Ten));
        Note("left", () => booking.Leave(Ten));
        Note("missed", () => booking.NotCome(Ten));
        var session = new Session { CourseId = booking.CourseId, PatientId = booking.PatientId, BookingId = booking.Id, PlanId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = Ten };
        Note("ticked", () => Array.ForEach(BoardSteps.BeforeCream, item => session.Tick(new(item, Guid.NewGuid(), "Asa", Ten))));
        Note("on", () => session.PutCreamOn(new("lidocaine-tetracaine", null, "L1", 4, 60), Ten));
        Note("off", () => session.TakeCreamOff(Ten));
        Note("started", () => session.StartNeedling(Ten));
        Note("finished", () => session.FinishNeedling(Ten));
        Note("aftercare", () => session.GiveAftercare(Ten));
        Note("signed", () => session.Sign(Guid.NewGuid(), "Pia", "text", "hash", Ten));

        var progress = VisitProgress.Of(booking, facts.Contains("open") ? session : null, withCream: !facts.Contains("without"));

        Assert.Equal((state, next), (progress.Word, progress.Next?.Text));

        void Note(string fact, Action note)
        {
            if (facts.Contains(fact))
            {
                note();
            }
        }
    }
}
