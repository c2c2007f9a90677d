using System.Globalization;
using System.IO.Compression;
using System.Text;
using Fibril.Pathway.Consents;
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

    /// <exception cref="NotHereException">No such photographs in this clinic.</exception>
    public async Task<Parcel> Handle(PhotoUse use, Guid beforeId, Guid afterId, CancellationToken stop = default)
    {
        if (use is not (PhotoUse.Teaching or PhotoUse.Publication))
        {
            return Refuse("use-unknown", "Photographs are handed over for teaching or for publication alone.");
        }

        var pair = await compare.Handle(beforeId, afterId, stop);
        IReadOnlyList<Photo> photos = [pair.Before, pair.After];
        var decision = pair.Refusal.And(await MayAsync(photos, use, stop));
        if (!decision.IsAllowed)
        {
            return new(decision, null);
        }

        if (await files.ReadAsync(pair.Before.FileId, ImagePart.Original, stop) is not { } first || await files.ReadAsync(pair.After.FileId, ImagePart.Original, stop) is not { } second)
        {
            return Refuse("picture-erased", "One of the two pictures was erased; nothing can be handed over.");
        }

        var zip = await PackAsync([first, second], pair.Result?.Second, Note(photos, pair.Result, use), stop);
        await db.ViewAsync(caller.Act($"take out photos for {use.ToString().ToLowerInvariant()}"), pair.Patient.Id, stop);
        return new(decision, zip);
    }

    private static Parcel Refuse(string code, string sentence) => new(Decision.Refuse(new Reason(code, sentence, "clinic")), null);

    private async Task<Decision> MayAsync(IReadOnlyList<Photo> photos, PhotoUse use, CancellationToken stop)
    {
        var allowed = await ConsentQueries.PhotoUsesAsync(db, photos[0].CourseId, stop);
        return Decision.From(photos.SelectMany(p => new[] { use, PhotoUse.Record }.Select(u => PhotoUseRules.Standing(p, u, allowed[u])).Where(s => !s.Allowed).Select(s => (Photo: p, Standing: s)))
            .Select(x => new Reason("use-not-allowed", $"{PhotoWords.Of(x.Photo)}: {PhotoWords.Of(x.Standing.Use).ToLowerInvariant()}: {x.Standing.Why}. Ask the person; they can allow it on their own page.", "clinic")));
    }

    private static async Task<byte[]> PackAsync(IReadOnlyList<byte[]> originals, byte[]? aligned, string note, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (original, n) in originals.Select((o, n) => (o, n + 1)))
            {
                await AddAsync(zip, $"{n}-original.{(original is [0xFF, ..] ? "jpg" : "png")}", original, stop);
            }

            if (aligned is not null)
            {
                await AddAsync(zip, "2-aligned.jpg", aligned, stop);
            }

            await AddAsync(zip, "NOTE.txt", Encoding.UTF8.GetBytes(note), stop);
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
