using System.Collections.Concurrent;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Practice.Protocols;
using Fibril.Protocol;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Journey;

/// <summary>
/// Decisions that another protocol made are made anew: of open courses that wait for a session or a review. A session that was
/// opened keeps the decision it was held by, and what a newer version judged stays with that one.
/// </summary>
public sealed class JudgeAnew(ClinicDb db, Caller caller, IServiceScopeFactory scopes, ILogger<JudgeAnew> log)
{
    /// <summary>What could not be judged by a protocol is not tried again by the same one.</summary>
    private static readonly ConcurrentDictionary<(Guid Course, string Hash), byte> InVain = new();

    /// <summary>Courses of the caller's clinic that wait for it.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(CancellationToken stop = default) =>
        await WaitingAsync((await AdoptedProtocol.PackAsync(db, stop)).Hash, stop);

    private async Task<IReadOnlyList<Guid>> WaitingAsync(string hash, CancellationToken stop)
    {
        var (now, today) = (caller.Now, (await db.Clinics.AsNoTracking().FirstAsync(stop)).DayOf(caller.Now));
        var other = await db.Screenings.AsNoTracking()
            .Where(s => s.SupersededAt == null && s.ProtocolHash != hash)
            .Where(s => db.Courses.Any(c => c.Id == s.CourseId && c.ClosedAt == null))
            .Where(s => !db.Sessions.Any(x => x.CourseId == s.CourseId && x.SignedAt == null))
            .Where(s => s.Verdict == null || s.ForOn >= today || !db.Sessions.Any(x => x.CourseId == s.CourseId)
                || db.Bookings.Any(b => b.CourseId == s.CourseId && b.Kind == VisitKind.Session && b.StartsAt >= now && b.CancelledAt == null))
            .OrderBy(s => s.ForOn).Select(s => new { s.CourseId, s.ProtocolVersion }).ToListAsync(stop);
        return [.. other.Where(s => !IsNewer(s.ProtocolVersion) && !InVain.ContainsKey((s.CourseId, hash))).Select(s => s.CourseId)];
    }

    /// <summary>Each course in a unit of work of its own: one that fails is logged, left as it is, and the others go on.</summary>
    /// <returns>How many decisions were made anew.</returns>
    public async Task<int> Handle(CancellationToken stop = default)
    {
        var hash = (await AdoptedProtocol.PackAsync(db, stop)).Hash;
        var made = 0;
        foreach (var course in await WaitingAsync(hash, stop))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                var judged = await JudgeAsync(course, stop);
                made += judged ? 1 : 0;
                _ = judged || InVain.TryAdd((course, hash), 0);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                InVain.TryAdd((course, hash), 0);
                log.LogError(e, "The decision of course {Course} could not be made anew; it stays as it is and is judged when somebody opens it", course);
            }
        }

        return made;
    }

    private async Task<bool> JudgeAsync(Guid course, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider;
        own.GetRequiredService<Caller>().ActAsSystem(caller.ClinicId);
        var former = await ScreeningQueries.CurrentAsync(own.GetRequiredService<ClinicDb>(), course, stop);
        var now = await own.GetRequiredService<ScreenCourse>().Handle(course, former?.ForOn, "protocol");
        return now is not null && now.Id != former?.Id;
    }

    private static bool IsNewer(string version) =>
        Version.TryParse(version, out var theirs) && Version.TryParse(ProtocolPack.Current.Header.Version, out var ours) && theirs > ours;
}

/// <summary>Every minute, in every clinic.</summary>
[DisallowConcurrentExecution]
public sealed class JudgeClinicsAnew(IServiceScopeFactory scopes, ClinicDb db) : EachClinic(scopes, db)
{
    public static readonly JobSchedule Schedule = JobSchedule.Each<JudgeClinicsAnew>(TimeSpan.FromMinutes(1));

    protected override Task DoAsync(IServiceProvider clinic, CancellationToken stop) => clinic.GetRequiredService<JudgeAnew>().Handle(stop);
}
