using Fibril.Pathway.Outcomes;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Looks at the result whose day has come, a line for each: they are held one by one.</summary>
public sealed class ResultNeeds(ClinicDb db, Caller caller)
{
    public async Task<IReadOnlyList<Need>> Handle(CancellationToken stop = default)
    {
        var today = (await db.Clinics.AsNoTracking().FirstAsync(stop)).DayOf(caller.Now);
        var (oldest, latest) = OutcomeRules.DueNow(today);
        var open = await (
            from v in db.OutcomeVisits.AsNoTracking()
            join p in db.Patients on v.PatientId equals p.Id
            join c in db.Courses on v.CourseId equals c.Id
            where v.HeldAt == null && v.DueOn >= oldest && v.DueOn <= latest && c.ClosedAt == null && p.DiedAt == null
            select new { v.CourseId, v.AfterDays, v.DueOn, p.GivenName, p.FamilyName }).ToListAsync(stop);
        return [.. open.Select(v => new Need(
            Urgency.Soon,
            $"{v.GivenName} {v.FamilyName}",
            $"Result due: {v.AfterDays} days after the last session",
            $"/staff/courses/{v.CourseId}/outcomes",
            v.DueOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))];
    }
}
