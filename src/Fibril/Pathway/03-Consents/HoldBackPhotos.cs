using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consents;

/// <summary>
/// Who says no to photographs in the record is not shown with those that were taken before, nor with one that is taken all the same: each is out of the
/// record until the person allows it, alone or with all by signing so.
/// </summary>
public sealed class HoldBackPhotos(ClinicDb db, Caller caller) : IReact<ConsentSigned>, IReact<PhotoKept>
{
    public Task HandleAsync(ConsentSigned fact, CancellationToken stop) => FollowAsync(fact.CourseId, stop);

    public Task HandleAsync(PhotoKept fact, CancellationToken stop) => FollowAsync(fact.CourseId, stop);

    private async Task FollowAsync(Guid courseId, CancellationToken stop)
    {
        if ((await ConsentQueries.PhotoUsesAsync(db, courseId, stop))[PhotoUse.Record] is not { } inRecord)
        {
            return;
        }

        foreach (var photo in await db.Photos.Where(p => p.CourseId == courseId).ToListAsync(stop))
        {
            if (inRecord)
            {
                photo.AllowForAll(PhotoUse.Record);
            }
            else if (photo.Choice(PhotoUse.Record) is null)
            {
                photo.TakeBackForAll(PhotoUse.Record, caller.Now);
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(caller.Act("follow consent to photos", inRecord ? "the consent allows photographs in the record" : "the consent says no to photographs in the record"), stop);
        }
    }
}
