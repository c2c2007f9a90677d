using System.Security.Cryptography;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Outcomes;

/// <summary>Draws the next pair for a rater by lot, and its order; one that was drawn before and not rated comes first.</summary>
public sealed class DrawBlindPair(ClinicDb db, Caller caller, BlindPairs pairs)
{
    public static string PageOf(Guid rating) => $"/staff/ratings/{rating}";

    public async Task<FormResult> Handle()
    {
        var queue = await pairs.Handle();
        if (queue.Drawn is { } drawn)
        {
            return FormResult.Go(PageOf(drawn.Id));
        }

        // Whoever did not treat the person is the better judge: other pairs come last.
        List<OpenPair> from = [.. queue.Open.Where(p => !p.TreatedByRater)];
        from = from.Count > 0 ? from : [.. queue.Open];
        if (from.Count == 0)
        {
            return FormResult.Refuse("no-pair", "No pair waits for you: a photograph of the same view is needed from before the first session and from the time when a result may be judged.");
        }

        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var (index, baselineOnLeft) = BlindRules.Shuffle(seed, from.Count);
        var (pair, treated) = from[index];
        var rating = db.Add(new BlindRating
        {
            CourseId = pair.CourseId,
            PatientId = pair.PatientId,
            BaselinePhotoId = pair.Baseline.Id,
            FollowUpPhotoId = pair.FollowUp.Id,
            Seed = seed,
            BaselineOnLeft = baselineOnLeft,
            RaterId = caller.Who.Id,
            RaterName = caller.Who.Name,
            TreatedByRater = treated,
            DrawnAt = caller.Now,
        }).Entity;
        await db.SaveAsync(caller.Act("draw pair to rate"));
        return FormResult.Go(PageOf(rating.Id));
    }
}
