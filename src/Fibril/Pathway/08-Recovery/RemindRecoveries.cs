using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Fibril.Pathway.Recovery;

/// <summary>Asks how the skin is on the days of the protocol's course, once a day and only while nothing was reported on it.</summary>
public sealed class RemindOfRecovery(ClinicDb db, Caller caller, Outgoing outgoing, LetterheadOf letterhead)
{
    /// <returns>How many people are asked today.</returns>
    public async Task<int> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        if (clinic.DayOf(MessageRules.NotBefore(Letters.Of(MessageKind.CheckInDue), caller.Now, await letterhead(stop))) != clinic.DayOf(caller.Now))
        {
            return 0; // it would leave tomorrow, when tomorrow's question is the one to ask
        }

        var since = caller.Now.AddDays(-RecoveryRules.CheckDays[^1] - 2);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.NeedlingFinishedAt > since).ToListAsync(stop);
        var ids = sessions.Select(s => s.Id).ToList();
        var reports = (await db.CheckIns.AsNoTracking().Where(c => ids.Contains(c.SessionId)).Select(c => new { c.SessionId, c.Day }).ToListAsync(stop))
            .ToLookup(c => c.SessionId, c => c.Day);
        var asked = 0;
        foreach (var session in sessions.GroupBy(s => s.CourseId).Select(g => g.MaxBy(s => s.NeedlingFinishedAt)!))
        {
            var day = RecoveryRules.DayOf(session, clinic, caller.Now)!.Value;
            asked += RecoveryRules.MayRemind(day, caller.Now - session.NeedlingFinishedAt!.Value, reports[session.Id]) && await QueueAsync(session.Id, session.PatientId, day, stop) ? 1 : 0;
        }

        await db.SaveAsync(caller.Act("queue mail"), stop);
        return asked;
    }

    private async Task<bool> QueueAsync(Guid sessionId, Guid patientId, int day, CancellationToken stop)
    {
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == patientId, stop);
        if (patient is not { Email: { Length: > 0 } address, DiedAt: null })
        {
            return false;
        }

        await outgoing.QueueAsync(
            new(MessageKind.CheckInDue, address, patient.Name, $"/my/recovery/{sessionId}") { PersonId = patientId, Key = $"check-in:{sessionId:N}:{day}" }, stop);
        return true;
    }
}

/// <summary>Every half hour, in every clinic.</summary>
[DisallowConcurrentExecution]
public sealed class RemindRecoveries(IServiceScopeFactory scopes, ClinicDb db) : EachClinic(scopes, db)
{
    protected override Task DoAsync(IServiceProvider clinic, CancellationToken stop) => clinic.GetRequiredService<RemindOfRecovery>().Handle(stop);
}
