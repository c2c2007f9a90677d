using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;

namespace Fibril.Tests.Support;

/// <summary>A session whose needling is over, for what comes after it.</summary>
public static class HeldSessions
{
    /// <param name="before">What else was done before the needle.</param>
    /// <param name="planned">What else the plan says.</param>
    public static async Task<Session> HoldSessionAsync(this TestClinic clinic, Course course, decimal depthMm = 1.0m, string zone = "cheek", int number = 1, Action<Session>? before = null, Action<Plan>? planned = null, string skipped = "")
    {
        var now = clinic.Clock.Now();
        var session = await clinic.NewSessionAsync(course, depthMm, zone, number, planned);
        before?.Invoke(session);
        session.StartNeedling(now.AddMinutes(-30));
        session.Record(new(zone, depthMm, 4, ["horizontal"], 100, 2, "erythema", 3, skipped, ""));
        session.FinishNeedling(now);
        return await clinic.AddAsync(session);
    }

    /// <summary>One in which nobody has needled yet.</summary>
    public static async Task<Session> OpenSessionAsync(this TestClinic clinic, Course course) => await clinic.AddAsync(await clinic.NewSessionAsync(course, 1.0m, "cheek", 1));

    private static async Task<Session> NewSessionAsync(this TestClinic clinic, Course course, decimal depthMm, string zone, int number, Action<Plan>? planned = null)
    {
        var now = clinic.Clock.Now();
        var plan = new Plan
        {
            CourseId = course.Id, PatientId = course.PatientId, Sessions = 3, IntervalDays = 28, Anaesthetic = "none", DraftedAt = now, DraftedByName = "test",
            Zones = [new(zone, "acne-scar", depthMm, 4)],
        };
        planned?.Invoke(plan);
        await clinic.AddAsync(plan);
        var booking = new Booking { CourseId = course.Id, PatientId = course.PatientId, Kind = VisitKind.Session, MadeAt = now, MadeByName = "test" };
        booking.Place([new(SegmentKind.Needling, now.AddHours(-1), 30, clinic.Practitioner.Id, null)]);
        await clinic.AddAsync(booking);
        return new Session { CourseId = course.Id, PatientId = course.PatientId, BookingId = booking.Id, PlanId = plan.Id, Number = number, HeldOn = clinic.Today, OpenedAt = now.AddHours(-1) };
    }
}
