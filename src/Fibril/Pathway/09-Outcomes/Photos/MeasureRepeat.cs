using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Platform.Jobs;
using Fibril.Practice.Clinics;
using Fibril.Vision.Measures;
using Microsoft.EntityFrameworkCore;
using Photo = Fibril.Pathway.Consultations.Photo;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>A second photograph of the same view on the same day before the first session says how far two photographs of unchanged skin lie apart here.</summary>
public sealed class MeasureRepeat(ClinicDb db, Caller caller, FileStore files) : IReact<PhotoKept>
{
    public async Task HandleAsync(PhotoKept fact, CancellationToken stop)
    {
        var second = await db.Photos.AsNoTracking().OneAsync(p => p.Id == fact.PhotoId, stop);
        if (!second.Counts || await FirstAsync(second, stop) is not { } first || await db.RepeatShots.AnyAsync(r => r.SecondId == second.Id, stop))
        {
            return;
        }

        if (Differences(await files.ReadAsync(first.FileId, ImagePart.Original, stop), await files.ReadAsync(second.FileId, ImagePart.Original, stop)) is [var basis, ..] differences)
        {
            db.Add(new RepeatShot
            {
                CourseId = second.CourseId,
                PatientId = second.PatientId,
                FirstId = first.Id,
                SecondId = second.Id,
                Basis = basis.Basis.ToString(),
                Differences = RepeatShot.Keyed(differences),
                MeasuredAt = caller.Now,
            });
            await db.SaveAsync(caller.Act("measure repeat error"), stop);
        }
    }

    private static IReadOnlyList<RepeatDifference> Differences(byte[]? first, byte[]? second)
    {
        try
        {
            using var one = first is null ? null : Vision.Photo.Open(first);
            using var two = second is null ? null : Vision.Photo.Open(second);
            return one is null || two is null ? [] : RepeatPair.Of(one, two);
        }
        catch (Exception e) when (Vision.Library.IsMissing(e))
        {
            return []; // the page that compares says so
        }
    }

    /// <summary>The one just before it, of the same view and area, on the same day, with no needling before either.</summary>
    private async Task<Photo?> FirstAsync(Photo second, CancellationToken stop)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var treated = await db.Sessions.AsNoTracking().AnyAsync(s => s.CourseId == second.CourseId && s.NeedlingFinishedAt != null && s.NeedlingFinishedAt < second.TakenAt, stop);
        var earlier = await db.Photos.AsNoTracking().Where(p => p.CourseId == second.CourseId && p.View == second.View && p.Zone == second.Zone && p.TakenAt < second.TakenAt).OrderByDescending(p => p.TakenAt).ToListAsync(stop);
        return treated ? null : earlier.FirstOrDefault(p => p.Counts && clinic.DayOf(p.TakenAt) == clinic.DayOf(second.TakenAt));
    }
}
