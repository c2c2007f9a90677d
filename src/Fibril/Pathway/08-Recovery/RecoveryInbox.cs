using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>The order of the inbox.</summary>
public enum InboxGroup
{
    /// <summary>Today or now.</summary>
    Red,

    /// <summary>Within days.</summary>
    Amber,

    /// <summary>Asked, and nothing came.</summary>
    Silent,

    /// <summary>As expected.</summary>
    Green,
}

/// <summary>One line of the inbox: a report that nobody has closed, or a silence.</summary>
/// <param name="Day">Day of the report, or today's day of a silence.</param>
/// <param name="SilentSince">The check day that passed without a word; null for a report.</param>
/// <param name="Told">All reports about the session, oldest first.</param>
/// <param name="Shown">Pictures that are in the record.</param>
public sealed record InboxCard(InboxGroup Group, Patient Patient, Session Session, int Day, CheckIn? Report, TriageDecision? Triage, int? SilentSince, IReadOnlyList<CheckIn> Told, IReadOnlySet<Guid> Shown)
{
    /// <summary>The report before this one; null for the first and for a silence.</summary>
    public CheckIn? Before => Report is null ? null : Told.LastOrDefault(c => c.ReportedAt < Report.ReportedAt);

    /// <summary>The latest pictures of the session, oldest of them first.</summary>
    public IReadOnlyList<CheckIn> Pictures => [.. Told.Where(c => c.PhotoId is { } id && Shown.Contains(id)).TakeLast(4)];

    public Tone Tone => Group switch { InboxGroup.Red => Tone.Alarm, InboxGroup.Amber => Tone.Wait, InboxGroup.Silent => Tone.Info, _ => Tone.Good };

    public string Word => Report is null ? "Silent" : Words.Of(Report.Level);
}

/// <summary>Everybody whose skin is healing, by who needs somebody first.</summary>
public sealed class RecoveryInbox(ClinicDb db, Caller caller)
{
    public sealed record View(Clinic Clinic, IReadOnlyList<InboxCard> Cards)
    {
        public int Count(InboxGroup group) => Cards.Count(c => c.Group == group);
    }

    public async Task<View> Handle(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var reports = await db.CheckIns.AsNoTracking().Where(c => c.ClosedAt == null).ToListAsync(stop);
        var silences = await SilencesAsync(clinic, stop);
        var sessionIds = reports.Select(r => r.SessionId).Distinct().ToList();
        var sessions = (await db.Sessions.AsNoTracking().Where(s => sessionIds.Contains(s.Id)).ToListAsync(stop)).Concat(silences.Select(s => s.Session))
            .DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        var patientIds = sessions.Values.Select(s => s.PatientId).Distinct().ToList();
        var patients = await db.Patients.AsNoTracking().Where(p => patientIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var told = (await db.CheckIns.AsNoTracking().Where(c => sessions.Keys.Contains(c.SessionId)).OrderBy(c => c.ReportedAt).ToListAsync(stop)).ToLookup(c => c.SessionId);
        var sent = told.SelectMany(g => g).Select(c => c.PhotoId).OfType<Guid>().ToList();
        var shown = (await db.Photos.AsNoTracking().Where(p => sent.Contains(p.Id)).ToListAsync(stop)).Where(p => !p.IsOutOfRecord).Select(p => p.Id).ToHashSet();
        IEnumerable<InboxCard> cards =
        [
            .. reports.Where(r => Waits(r, caller.Now)).Select(r => CardOf(r, sessions[r.SessionId], patients[r.PatientId], [.. told[r.SessionId]], shown)),
            .. silences.Select(s => new InboxCard(InboxGroup.Silent, patients[s.Session.PatientId], s.Session, s.Day, null, null, s.Since, [.. told[s.Session.Id]], shown)),
        ];
        return new(clinic, [.. cards.OrderBy(c => c.Group).ThenByDescending(c => c.Triage?.Level).ThenBy(c => c.Report?.ReportedAt ?? c.Session.NeedlingFinishedAt)]);
    }

    /// <summary>A report as expected leaves the inbox when somebody has seen it, or after a week; words of the person are read first.</summary>
    private static bool Waits(CheckIn report, DateTime now) =>
        report.Level != "normal" || (report.AcknowledgedAt is null && (report.Words.Length > 0 || report.ReportedAt > now.AddDays(-7)));

    private static InboxCard CardOf(CheckIn report, Session session, Patient patient, IReadOnlyList<CheckIn> told, IReadOnlySet<Guid> shown)
    {
        var group = TriageLevels.IsUrgent(report.Level) ? InboxGroup.Red : report.Level == "normal" ? InboxGroup.Green : InboxGroup.Amber;
        return new(group, patient, session, report.Day, report, TriageDecision.FromJson(report.TriageJson), null, told, shown);
    }

    private async Task<List<(Session Session, int Day, int Since)>> SilencesAsync(Clinic clinic, CancellationToken stop)
    {
        var from = caller.Now.AddDays(-RecoveryRules.CheckDays[^1] - RecoveryRules.SilenceShownDays - 2);
        var recent = await db.Sessions.AsNoTracking().Where(s => s.NeedlingFinishedAt > from).ToListAsync(stop);
        var ids = recent.Select(s => s.Id).ToList();
        var reported = (await db.CheckIns.AsNoTracking().Where(c => ids.Contains(c.SessionId)).Select(c => new { c.SessionId, c.Day }).ToListAsync(stop))
            .ToLookup(c => c.SessionId, c => c.Day);
        return
        [
            .. from session in recent.GroupBy(s => s.CourseId).Select(g => g.MaxBy(s => s.NeedlingFinishedAt)!)
               let day = RecoveryRules.DayOf(session, clinic, caller.Now)!.Value
               let since = RecoveryRules.SilentSince(day, reported[session.Id])
               where since is not null
               select (session, day, since.Value),
        ];
    }
}
