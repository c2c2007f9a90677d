using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>Begins a course and its consultation: by staff for a patient, or by the patient when none is open.</summary>
public sealed class OpenCourse(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Say in a few words what it is about, such as: acne scars, both cheeks.")]
        [StringLength(200)]
        public string? Title { get; set; }
    }

    public async Task<FormResult> Handle(Guid patientId, Input input)
    {
        if (!caller.MaySee(patientId) || !await db.Patients.AnyAsync(p => p.Id == patientId))
        {
            return FormResult.Refuse("patient-unknown", "There is no such patient in this clinic.");
        }

        var courses = await db.Courses.Where(c => c.PatientId == patientId).OrderBy(c => c.Number).ToListAsync();
        if (caller.IsPatient && courses.LastOrDefault(c => c.ClosedAt is null) is { } open)
        {
            return FormResult.Go(IntakeLinks.Home(caller, open.Id));
        }

        var number = courses.Select(c => c.Number).DefaultIfEmpty().Max() + 1;
        var course = db.Add(new Course { PatientId = patientId, Number = number, Title = input.Title!.Trim(), OpenedAt = caller.Now }).Entity;
        db.Add(new Consultation { CourseId = course.Id, PatientId = patientId, StartedAt = caller.Now });
        await db.SaveAsync(caller.Act("open course", personId: patientId));
        return FormResult.Go(IntakeLinks.Home(caller, course.Id));
    }
}
