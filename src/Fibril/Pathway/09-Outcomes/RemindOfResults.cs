using Fibril.Pathway.Bookings;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Outcomes;

/// <summary>Asks the person to come a week before a look at the result is due, once for each day it is due on.</summary>
public sealed class RemindOfResults(ClinicDb db, Caller caller, Outgoing outgoing)
{
    /// <returns>How many people are asked.</returns>
    public async Task<int> Handle(CancellationToken stop = default)
    {
        var today = (await db.Clinics.AsNoTracking().FirstAsync(stop)).DayOf(caller.Now);
        var until = today.AddDays(OutcomeRules.MailDays);
        var near = await (
            from v in db.OutcomeVisits.AsNoTracking()
            join p in db.Patients on v.PatientId equals p.Id
            join c in db.Courses on v.CourseId equals c.Id
            where v.HeldAt == null && v.DueOn >= today && v.DueOn <= until && c.ClosedAt == null && p.DiedAt == null && p.Email != null && p.Email != ""
            select new { Visit = v, Patient = p }).ToListAsync(stop);
        var courses = near.Select(n => n.Visit.CourseId).ToList();
        var coming = await db.Bookings.AsNoTracking().Where(b => courses.Contains(b.CourseId) && b.Kind == VisitKind.Session && b.StartsAt > caller.Now).ToListAsync(stop);
        var due = near.Where(n => OutcomeRules.MayRemind(n.Visit, today, coming.Any(b => b.Stands && b.CourseId == n.Visit.CourseId))).ToList();
        foreach (var one in due)
        {
            await outgoing.QueueAsync(
                new(MessageKind.ResultDue, one.Patient.Email!, one.Patient.Name, "/my/progress") { PersonId = one.Patient.Id, Key = $"outcome:{one.Visit.Id:N}:{one.Visit.DueOn:yyyyMMdd}" }, stop);
        }

        await db.SaveAsync(caller.Act("queue mail"), stop);
        return due.Count;
    }
}

/// <summary>Every half hour, in every clinic.</summary>
[DisallowConcurrentExecution]
public sealed class SendResultReminders(IServiceScopeFactory scopes, ClinicDb db) : EachClinic(scopes, db)
{
    protected override Task DoAsync(IServiceProvider clinic, CancellationToken stop) => clinic.GetRequiredService<RemindOfResults>().Handle(stop);
}
