using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Outcomes.Photos;

/// <summary>Two photographs of one face, taken one after the other.</summary>
internal static class PhotoPairs
{
    public static async Task<(Patient Patient, Guid Course, Guid Before, Guid After)> PairAsync(this TestClinic clinic, string name)
    {
        var patient = await clinic.AddAsync(TestData.Patient(name, "Pair"));
        await clinic.UseAsync<OpenCourse, FormResult>(u => u.Handle(patient.Id, new() { Title = "Scars" }), staff: clinic.FrontDesk);
        var course = await clinic.ReadAsync(db => db.Courses.Where(c => c.PatientId == patient.Id).Select(c => c.Id).FirstAsync());
        foreach (var picture in new[] { Faces.Baseline, Faces.FollowUp() })
        {
            await clinic.UseAsync<KeepPhoto, FormResult>(u => u.Handle(course, new() { View = PhotoView.Front }, new MemoryStream(picture)), staff: clinic.Practitioner);
            clinic.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        var ids = await clinic.ReadAsync(db => db.Photos.Where(p => p.CourseId == course).OrderBy(p => p.TakenAt).Select(p => p.Id).ToListAsync());
        return (patient, course, ids[0], ids[1]);
    }
}
