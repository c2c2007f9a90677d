using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>A person's own photographs, the latest first, with what each may be used for and by which choice.</summary>
public sealed class ReadMyPhotos(ClinicDb db, Caller caller)
{
    public sealed record View(TimeZoneInfo Zone, IReadOnlyList<(Photo Photo, IReadOnlyList<UseStanding> Uses)> Photos);

    public async Task<View> Handle(CancellationToken stop = default)
    {
        var photos = await db.Photos.AsNoTracking().Where(p => p.PatientId == caller.Who.Id && p.InvalidatedAt == null).OrderByDescending(p => p.TakenAt).ToListAsync(stop);
        Dictionary<Guid, IReadOnlyDictionary<PhotoUse, bool?>> allowed = [];
        foreach (var course in photos.Select(p => p.CourseId).Distinct())
        {
            allowed[course] = await ConsentQueries.PhotoUsesAsync(db, course, stop);
        }

        return new(
            (await db.Clinics.AsNoTracking().FirstAsync(stop)).Zone,
            [.. photos.Where(p => !p.IsHeld).Select(p => (p, (IReadOnlyList<UseStanding>)[.. Enum.GetValues<PhotoUse>().Select(u => PhotoUseRules.Standing(p, u, allowed[p.CourseId][u]))]))]);
    }
}
