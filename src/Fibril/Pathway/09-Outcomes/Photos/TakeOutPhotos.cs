using System.Globalization;
using System.IO.Compression;
using System.Text;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>
/// Hands photographs over for teaching or publication, when the person allows that at this moment: the originals, the aligned picture when there is one,
/// and a note of what was done to it. No name, no date, no place.
/// </summary>
public sealed class TakeOutPhotos(ClinicDb db, Caller caller, FileStore files, ComparePhotos compare)
{
    /// <param name="Zip">Null when it is refused.</param>
    public sealed record Parcel(Decision Decision, byte[]? Zip);

    /// <param name="beforeId">Null for one photograph alone.</param>
    /// <exception cref="NotHereException">No such photograph in this clinic.</exception>
    public async Task<Parcel> Handle(PhotoUse use, Guid? beforeId, Guid photoId, CancellationToken stop = default)
    {
        var pair = beforeId is { } id ? await compare.Handle(id, photoId, stop) : null;
        var photo = pair?.After ?? await db.Photos.AsNoTracking().OneAsync(p => p.Id == photoId, stop);
        IReadOnlyList<Photo> photos = pair is null ? [photo] : [pair.Before, photo];
        var decision = (pair?.Refusal ?? Decision.Allow()).And(await MayAsync(photos, use, stop));
        if (!decision.IsAllowed)
        {
            return new(decision, null);
        }

        var zip = await PackAsync(photos, pair?.Result, use, stop);
        await db.ViewAsync(caller.Act($"take out photos for {use.ToString().ToLowerInvariant()}"), photo.PatientId, stop);
        return new(decision, zip);
    }

    private async Task<Decision> MayAsync(IReadOnlyList<Photo> photos, PhotoUse use, CancellationToken stop)
    {
        var allowed = await ReadCoursePhotos.AllowedAsync(db, photos[0].CourseId, stop);
        return Decision.From(photos.SelectMany(p => new[] { use, PhotoUse.Record }.Select(u => PhotoUseRules.Standing(p, u, allowed[u])).Where(s => !s.Allowed).Select(s => (Photo: p, Standing: s)))
            .Select(x => new Reason("use-not-allowed", $"{PhotoWords.Of(x.Photo)}: {PhotoWords.Of(x.Standing.Use).ToLowerInvariant()}: {x.Standing.Why}. Ask the person; they can allow it on their own page.", "clinic")));
    }

    private async Task<byte[]> PackAsync(IReadOnlyList<Photo> photos, PairResult? result, PhotoUse use, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (photo, n) in photos.Select((p, n) => (p, n + 1)))
            {
                var original = await files.ReadAsync(photo.FileId, ImagePart.Original, stop);
                await AddAsync(zip, $"{n}-original.{(original is [0xFF, ..] ? "jpg" : "png")}", original ?? [], stop);
            }

            if (result?.Second is { } aligned)
            {
                await AddAsync(zip, "2-aligned.jpg", aligned, stop);
            }

            await AddAsync(zip, "NOTE.txt", Encoding.UTF8.GetBytes(Note(photos, result, use)), stop);
        }

        return bytes.ToArray();
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken stop)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(stop);
        await entry.WriteAsync(content, stop);
    }

    private static string Note(IReadOnlyList<Photo> photos, PairResult? result, PhotoUse use)
    {
        List<string> lines = [$"Allowed for: {PhotoWords.Of(use).ToLowerInvariant()}. The person can take this back; then these files must no longer be used."];
        lines.AddRange(photos.Select((p, n) => $"{n + 1}-original: {PhotoWords.Of(p)}. The pixels are as the camera coded them; position and other hidden data were taken out."));
        if (result is { Second: not null, Alignment: { } a })
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"2-aligned: turned by {a.Transform.Degrees:0.0} degrees, scaled by {a.Transform.Scale:0.000} and moved onto 1{(a.ByHand ? " by clicks" : $"; fit {a.Quality:0.00} of 1")}. {ColourWords.Of(result.Basis)} Nothing else was changed."));
        }

        return string.Join("\r\n", lines) + "\r\n";
    }
}
