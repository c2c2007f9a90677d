using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary>The rater's word on a pair that was drawn for them; nobody changes it afterwards.</summary>
public sealed class RateBlindPair(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Say which one looks better, or that there is no difference.")]
        public BlindChoice? Choice { get; set; }

        public BlindAmount? Amount { get; set; }
    }

    /// <exception cref="NotHereException">No pair of this rater.</exception>
    public async Task<FormResult> Handle(Guid ratingId, Input input)
    {
        var rating = await db.BlindRatings.OneAsync(r => r.Id == ratingId && r.RaterId == caller.Who.Id);
        var photos = await db.Photos.AsNoTracking().Where(p => p.Id == rating.BaselinePhotoId || p.Id == rating.FollowUpPhotoId).ToListAsync();
        var decision = BlindRules.MayRate(rating, input.Choice, input.Amount).And(BlindRules.StillStands(photos));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        rating.Rate(input.Choice!.Value, input.Amount, caller.Now);
        await db.SaveAsync(caller.Act("rate pair"));
        return FormResult.Go("/staff/ratings");
    }
}

/// <summary>Opens one side of a pair for its rater, with a view entry on the person.</summary>
public sealed class ShowBlindPhoto(ClinicDb db, Caller caller, FileStore files)
{
    /// <returns>Null when there is no such pair of this rater, or when the photograph was erased, struck out or taken out of the record.</returns>
    public async Task<OpenedImage?> Handle(Guid ratingId, Side side)
    {
        var rating = await db.BlindRatings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == ratingId && r.RaterId == caller.Who.Id);
        var wanted = rating?.PhotoOn(side);
        if (await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == wanted) is not { Counts: true } photo)
        {
            return null;
        }

        await db.ViewAsync(caller.Act("open photo to rate"), photo.PatientId);
        return await files.OpenAsync(photo.FileId);
    }
}
