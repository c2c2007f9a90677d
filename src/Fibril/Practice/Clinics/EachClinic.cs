using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Practice.Clinics;

/// <summary>A job that goes through the clinics of the installation, each in a scope of its own and as its machinery.</summary>
public abstract class EachClinic(IServiceScopeFactory scopes, ClinicDb db) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var clinic in await ClinicsAsync(db, cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic);
            await DoAsync(scope.ServiceProvider, cancellationToken);
        }
    }

    protected abstract Task DoAsync(IServiceProvider clinic, CancellationToken stop);

    /// <summary>All of them, unless the job knows in which something waits.</summary>
    protected virtual Task<List<Guid>> ClinicsAsync(ClinicDb db, CancellationToken stop) =>
        db.Clinics.IgnoreQueryFilters().AsNoTracking().Select(c => c.Id).ToListAsync(stop);
}
