using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary>A pair with whether the rater treated the person.</summary>
public sealed record OpenPair(PhotoPair Pair, bool TreatedByRater);

/// <summary>What waits for one rater.</summary>
/// <param name="Drawn">A pair that was drawn and is not rated yet.</param>
public sealed record RaterQueue(BlindRating? Drawn, IReadOnlyList<OpenPair> Open, int Rated);

/// <summary>Reads which pairs a rater has not seen. Says how many, never whose.</summary>
public sealed class BlindPairs(ClinicDb db, Caller caller)
{
    public async Task<RaterQueue> Handle(CancellationToken stop = default)
    {
        var rater = caller.Who.Id;
        var own = await db.BlindRatings.AsNoTracking().Where(r => r.RaterId == rater).ToListAsync(stop);
        var seen = own.Select(r => (r.BaselinePhotoId, r.FollowUpPhotoId)).ToHashSet();
        var sessions = (await db.Sessions.AsNoTracking().Where(s => s.NeedlingFinishedAt != null && db.Photos.Any(p => p.CourseId == s.CourseId)).ToListAsync(stop)).ToLookup(s => s.CourseId);
        var photos = (await db.Photos.AsNoTracking().ToListAsync(stop)).Where(p => p.Counts).ToLookup(p => p.CourseId);
        var counting = photos.SelectMany(g => g).Select(p => p.Id).ToHashSet();
        var open =
            from course in photos
            where sessions.Contains(course.Key)
            from pair in BlindRules.Pairs(course, [.. sessions[course.Key]], ProtocolPack.Current.OutcomeVisitDays[0])
            where !seen.Contains((pair.Baseline.Id, pair.FollowUp.Id))
            orderby pair.FollowUp.Id
            select new OpenPair(pair, BlindRules.Treated(sessions[course.Key], rater));
        return new(own.Find(r => r.RatedAt is null && counting.Contains(r.BaselinePhotoId) && counting.Contains(r.FollowUpPhotoId)), [.. open], own.Count(r => r.RatedAt is not null));
    }
}
