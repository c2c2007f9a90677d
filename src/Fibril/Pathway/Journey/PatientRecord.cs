using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey;

/// <summary>One person's whole record for staff: opening it is written down.</summary>
public sealed class PatientRecord(ClinicDb db, Caller caller, CourseReader reader, CourseTimeline timeline)
{
    public sealed record CourseView(Course Course, CourseStatus Status, IReadOnlyList<TimelineEvent> Events);

    public sealed record Record(Clinic Clinic, Patient Patient, IReadOnlyList<CourseView> Courses, IReadOnlyList<ChartEntry> Chart);

    /// <exception cref="NotHereException">No such person in this clinic.</exception>
    public async Task<Record> Handle(Guid patientId, CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == patientId, stop);
        var courses = await db.Courses.AsNoTracking().Where(c => c.PatientId == patientId).OrderByDescending(c => c.Number).ToListAsync(stop);
        var facts = await reader.Handle(courses, stop);
        List<CourseView> views = [];
        foreach (var (course, fact) in courses.Zip(facts))
        {
            views.Add(new(course, CourseStatus.Of(fact, clinic.DayOf(caller.Now)), await timeline.Handle(course.Id, stop)));
        }

        await db.ViewAsync(caller.Act("open record"), patientId, stop);
        return new(clinic, patient, views, await db.ChartEntries.AsNoTracking().Where(e => e.PatientId == patientId).ToListAsync(stop));
    }
}
