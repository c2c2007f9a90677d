using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary>Every signed session sets the looks at the result anew: they count from the last one, and those not held yet move with it.</summary>
public sealed class PlanOutcomeVisits(ClinicDb db, Caller caller) : IReact<SessionSigned>
{
    public async Task HandleAsync(SessionSigned fact, CancellationToken stop)
    {
        var signed = await db.Sessions.AsNoTracking().Where(s => s.CourseId == fact.CourseId && s.SignedAt != null).ToListAsync(stop);
        if (signed.Count == 0)
        {
            return;
        }

        var last = signed.Max(s => s.HeldOn);
        var visits = await db.OutcomeVisits.Where(v => v.CourseId == fact.CourseId).ToListAsync(stop);
        foreach (var (days, dueOn) in OutcomeRules.DueAfter(last, ProtocolPack.Current.OutcomeVisitDays))
        {
            Place(visits, fact, days, dueOn);
        }

        await db.SaveAsync(caller.Act("plan outcome visits", personId: fact.PatientId), stop);
    }

    private void Place(List<OutcomeVisit> visits, SessionSigned fact, int days, DateOnly dueOn)
    {
        if (visits.FirstOrDefault(v => v.AfterDays == days && v.HeldAt is null) is { } open)
        {
            open.DueOn = dueOn;
        }
        else if (!visits.Any(v => v.AfterDays == days && v.DueOn == dueOn))
        {
            db.Add(new OutcomeVisit { CourseId = fact.CourseId, PatientId = fact.PatientId, AfterDays = days, DueOn = dueOn });
        }
    }
}
