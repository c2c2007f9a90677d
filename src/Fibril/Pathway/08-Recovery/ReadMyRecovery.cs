using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>The person's own sessions, the latest first, with what was reported about each.</summary>
public sealed class ReadMyRecovery(ClinicDb db, Caller caller)
{
    /// <param name="NextCheckOn">The next day on which we ask; null when none is left.</param>
    public sealed record Item(Session Session, int Day, DateOnly? NextCheckOn, IReadOnlyList<CheckIn> Reports)
    {
        /// <summary>Reports that somebody wrote back about.</summary>
        public required IReadOnlySet<Guid> Answered { get; init; }
    }

    public sealed record View(Clinic Clinic, IReadOnlyList<Item> Sessions);

    public async Task<View> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.PatientId == caller.Who.Id && s.NeedlingFinishedAt != null)
            .OrderByDescending(s => s.NeedlingFinishedAt).ToListAsync(stop);
        var reports = (await db.CheckIns.AsNoTracking().Where(c => c.PatientId == caller.Who.Id).OrderByDescending(c => c.ReportedAt).ToListAsync(stop))
            .ToLookup(c => c.SessionId);
        var answered = (await db.ReportReplies.AsNoTracking().Where(r => r.PatientId == caller.Who.Id).Select(r => r.CheckInId).ToListAsync(stop)).ToHashSet();
        return new(clinic, [.. sessions.Select(s => ItemOf(s, clinic, [.. reports[s.Id]], answered))]);
    }

    private Item ItemOf(Session session, Clinic clinic, IReadOnlyList<CheckIn> reports, HashSet<Guid> answered)
    {
        var day = RecoveryRules.DayOf(session, clinic, caller.Now)!.Value;
        var next = RecoveryRules.CheckDays.Where(d => d > day).Cast<int?>().FirstOrDefault();
        return new(session, day, next is { } d ? clinic.DayOf(caller.Now).AddDays(d - day) : null, reports) { Answered = answered };
    }
}
