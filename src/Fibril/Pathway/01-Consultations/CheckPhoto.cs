using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Vision.Quality;
using Microsoft.EntityFrameworkCore;
using V = Fibril.Vision;

namespace Fibril.Pathway.Consultations;

/// <summary>Looks at a photograph that was just taken, alone and beside the first of its view.</summary>
public sealed class CheckPhoto(ClinicDb db, FileStore files, ILogger<CheckPhoto> log)
{
    /// <param name="original">The original as it was stored.</param>
    /// <returns>What is wrong with it; empty when it can be compared.</returns>
    public async Task<IReadOnlyList<PhotoFault>> Handle(Guid courseId, KeepPhoto.Input input, byte[] original)
    {
        var first = await FirstAsync(courseId, input);
        try
        {
            using var photo = V.Photo.Open(original);
            using var baseline = first is null ? null : V.Photo.Open(first);
            if (photo is null)
            {
                return PhotoGateRules.Look(null, input.View!.Value, input.Level);
            }

            var blur = baseline is null ? (double?)null : PhotoFigures.BlurOf(baseline);
            return PhotoGateRules.Look(PhotoFigures.Of(photo, baseline), input.View!.Value, input.Level, blur);
        }
        catch (Exception e) when (V.Library.IsMissing(e))
        {
            log.LogError(e, V.Library.Advice);
            return PhotoGateRules.Look(null, input.View!.Value, input.Level);
        }
    }

    private async Task<byte[]?> FirstAsync(Guid courseId, KeepPhoto.Input input)
    {
        var photos = await db.Photos.AsNoTracking().Where(p => p.CourseId == courseId && p.View == input.View && p.Zone == input.ZoneOrNull).OrderBy(p => p.TakenAt).ToListAsync();
        return photos.FirstOrDefault(p => p.Counts) is { } photo ? await files.ReadAsync(photo.FileId, ImagePart.Original) : null;
    }
}
