using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>One course's consultation with whom it is about, and the questions that apply to what is asked.</summary>
public sealed record Intake(Course Course, Patient Patient, Consultation Consultation)
{
    /// <summary>The health questions that apply, in the order they are asked.</summary>
    public IReadOnlyList<Question> Questions { get; } = IntakeRules.Questions(ProtocolPack.Current, Patient, Consultation);

    /// <summary>Null when there is no such course in this clinic, or when it is another patient's. A course without a consultation begins one with the next save.</summary>
    public static async Task<Intake?> FindAsync(ClinicDb db, Caller caller, Guid courseId, CancellationToken stop = default)
    {
        var course = await db.Courses.FirstOrDefaultAsync(c => c.Id == courseId, stop);
        if (course is null || !caller.MaySee(course.PatientId))
        {
            return null;
        }

        var patient = await db.Patients.FirstAsync(p => p.Id == course.PatientId, stop);
        var consultation = await db.Consultations.FirstOrDefaultAsync(c => c.CourseId == courseId, stop)
            ?? db.Add(new Consultation { CourseId = courseId, PatientId = patient.Id, StartedAt = caller.Now }).Entity;
        return new(course, patient, consultation);
    }

    /// <summary>Saves what was answered; after "that is all" the later stages hear of every change.</summary>
    public async Task SaveAsync(ClinicDb db, Caller caller, string verb, string what)
    {
        if (Consultation.SubmittedAt is not null)
        {
            db.Tell(new ConsultationChanged(Course.Id, Patient.Id, Consultation.Id, what));
        }

        await db.SaveAsync(caller.Act(verb, personId: Patient.Id));
    }

    /// <summary>Who typed an answer, as it stands beside it.</summary>
    public static string By(Caller caller) => caller.IsPatient ? "patient" : caller.Who.Name;
}
