using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Platform.Access;

/// <summary>Every night: forgets tickets and failures that no longer mean anything.</summary>
[DisallowConcurrentExecution]
public sealed class SweepAccess(ClinicDb db, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var old = clock.Now().AddDays(-1);
        await db.Set<Ticket>().Where(t => t.ExpiresAt < old).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Failures>().Where(f => f.LastAt < old).ExecuteDeleteAsync(cancellationToken);
    }
}
