using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consents;

/// <summary>One course with the consent text as it is composed for today's facts.</summary>
public sealed record ConsentSubject(Course Course, Patient Patient, ComposedConsent Text, ConsentBasis Basis, CandidacyScreening? Screening)
{
    /// <summary>Null when there is no such course, or it is not the calling patient's.</summary>
    public static async Task<ConsentSubject?> FindAsync(ClinicDb db, Caller caller, Guid courseId, CancellationToken stop = default)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(c => c.Id == courseId, stop);
        return course is null || !caller.MaySee(course.PatientId)
            ? null
            : await OfAsync(db, course, stop);
    }

    public static async Task<ConsentSubject> OfAsync(ClinicDb db, Course course, CancellationToken stop = default)
    {
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Id == course.PatientId, stop);
        var consultation = await db.Consultations.AsNoTracking()
            .Where(c => c.CourseId == course.Id).OrderByDescending(c => c.StartedAt).FirstOrDefaultAsync(stop);
        var screening = await db.Screenings.AsNoTracking()
            .Where(s => s.CourseId == course.Id && s.SupersededAt == null).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync(stop);
        var (facts, basis) = ConsentSource.Of(patient, consultation, screening);
        var pack = ProtocolPack.Current;
        var language = pack.ConsentLanguages.Contains(patient.Language) ? patient.Language : pack.ConsentLanguages[0];
        return new(course, patient, ConsentText.Compose(pack, language, facts), basis, screening);
    }

    /// <summary>An unsigned consent that shows this text.</summary>
    public Consent Blank(DateTime now) => new()
    {
        CourseId = Course.Id,
        PatientId = Patient.Id,
        DocumentVersion = Text.Version,
        Language = Text.Language,
        TextShown = Text.FullText,
        TextHash = Text.Hash,
        Basis = Basis,
        OpenedAt = now,
    };
}
