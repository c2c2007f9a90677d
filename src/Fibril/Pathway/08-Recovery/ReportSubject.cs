using System.Text.Json;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>The session a report is about, with its person and the day after it; null day before its last needle contact.</summary>
public sealed record ReportSubject(Clinic Clinic, Patient Patient, Session Session, int? Day)
{
    /// <exception cref="NotHereException">No such session in this clinic, or another person's.</exception>
    public static async Task<ReportSubject> LoadAsync(ClinicDb db, Caller caller, Guid sessionId, CancellationToken stop = default)
    {
        var session = await db.Sessions.AsNoTracking().OneAsync(s => s.Id == sessionId, stop);
        if (!caller.MaySee(session.PatientId))
        {
            throw new NotHereException(nameof(Session));
        }

        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == session.PatientId, stop);
        return new(clinic, patient, session, RecoveryRules.DayOf(session, clinic, caller.Now));
    }

    /// <summary>What the triage knows before any sign; only when the needling is finished.</summary>
    public async Task<Protocol.CheckIn> FactsAsync(ClinicDb db, CancellationToken stop = default)
    {
        var consultation = await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.CourseId == Session.CourseId, stop);
        var aftercare = await SheetFacts.ReadAsync(db, Session, Patient, Clinic, stop);
        var chart = await db.ChartEntries.AsNoTracking().Where(e => e.PatientId == Patient.Id).ToListAsync(stop);
        var conditions = CheckInFacts.Conditions(consultation, chart, await JudgedAsync(db, stop));
        return CheckInFacts.Of(Session, Day!.Value, Patient, conditions, aftercare.Antiviral);
    }

    /// <summary>A case file that cannot be read leaves what the person answered.</summary>
    private async Task<Protocol.CaseFile?> JudgedAsync(ClinicDb db, CancellationToken stop)
    {
        var screening = await ScreeningQueries.CurrentAsync(db, Session.CourseId, stop);
        try
        {
            return screening is null ? null : Protocol.CaseFile.FromJson(screening.CaseJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
