using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey;

/// <summary>The person's own first page: each course with its next step, the next visit, the last session.</summary>
public sealed class PatientHome(ClinicDb db, Caller caller, CourseReader reader)
{
    public sealed record CourseView(Course Course, CoursePhase Phase, CourseFacts Facts, HomeAction Next);

    /// <param name="Note">An important note that waits to be confirmed.</param>
    public sealed record Home(Clinic Clinic, Patient Patient, IReadOnlyList<CourseView> Courses, Booking? NextVisit, Session? LastSession, DateOnly Today, Guid? Note);

    public async Task<Home> Handle(CancellationToken stop = default)
    {
        var me = caller.Who.Id;
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var today = clinic.DayOf(caller.Now);
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == me, stop);
        var courses = await db.Courses.AsNoTracking().Where(c => c.PatientId == me).OrderByDescending(c => c.Number).ToListAsync(stop);
        var views = courses.Zip(await reader.Handle(courses, stop), (course, facts) =>
        {
            var phase = CourseStatusRules.PhaseOf(facts, today);
            return new CourseView(course, phase, facts, HomeRules.NextFor(phase, facts));
        });
        var next = await db.Bookings.AsNoTracking()
            .Where(b => b.PatientId == me && b.EndsAt > caller.Now && b.CancelledAt == null && b.HeldUntil == null)
            .OrderBy(b => b.StartsAt).FirstOrDefaultAsync(stop);
        var last = await db.Sessions.AsNoTracking()
            .Where(s => s.PatientId == me && s.NeedlingFinishedAt != null)
            .OrderByDescending(s => s.NeedlingFinishedAt).FirstOrDefaultAsync(stop);
        return new(clinic, patient, [.. views], next, last, today, await NoteAsync(me, stop));
    }

    private Task<Guid?> NoteAsync(Guid me, CancellationToken stop) => (
        from p in db.RecallPeople.AsNoTracking()
        join r in db.LotRecalls on p.RecallId equals r.Id
        where p.PatientId == me && p.MailedAt != null && p.AnsweredAt == null && !r.IsDrill
        orderby p.MailedAt descending
        select (Guid?)p.Id).FirstOrDefaultAsync(stop);
}
