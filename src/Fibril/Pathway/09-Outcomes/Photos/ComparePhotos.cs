using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Vision;
using Fibril.Vision.Measures;
using Microsoft.EntityFrameworkCore;
using Photo = Fibril.Pathway.Consultations.Photo;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>A pair as it is shown.</summary>
/// <param name="Refusal">Why it may not be compared; the result is then null.</param>
/// <param name="Kept">What was kept of this pair last.</param>
/// <param name="Hand">How somebody laid it by clicks; null when it is found by the skin.</param>
public sealed record ComparedPair(
    Clinic Clinic, Patient Patient, Photo Before, Photo After, IReadOnlyList<Session> Sessions, IReadOnlyList<PhotoZone> Zones, HandAlignment? Hand, Decision Refusal, PairResult? Result, SkinChange? Kept)
{
    public string MomentOf(Photo photo) => PhotosOfCourse.MomentOf(photo, Sessions, Clinic);
}

/// <summary>Lays a follow-up onto its baseline and measures what changed, beside the errors of this clinic. Whether it may is asked each time, also when the answer is known.</summary>
public sealed class ComparePhotos(ClinicDb db, Caller caller, FileStore files, PairResults results)
{
    /// <exception cref="NotHereException">No such photographs in this clinic.</exception>
    public async Task<ComparedPair> Handle(Guid beforeId, Guid afterId, CancellationToken stop = default)
    {
        var before = await db.Photos.AsNoTracking().OneAsync(p => p.Id == beforeId, stop);
        var after = await db.Photos.AsNoTracking().OneAsync(p => p.Id == afterId, stop);
        var zones = await db.PhotoZones.AsNoTracking().Where(z => z.PhotoId == beforeId && z.RemovedAt == null).OrderBy(z => z.DrawnAt).ToListAsync(stop);
        var hand = await db.HandAlignments.AsNoTracking().Where(a => a.BeforeId == beforeId && a.AfterId == afterId).OrderByDescending(a => a.LaidAt).FirstOrDefaultAsync(stop);
        var decision = PhotoUseRules.MayCompare(before, after);
        return new(
            await db.Clinics.AsNoTracking().FirstAsync(stop),
            await db.Patients.AsNoTracking().OneAsync(p => p.Id == before.PatientId, stop),
            before,
            after,
            await db.Sessions.AsNoTracking().Where(s => s.CourseId == before.CourseId && s.NeedlingFinishedAt != null).OrderBy(s => s.NeedlingFinishedAt).ToListAsync(stop),
            zones,
            hand,
            decision,
            decision.IsAllowed ? await ResultAsync(before, after, zones, hand, stop) : null,
            await db.SkinChanges.AsNoTracking().Where(c => c.BeforeId == beforeId && c.AfterId == afterId).OrderByDescending(c => c.KeptAt).FirstOrDefaultAsync(stop));
    }

    private async Task<PairResult> ResultAsync(Photo before, Photo after, List<PhotoZone> zones, HandAlignment? hand, CancellationToken stop)
    {
        var errors = await RepeatErrorsAsync(db, stop);
        var key = new PairKey(before.FileId, after.FileId, string.Join(',', zones.Select(z => z.Id)), hand?.Id, errors.Shots);
        return await results.OfAsync(key, async () =>
        {
            var first = await files.ReadAsync(before.FileId, ImagePart.Original, stop);
            var second = await files.ReadAsync(after.FileId, ImagePart.Original, stop);
            return PairResult.Of(first, second, [.. zones.Select(z => new SkinZone(z.Zone, [.. z.Corners.Select(c => (c.X, c.Y))]))], MoveOf(hand), errors.Errors);
        });
    }

    /// <summary>One of the two pictures as it is shown, with a view entry; null when the two are not compared.</summary>
    public async Task<byte[]?> PictureAsync(Guid beforeId, Guid afterId, Func<PairResult, byte[]?> which, CancellationToken stop)
    {
        var pair = await Handle(beforeId, afterId, stop);
        if (pair.Result is not { } result || which(result) is not { } picture)
        {
            return null;
        }

        await db.ViewAsync(caller.Act("open aligned photo"), pair.Patient.Id, stop);
        return picture;
    }

    /// <summary>The clinic's own errors, as far as it has measured them with photographs that still count, and by what they were measured.</summary>
    private static async Task<(RepeatErrors Errors, string Shots)> RepeatErrorsAsync(ClinicDb db, CancellationToken stop)
    {
        var shots = await db.RepeatShots.AsNoTracking().OrderBy(s => s.Id).ToListAsync(stop);
        var ids = shots.SelectMany(s => new[] { s.FirstId, s.SecondId }).ToList();
        var counting = (await db.Photos.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop)).Where(p => p.Counts).Select(p => p.Id).ToHashSet();
        shots = [.. shots.Where(s => counting.Contains(s.FirstId) && counting.Contains(s.SecondId))];
        return (
            RepeatErrors.From(shots.Select(s => s.Read())),
            string.Join(',', shots.Select(s => s.Id)));
    }

    private static Similarity? MoveOf(HandAlignment? hand) => hand is null ? null : HandRules.Lay(hand.Clicks)?.Move;
}
