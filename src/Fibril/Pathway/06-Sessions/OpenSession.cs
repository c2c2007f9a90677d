using Fibril.Pathway.Bookings;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>The hour begins: one session for one booking, opened when the person is here; the health facts are judged anew for the day.</summary>
public sealed class OpenSession(ClinicDb db, Caller caller, ScreenCourse screen)
{
    /// <returns>Null when there is no such booking.</returns>
    public async Task<FormResult?> Handle(Guid bookingId)
    {
        if (await BookingQueries.FindAsync(db, caller, bookingId) is not { } booking)
        {
            return null;
        }

        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.BookingId == bookingId) is { } open)
        {
            return FormResult.Go(SessionLinks.Of(open.Id));
        }

        if (booking is not { Kind: VisitKind.Session, Stands: true, ArrivedAt: not null })
        {
            return FormResult.Refuse("not-here", "A session is opened from a session's booking, once the person is marked as here.");
        }

        if (await PlanQueries.CurrentAsync(db, booking.CourseId) is not { AgreedAt: not null } plan)
        {
            return FormResult.Refuse("plan-missing", "No plan has been agreed: zones and depth come first.");
        }

        var today = (await VisitSubject.ClinicAsync(db)).DayOf(caller.Now);
        await screen.Handle(booking.CourseId, today, "arrival");
        var session = new Session
        {
            BookingId = bookingId,
            PlanId = plan.Id,
            CourseId = booking.CourseId,
            PatientId = booking.PatientId,
            Number = 1 + await db.Sessions.CountAsync(s => s.CourseId == booking.CourseId && s.NeedlingFinishedAt != null),
            HeldOn = today,
            OpenedAt = caller.Now,
        };
        db.Add(session);
        await db.SaveAsync(caller.Act("open session"));
        return FormResult.Go(SessionLinks.Of(session.Id));
    }
}
