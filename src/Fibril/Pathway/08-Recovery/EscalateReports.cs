using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Recovery;

/// <summary>An urgent report that nobody takes is mailed again, each time to more people, until somebody does.</summary>
public sealed class CallFurtherStaff(ClinicDb db, Caller caller, Outgoing outgoing)
{
    public async Task Handle(CancellationToken stop = default)
    {
        var reports = await db.CheckIns.AsNoTracking().NotTaken().ToListAsync(stop);
        var staff = await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null).ToListAsync(stop);
        foreach (var report in reports)
        {
            if (RecoveryRules.CallDue(report, caller.Now) is not { } call)
            {
                continue;
            }

            foreach (var person in staff.Where(s => call.Roles.Contains(s.Role)))
            {
                await outgoing.QueueAsync(
                    new(MessageKind.StaffAlert, person.Email, person.Name, RecoveryLinks.Detail(report.Id)) { Key = $"alert:{report.Id:N}:{call.AfterMinutes}:{person.Id:N}" },
                    stop);
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(caller.Act("queue mail"), stop);
        }
    }
}

/// <summary>Every minute, in the clinics where something waits.</summary>
[DisallowConcurrentExecution]
public sealed class EscalateReports(IServiceScopeFactory scopes, ClinicDb db) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var clinic in await db.CheckIns.IgnoreQueryFilters().AsNoTracking().NotTaken().Select(c => c.ClinicId).Distinct().ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic);
            await scope.ServiceProvider.GetRequiredService<CallFurtherStaff>().Handle(cancellationToken);
        }
    }
}

internal static class UrgentReports
{
    public static IQueryable<CheckIn> NotTaken(this IQueryable<CheckIn> reports) =>
        reports.Where(c => c.AcknowledgedAt == null && c.ClosedAt == null && TriageLevels.Urgent.Contains(c.Level));
}
