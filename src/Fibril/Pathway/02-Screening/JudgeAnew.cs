using Fibril.Platform.Data;
using Fibril.Practice.Protocols;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Screening;

/// <summary>
/// Decisions that another protocol made are made anew: of open courses whose session is still to come or that nobody has
/// reviewed. A session that has been held keeps the decision it was held by.
/// </summary>
public sealed class JudgeAnew(ClinicDb db, Caller caller, IServiceScopeFactory scopes)
{
    /// <summary>Courses of the caller's clinic that wait for it, the nearest session first.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(CancellationToken stop = default)
    {
        var hash = (await AdoptedProtocol.PackAsync(db, stop)).Hash;
        var today = (await db.Clinics.AsNoTracking().FirstAsync(stop)).DayOf(caller.Now);
        return await db.Screenings.AsNoTracking()
            .Where(s => s.SupersededAt == null && s.ProtocolHash != hash && (s.ForOn >= today || s.Verdict == null))
            .Where(s => db.Courses.Any(c => c.Id == s.CourseId && c.ClosedAt == null))
            .OrderBy(s => s.ForOn).Select(s => s.CourseId).ToListAsync(stop);
    }

    /// <summary>Each course in a unit of work of its own, so that one that fails leaves the others done.</summary>
    /// <param name="courses">From <see cref="WaitingAsync"/>.</param>
    /// <param name="done">Is told of each.</param>
    public async Task Handle(IReadOnlyList<Guid> courses, Action<int> done, CancellationToken stop = default)
    {
        foreach (var course in courses)
        {
            stop.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var own = scope.ServiceProvider;
            own.GetRequiredService<Caller>().ActAsSystem(caller.ClinicId);
            var former = await ScreeningQueries.CurrentAsync(own.GetRequiredService<ClinicDb>(), course, stop);
            await own.GetRequiredService<ScreenCourse>().Handle(course, former?.ForOn, "protocol");
            done(1);
        }
    }
}

/// <summary>Every minute, in every clinic.</summary>
[DisallowConcurrentExecution]
public sealed class JudgeClinicsAnew(IServiceScopeFactory scopes, ClinicDb db) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var clinic in await db.Clinics.IgnoreQueryFilters().AsNoTracking().Select(c => c.Id).ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic);
            var use = scope.ServiceProvider.GetRequiredService<JudgeAnew>();
            await use.Handle(await use.WaitingAsync(cancellationToken), _ => { }, cancellationToken);
        }
    }
}
