using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consents;

/// <summary>What later stages ask of consents.</summary>
public static class ConsentQueries
{
    /// <summary>The latest consent of a course, signed or not, valid or not; null when none was opened.</summary>
    public static Task<Consent?> CurrentAsync(ClinicDb db, Guid courseId, CancellationToken stop = default) =>
        db.Consents.Where(c => c.CourseId == courseId).OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(stop);

    /// <summary>The latest signed consent of a course, also when it was withdrawn or went stale since.</summary>
    public static Task<Consent?> LastSignedAsync(ClinicDb db, Guid courseId, CancellationToken stop = default) =>
        db.Consents.Where(c => c.CourseId == courseId && c.SignedAt != null).OrderByDescending(c => c.SignedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(stop);

    /// <summary>Does a valid consent stand on a day, for the text as it is composed now?</summary>
    public static async Task<Protocol.Decision> HoldsAsync(ClinicDb db, Course course, DateOnly day, CancellationToken stop = default) =>
        ConsentRules.IsValidFor(await LastSignedAsync(db, course.Id, stop), day, (await ConsentSubject.OfAsync(db, course, stop)).Text.Hash);

    /// <summary>May photographs of this course be used so? The last choice made counts; silence is no.</summary>
    public static async Task<bool> AllowsAsync(ClinicDb db, Guid courseId, PhotoUse use, CancellationToken stop = default) =>
        (await PhotoUsesAsync(db, courseId, stop))[use] ?? false;

    /// <summary>The same for every use; null where nothing was signed.</summary>
    public static async Task<IReadOnlyDictionary<PhotoUse, bool?>> PhotoUsesAsync(ClinicDb db, Guid courseId, CancellationToken stop = default)
    {
        var signed = await db.Consents.AsNoTracking().Where(c => c.CourseId == courseId && c.SignedAt != null).OrderByDescending(c => c.SignedAt).ThenByDescending(c => c.Id).ToListAsync(stop);
        return Enum.GetValues<PhotoUse>().ToDictionary(u => u, u => signed.Count == 0 ? (bool?)null : signed.Find(c => c.PhotoUses.Any(p => p.Use == u))?.Allows(u) ?? false);
    }
}
