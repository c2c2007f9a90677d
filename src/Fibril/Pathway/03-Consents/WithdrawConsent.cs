using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consents;

/// <summary>Takes a consent back: by the person, or by staff who were told. A reason is welcome, never asked for.</summary>
public sealed class WithdrawConsent(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is nothing of the caller's to withdraw.</returns>
    public async Task<FormResult?> Handle(Guid courseId, string? why)
    {
        var consent = await ConsentQueries.LastSignedAsync(db, courseId);
        if (consent is null || !caller.MaySee(consent.PatientId))
        {
            return null;
        }

        if (consent.WithdrawnAt is null)
        {
            var reason = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
            consent.Withdraw(reason, caller.Who.Name, caller.Now);
            db.Tell(new ConsentWithdrawn(courseId, consent.PatientId, consent.Id));
            await db.SaveAsync(caller.Act("withdraw consent", reason));
        }

        return FormResult.Go(ConsentLinks.For(caller, courseId));
    }
}

/// <summary>Takes back one use of photographs; everything else stands.</summary>
public sealed class WithdrawPhotoUse(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is nothing of the caller's to withdraw.</returns>
    public async Task<FormResult?> Handle(Guid courseId, PhotoUse use)
    {
        var consents = await db.Consents.Where(c => c.CourseId == courseId).ToListAsync();
        if (consents.Count == 0 || !caller.MaySee(consents[0].PatientId))
        {
            return null;
        }

        foreach (var consent in consents.Where(c => c.Allows(use)))
        {
            consent.Disallow(use, caller.Now);
            db.Tell(new PhotoUseWithdrawn(courseId, consent.PatientId, consent.Id, use));
        }

        // Also where one photograph was allowed by itself: what is taken back for all is taken back for each.
        foreach (var photo in await db.Photos.Where(p => p.CourseId == courseId).ToListAsync())
        {
            photo.TakeBackForAll(use, caller.Now);
        }

        await db.SaveAsync(caller.Act($"withdraw photo use: {use.ToString().ToLowerInvariant()}"));
        return FormResult.Go(ConsentLinks.For(caller, courseId));
    }
}

/// <summary>Allows one use of photographs, with as many presses as taking it back; the treatment and every other use stand as they were.</summary>
public sealed class AllowPhotoUse(ClinicDb db, Caller caller)
{
    /// <returns>Null when nothing of the caller's was ever signed.</returns>
    public async Task<FormResult?> Handle(Guid courseId, PhotoUse use)
    {
        var consent = await ConsentQueries.LastSignedAsync(db, courseId);
        if (consent is null || !caller.MaySee(consent.PatientId))
        {
            return null;
        }

        consent.Allow(use, caller.Now);
        foreach (var photo in await db.Photos.Where(p => p.CourseId == courseId).ToListAsync())
        {
            photo.AllowForAll(use);
        }

        await db.SaveAsync(caller.Act($"allow photo use: {use.ToString().ToLowerInvariant()}"));
        return FormResult.Go(ConsentLinks.For(caller, courseId));
    }
}
