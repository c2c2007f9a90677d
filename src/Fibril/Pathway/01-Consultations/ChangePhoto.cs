using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consultations;

/// <summary>Strikes a photograph out with a reason; it stays to be looked at.</summary>
public sealed class InvalidatePhoto(ClinicDb db, Caller caller)
{
    public async Task<FormResult> Handle(Guid photoId, string? reason)
    {
        if (await db.Photos.FirstOrDefaultAsync(p => p.Id == photoId) is not { } photo)
        {
            return Missing.Photo;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Say why this photograph does not count.");
        }

        photo.Invalidate(reason.Trim(), caller.Now);
        await db.SaveAsync(caller.Act("invalidate photo", reason.Trim(), photo.PatientId));
        return FormResult.Go(PhotoLinks.OfCourse(photo.CourseId));
    }

    /// <summary>A held one makes room for the next: struck out for what was found, on to the camera with the same view.</summary>
    /// <param name="session">The session that it is taken for; null for none.</param>
    public async Task<FormResult> RetakeAsync(Guid photoId, Guid? session = null)
    {
        if (await db.Photos.FirstOrDefaultAsync(p => p.Id == photoId) is not { } photo)
        {
            return Missing.Photo;
        }

        if (photo.IsHeld)
        {
            photo.Invalidate("Taken again: " + string.Join(" ", photo.Faults.Select(f => f.Sentence)), caller.Now);
            await db.SaveAsync(caller.Act("retake photo", photo.InvalidatedWhy, photo.PatientId));
        }

        return FormResult.Go(PhotoLinks.Take(photo.CourseId, photo.View, photo.Zone, session));
    }
}

/// <summary>Keeps a held photograph all the same, with the reason beside what was found.</summary>
public sealed class KeepHeldPhoto(ClinicDb db, Caller caller)
{
    /// <param name="session">The session that it was taken for; null for none.</param>
    public async Task<FormResult> Handle(Guid photoId, string? reason, Guid? session = null)
    {
        if (await db.Photos.FirstOrDefaultAsync(p => p.Id == photoId) is not { } photo)
        {
            return Missing.Photo;
        }

        if (!photo.IsHeld)
        {
            return FormResult.Go(PhotoLinks.Home(photo.CourseId, session));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return FormResult.Refuse("reason-missing", "Say why it is kept all the same, such as: the person cannot turn the head further.");
        }

        photo.Keep(reason.Trim(), caller.Who.Name);
        db.Tell(new PhotoKept(photo.CourseId, photo.PatientId, photo.Id));
        await db.SaveAsync(caller.Act("keep held photo", reason.Trim(), photo.PatientId));
        return FormResult.Go(PhotoLinks.Home(photo.CourseId, session));
    }
}

/// <summary>The person allows one use of one photograph, or takes it back: one button either way.</summary>
public sealed class ChoosePhotoUse(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such photograph of this person.</exception>
    public async Task<FormResult> Handle(Guid photoId, PhotoUse use, bool allow)
    {
        var photo = await db.Photos.OneAsync(p => p.Id == photoId && p.PatientId == caller.Who.Id);
        if (allow)
        {
            photo.Allow(use, caller.Now);
        }
        else
        {
            photo.Disallow(use, caller.Now);
        }

        await db.SaveAsync(caller.Act(allow ? "allow photo use" : "withdraw photo use", use.ToString()));
        return FormResult.Go("/my/photos");
    }
}
