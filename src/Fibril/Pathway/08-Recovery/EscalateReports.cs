using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Recovery;

/// <summary>An urgent report that nobody takes calls the next in line, then ever more people, until somebody does.</summary>
public sealed class CallFurtherStaff(ClinicDb db, CallStaff call)
{
    public async Task Handle(CancellationToken stop = default)
    {
        foreach (var report in await db.CheckIns.AsNoTracking().NotTaken().OrderBy(c => c.ReportedAt).ToListAsync(stop))
        {
            await call.Handle(report, stop);
        }
    }
}

/// <summary>Every minute, in the clinics where something waits.</summary>
[DisallowConcurrentExecution]
public sealed class EscalateReports(IServiceScopeFactory scopes, ClinicDb db) : EachClinic(scopes, db)
{
    protected override Task DoAsync(IServiceProvider clinic, CancellationToken stop) => clinic.GetRequiredService<CallFurtherStaff>().Handle(stop);

    protected override Task<List<Guid>> ClinicsAsync(ClinicDb db, CancellationToken stop) =>
        db.CheckIns.IgnoreQueryFilters().AsNoTracking().NotTaken().Select(c => c.ClinicId).Distinct().ToListAsync(stop);
}

internal static class UrgentReports
{
    public static IQueryable<CheckIn> NotTaken(this IQueryable<CheckIn> reports) =>
        reports.Where(c => c.AcknowledgedAt == null && c.ClosedAt == null && TriageLevels.Urgent.Contains(c.Level));
}
