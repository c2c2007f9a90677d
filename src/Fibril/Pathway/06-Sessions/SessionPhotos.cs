using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>A photograph as it belonged to the session when that was signed: copied, so that the record says what was there.</summary>
/// <param name="Moment">before or after.</param>
/// <param name="Name">View and area.</param>
/// <param name="File">SHA-256 of the encrypted original, hexadecimal.</param>
public sealed record SignedPhoto(Guid PhotoId, string Moment, string Name, DateTime TakenAt, string TakenByName, string File);

/// <summary>One view and area with the photograph from before the needle and the one from after.</summary>
public sealed record PhotoPair(PhotoView View, string? Zone, Photo? Before, Photo? After);

/// <summary>The photographs of a session: which of the course's belong to it, and the files behind them.</summary>
/// <param name="OfCourse">All of the course.</param>
/// <param name="Files">SHA-256 of each encrypted original, by file id.</param>
public sealed record SessionPhotos(IReadOnlyList<PhotoPair> Pairs, IReadOnlyList<Photo> OfCourse, IReadOnlyDictionary<Guid, string> Files)
{
    /// <summary>As they are written into the record.</summary>
    public List<SignedPhoto> ToSign() => [.. Pairs.SelectMany(p => new[] { (p.Before, "before"), (p.After, "after") }).Where(p => p.Item1 is not null).Select(p => Copy(p.Item1!, p.Item2))];

    internal static async Task<SessionPhotos> LoadAsync(ClinicDb db, Session session, Clinic clinic, CancellationToken stop)
    {
        var photos = await db.Photos.AsNoTracking().Where(p => p.CourseId == session.CourseId).OrderBy(p => p.TakenAt).ThenBy(p => p.Id).ToListAsync(stop);
        var last = await db.Sessions.AsNoTracking().Where(s => s.CourseId == session.CourseId && s.OpenedAt < session.OpenedAt && s.NeedlingFinishedAt != null)
            .OrderByDescending(s => s.OpenedAt).FirstOrDefaultAsync(stop);
        var ids = photos.ConvertAll(p => p.FileId);
        return new(
            SessionPhotoRules.Pairs(session, last?.HeldOn, photos, clinic.Zone),
            photos,
            await db.StoredFiles.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, stop));
    }

    private SignedPhoto Copy(Photo photo, string moment) => new(photo.Id, moment, PhotoWords.Of(photo), photo.TakenAt, photo.TakenByName, Files.GetValueOrDefault(photo.FileId, ""));
}
