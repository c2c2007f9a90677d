using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;
using Sheet = Fibril.Protocol.Aftercare;

namespace Fibril.Pathway.Aftercare;

/// <summary>One session's aftercare as it stands today: what is in force, what is normal, what may start again.</summary>
public sealed record AftercareView(
    Clinic Clinic,
    Patient Patient,
    Session Session,
    AftercareSheet Sheet,
    DateOnly Today,
    int Day,
    IReadOnlyList<SheetRow> Now,
    HealingDay Normal,
    HealingDay NormalTomorrow,
    IReadOnlyList<ResumeItem> Resume);

/// <summary>Reads it for staff, or for the person whose session it was.</summary>
public sealed class ReadSheet(ClinicDb db, Caller caller, IssueSheet issue)
{
    /// <summary>Null while the needling is not finished.</summary>
    /// <exception cref="NotHereException">No such session of this person in this clinic.</exception>
    public async Task<AftercareView?> Handle(Guid sessionId, CancellationToken stop = default)
    {
        var session = await db.Sessions.AsNoTracking()
            .OneAsync(s => s.Id == sessionId && (!caller.IsPatient || s.PatientId == caller.Who.Id), stop);
        if (session.NeedlingFinishedAt is null)
        {
            return null;
        }

        await issue.HandleAsync(new NeedlingFinished(session.CourseId, session.PatientId, session.Id), stop); // the fact may still be on its way
        var sheet = await db.AftercareSheets.AsNoTracking().OneAsync(s => s.SessionId == sessionId, stop);
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == session.PatientId, stop);
        var facts = await SheetFacts.ReadAsync(db, session, patient, clinic, stop);
        var today = clinic.DayOf(caller.Now);
        var day = SheetRules.DayOf(facts, today);
        return new(
            clinic, patient, session, sheet, today, day, SheetRules.InForce(sheet.Rows, today),
            Healing.NormalOn(ProtocolPack.Current, day, facts.DeepestMm),
            Healing.NormalOn(ProtocolPack.Current, day + 1, facts.DeepestMm),
            Sheet.ResumeCalendar(ProtocolPack.Current, facts));
    }
}
