using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>One report with everything that helps to judge it.</summary>
public sealed class ReadCase(ClinicDb db)
{
    /// <param name="Before">The report before it about the same session; null for the first.</param>
    public sealed record View(Clinic Clinic, Patient Patient, Session Session, CheckIn Report, TriageDecision Triage, CheckIn? Before, IReadOnlyList<AdverseEvent> Harms)
    {
        /// <summary>Everybody who was called about it, in order.</summary>
        public required IReadOnlyList<StaffCall> Calls { get; init; }

        /// <summary>Sent with it; null for none.</summary>
        public required Photo? Picture { get; init; }

        public required IReadOnlyList<ReportReply> Replies { get; init; }

        /// <summary>The clinic's ready replies.</summary>
        public required IReadOnlyList<string> Ready { get; init; }
    }

    /// <exception cref="NotHereException">No such report.</exception>
    public async Task<View> Handle(Guid checkInId, CancellationToken stop = default)
    {
        var report = await db.CheckIns.AsNoTracking().OneAsync(c => c.Id == checkInId, stop);
        var before = await db.CheckIns.AsNoTracking().Where(c => c.SessionId == report.SessionId && c.ReportedAt < report.ReportedAt)
            .OrderByDescending(c => c.ReportedAt).FirstOrDefaultAsync(stop);
        return new(
            await db.Clinics.AsNoTracking().FirstAsync(stop),
            await db.Patients.AsNoTracking().OneAsync(p => p.Id == report.PatientId, stop),
            await db.Sessions.AsNoTracking().OneAsync(s => s.Id == report.SessionId, stop),
            report,
            TriageDecision.FromJson(report.TriageJson),
            before,
            await db.AdverseEvents.AsNoTracking().Where(h => h.CheckInId == checkInId).OrderBy(h => h.RecordedAt).ToListAsync(stop))
        {
            Calls = await db.StaffCalls.AsNoTracking().Where(c => c.CheckInId == checkInId).OrderBy(c => c.CalledAt).ThenBy(c => c.StaffName).ToListAsync(stop),
            Picture = await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == report.PhotoId, stop),
            Replies = await db.ReportReplies.AsNoTracking().Where(r => r.CheckInId == checkInId).OrderBy(r => r.SentAt).ToListAsync(stop),
            Ready = ReplyRules.Of(await db.ReplyTemplates.AsNoTracking().ToListAsync(stop)),
        };
    }
}
