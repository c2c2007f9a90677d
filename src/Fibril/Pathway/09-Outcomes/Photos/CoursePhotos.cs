using System.Globalization;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>All photographs of one view and area, the first one first.</summary>
public sealed record PhotoSeries(PhotoView View, string? Zone, IReadOnlyList<Photo> Photos)
{
    /// <summary>What later ones are compared with; null while none counts.</summary>
    public Photo? Baseline => View == PhotoView.Sent ? null : Photos.FirstOrDefault(p => p.Counts);

    public IReadOnlyList<Photo> FollowUps => Baseline is { } first ? [.. Photos.Where(p => p.Counts && p != first)] : [];
}

/// <summary>The photographs of a course, by view, with where they stand in time and what they may be used for.</summary>
public sealed record PhotosOfCourse(Clinic Clinic, Patient Patient, Course Course, IReadOnlyList<Session> Sessions, IReadOnlyList<Photo> Photos, IReadOnlyDictionary<PhotoUse, bool?> Allowed)
{
    public IReadOnlyList<PhotoSeries> Series =>
        [.. Photos.GroupBy(p => (p.View, p.Zone)).OrderBy(g => g.Key.View).ThenBy(g => g.Key.Zone).Select(g => new PhotoSeries(g.Key.View, g.Key.Zone, [.. g.OrderBy(p => p.TakenAt)]))];

    public UseStanding Standing(Photo photo, PhotoUse use) => PhotoUseRules.Standing(photo, use, Allowed[use]);

    /// <summary>Where a photograph stands in the course: before the first session, or so many days after one.</summary>
    public string MomentOf(Photo photo) => MomentOf(photo, Sessions, Clinic);

    public static string MomentOf(Photo photo, IReadOnlyList<Session> sessions, Clinic clinic)
    {
        if (sessions.LastOrDefault(s => s.NeedlingFinishedAt <= photo.TakenAt) is not { } session)
        {
            return "before the first session";
        }

        var days = clinic.DayOf(photo.TakenAt).DayNumber - session.HeldOn.DayNumber;
        return days == 0 ? $"right after session {session.Number}" : string.Create(CultureInfo.CurrentCulture, $"{days} {(days == 1 ? "day" : "days")} after session {session.Number}");
    }
}

/// <summary>Reads them.</summary>
public sealed class ReadCoursePhotos(ClinicDb db)
{
    /// <exception cref="NotHereException">No such course in this clinic.</exception>
    public async Task<PhotosOfCourse> Handle(Guid courseId, CancellationToken stop = default)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(c => c.Id == courseId, stop);
        return new(
            await db.Clinics.AsNoTracking().FirstAsync(stop),
            await db.Patients.AsNoTracking().OneAsync(p => p.Id == course.PatientId, stop),
            course,
            await db.Sessions.AsNoTracking().Where(s => s.CourseId == courseId && s.NeedlingFinishedAt != null).OrderBy(s => s.NeedlingFinishedAt).ToListAsync(stop),
            await db.Photos.AsNoTracking().Where(p => p.CourseId == courseId).OrderBy(p => p.TakenAt).ThenBy(p => p.Id).ToListAsync(stop),
            await ConsentQueries.PhotoUsesAsync(db, courseId, stop));
    }
}
