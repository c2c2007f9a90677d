using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>Keeps in the record what a pair is measured to differ, as somebody sees it: from then on it stands on the time axis of the course.</summary>
public sealed class KeepMeasures(ClinicDb db, Caller caller, ComparePhotos compare)
{
    /// <exception cref="NotHereException">No such photographs in this clinic.</exception>
    public async Task<FormResult> Handle(Guid beforeId, Guid afterId)
    {
        var pair = await compare.Handle(beforeId, afterId);
        if (!pair.Refusal.IsAllowed)
        {
            return FormResult.Refuse(pair.Refusal);
        }

        if (pair.Result is not { Measures.Count: > 0 } result)
        {
            return FormResult.Refuse("pair-unmeasured", "The two could not be laid onto each other, so nothing was measured. Lay them by three clicks first.");
        }

        if (pair.Kept?.Same(result.Measures) != true)
        {
            db.Add(new SkinChange
            {
                CourseId = pair.After.CourseId,
                PatientId = pair.After.PatientId,
                BeforeId = beforeId,
                AfterId = afterId,
                Measures = [.. SkinChange.Of(result.Measures)],
                Basis = result.Basis.ToString(),
                KeptAt = caller.Now,
                KeptByName = caller.Who.Name,
            });
            await db.SaveAsync(caller.Act("keep skin measures"));
        }

        return FormResult.Go(PairLinks.Of(beforeId, afterId));
    }
}
