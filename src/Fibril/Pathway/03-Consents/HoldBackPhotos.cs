using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Consents;

/// <summary>
/// Who says no to photographs in the record is not shown with those that were taken before, nor with one that is taken all the same: each is out of the
/// record until the person allows it.
/// </summary>
public sealed class HoldBackPhotos(ClinicDb db, Caller caller) : IReact<ConsentSigned>, IReact<PhotoKept>
{
    public Task HandleAsync(ConsentSigned fact, CancellationToken stop) => HoldBackAsync(fact.CourseId, stop);

    public Task HandleAsync(PhotoKept fact, CancellationToken stop) => HoldBackAsync(fact.CourseId, stop);

    private async Task HoldBackAsync(Guid courseId, CancellationToken stop)
    {
        if (await ConsentQueries.LastSignedAsync(db, courseId, stop) is null || await ConsentQueries.AllowsAsync(db, courseId, PhotoUse.Record, stop))
        {
            return;
        }

        var shown = (await db.Photos.Where(p => p.CourseId == courseId).ToListAsync(stop)).Where(p => p.Choice(PhotoUse.Record) is null).ToList();
        if (shown.Count > 0)
        {
            shown.ForEach(p => p.TakeBackForAll(PhotoUse.Record, caller.Now));
            await db.SaveAsync(caller.Act("hold back photos", "the consent says no to photographs in the record"), stop);
        }
    }
}
