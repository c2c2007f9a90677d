using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;

namespace Fibril.Tests.Support;

/// <summary>A session whose needling is over, for what comes after it.</summary>
public static class HeldSessions
{
    public static async Task<Session> HoldSessionAsync(this TestClinic clinic, Course course, decimal depthMm = 1.0m, string zone = "cheek", int number = 1, string skipped = "")
    {
        var now = clinic.Clock.Now();
        var plan = await clinic.AddAsync(new Plan
        {
            CourseId = course.Id, PatientId = course.PatientId, Sessions = 3, IntervalDays = 28, Anaesthetic = "none", DraftedAt = now, DraftedByName = "test",
            Zones = [new(zone, "acne-scar", depthMm, 4)],
        });
        var booking = new Booking { CourseId = course.Id, PatientId = course.PatientId, Kind = VisitKind.Session, MadeAt = now, MadeByName = "test" };
        booking.Place([new(SegmentKind.Needling, now.AddHours(-1), 30, clinic.Practitioner.Id, null)]);
        await clinic.AddAsync(booking);
        var session = new Session { CourseId = course.Id, PatientId = course.PatientId, BookingId = booking.Id, PlanId = plan.Id, Number = number, HeldOn = clinic.Today, OpenedAt = now.AddHours(-1) };
        session.StartNeedling(now.AddMinutes(-30));
        session.Record(new(zone, depthMm, 4, ["horizontal"], 100, 2, "erythema", 3, skipped, ""));
        session.FinishNeedling(now);
        return await clinic.AddAsync(session);
    }
}
