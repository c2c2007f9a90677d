using Fibril.Pathway.Aftercare;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>The answer to one report: what is normal, what to do, whom to call.</summary>
public sealed record ReportAnswer(Clinic Clinic, CheckIn Report, TriageDecision Triage, HealingDay NormalNext, IReadOnlyList<SheetRow> Advice, IReadOnlyList<ReportReply> Replies)
{
    /// <summary>What the highest findings ask the person to do; without any, what the level means.</summary>
    public IReadOnlyList<string> PatientTexts =>
        Triage.Findings.Where(f => f.Level == Triage.Level).Select(f => f.PatientText).Distinct().ToList() is { Count: > 0 } texts
            ? texts
            : [ProtocolPack.Current.TriageLevels.First(l => l.Level == Triage.Level).Patient];

    public string? DayPhone => Clinic.Phone.Length > 0 ? Clinic.Phone : NightPhone;

    public string? NightPhone => Clinic.EmergencyPhone.Length > 0 ? Clinic.EmergencyPhone : Clinic.Phone.Length > 0 ? Clinic.Phone : null;
}

/// <summary>Reads it for the person who reported.</summary>
public sealed class ReadReport(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such report of this person.</exception>
    public async Task<ReportAnswer> Handle(Guid checkInId, CancellationToken stop = default)
    {
        var report = await db.CheckIns.AsNoTracking().OneAsync(c => c.Id == checkInId && c.PatientId == caller.Who.Id, stop);
        var triage = TriageDecision.FromJson(report.TriageJson);
        var session = await db.Sessions.AsNoTracking().OneAsync(s => s.Id == report.SessionId, stop);
        var sheet = await db.AftercareSheets.AsNoTracking().FirstOrDefaultAsync(s => s.SessionId == report.SessionId, stop);
        return new(
            await db.Clinics.AsNoTracking().FirstAsync(stop),
            report,
            triage,
            Healing.NormalOn(ProtocolPack.Current, report.Day + 1, session.DeepestMm),
            [.. (sheet?.Rows ?? []).Where(r => triage.Advice.Contains(r.Id))],
            await db.ReportReplies.AsNoTracking().Where(r => r.CheckInId == report.Id).OrderBy(r => r.SentAt).ToListAsync(stop));
    }
}
