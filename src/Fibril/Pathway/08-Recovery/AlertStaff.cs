using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>A report that cannot wait calls the first one at once.</summary>
public sealed class AlertStaff(ClinicDb db, CallStaff call) : IReact<CheckInReported>
{
    public async Task HandleAsync(CheckInReported fact, CancellationToken stop)
    {
        if (!TriageLevels.IsUrgent(fact.Level) || await db.StaffCalls.AnyAsync(c => c.CheckInId == fact.CheckInId, stop))
        {
            return;
        }

        await call.Handle(await db.CheckIns.AsNoTracking().OneAsync(c => c.Id == fact.CheckInId, stop), stop);
    }
}
