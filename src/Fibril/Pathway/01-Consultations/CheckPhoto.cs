using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Vision.Files;
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
            using var photo = Open(original);
            using var baseline = first is null ? null : Open(first);
            if (photo is null)
            {
                return PhotoGateRules.Look(null, input.View!.Value, input.Level);
            }

            var blur = baseline is null ? (double?)null : PhotoFigures.Of(baseline).Blur;
            return PhotoGateRules.Look(PhotoFigures.Of(photo, baseline), input.View!.Value, input.Level, blur);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            log.LogError(e, "OpenCV's library cannot be loaded; on Debian: apt-get install libgtk-3-0");
            return PhotoGateRules.Look(null, input.View!.Value, input.Level);
        }
    }

    private async Task<byte[]?> FirstAsync(Guid courseId, KeepPhoto.Input input)
    {
        var photos = await db.Photos.AsNoTracking().Where(p => p.CourseId == courseId && p.View == input.View && p.Zone == input.ZoneOrNull).OrderBy(p => p.TakenAt).ToListAsync();
        return photos.FirstOrDefault(p => p.Counts) is { } photo ? await files.ReadAsync(photo.FileId, ImagePart.Original) : null;
    }

    private static V.Photo? Open(byte[] bytes) => PhotoFile.Header(bytes) is { } header ? V.Photo.Open(bytes, header) : null;
}
