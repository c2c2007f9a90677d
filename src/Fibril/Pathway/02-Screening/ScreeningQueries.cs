using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Screening;

public static class ScreeningQueries
{
    /// <summary>The screening that holds now; null while none was made.</summary>
    public static Task<CandidacyScreening?> CurrentAsync(ClinicDb db, Guid courseId, CancellationToken stop = default) =>
        db.Screenings.Where(s => s.CourseId == courseId && s.SupersededAt == null).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync(stop);

    /// <summary>The screening that held at a moment; null when none did.</summary>
    public static Task<CandidacyScreening?> HeldAtAsync(ClinicDb db, Guid courseId, DateTime at, CancellationToken stop = default) =>
        db.Screenings.Where(s => s.CourseId == courseId && s.DecidedAt <= at && (s.SupersededAt == null || s.SupersededAt > at)).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync(stop);

    /// <summary>The case file of what is known now, for a day; null while no area was chosen and no plan exists.</summary>
    /// <param name="on">Day of the assessment; null is today in the clinic.</param>
    public static async Task<CaseFile?> CaseAsync(ClinicDb db, Intake intake, DateTime now, DateOnly? forOn, PlanFacts? plan = null, DateOnly? on = null, CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var chart = await db.ChartEntries.AsNoTracking().Where(e => e.PatientId == intake.Patient.Id).ToListAsync(stop);
        ScreeningInput input = new(
            intake.Patient,
            intake.Consultation,
            [.. chart.OrderBy(e => e.StartedOn).ThenBy(e => e.Id)],
            clinic.Jurisdiction,
            on ?? clinic.DayOf(now),
            forOn,
            plan);
        return ScreeningCase.Build(ProtocolPack.Current, input);
    }

    /// <summary>The plan that a stored screening judged, when it was a real plan and not only what was asked.</summary>
    public static PlanFacts? PlanOf(CandidacyScreening? screening) =>
        screening is { IsPlanned: true } && CaseReader.Read(ProtocolPack.Current, screening.CaseJson).Case is { } file ? file.Plan with { SessionDate = null } : null;

    /// <summary>What is known now, written as if on the day of a stored screening: equal text means nothing has changed.</summary>
    public static Task<CaseFile?> CaseLikeAsync(ClinicDb db, Intake intake, CandidacyScreening screening, DateTime now, CancellationToken stop = default)
    {
        var then = CandidacyDecision.FromJson(screening.DecisionJson);
        return CaseAsync(db, intake, now, then.SessionDate, PlanOf(screening), then.On, stop);
    }
}
