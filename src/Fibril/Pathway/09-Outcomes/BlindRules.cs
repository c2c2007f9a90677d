using Fibril.Pathway.Consultations;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>Two photographs that may be compared.</summary>
public sealed record PhotoPair(Guid CourseId, Guid PatientId, Photo Baseline, Photo FollowUp);

/// <summary>Which photographs are laid side by side, in which order, and what a rating says once it is given.</summary>
public static class BlindRules
{
    /// <summary>
    /// For each view and area of one course: the last photograph before the first session, and the last one taken when a result may be judged.
    /// Redness of the days after a session would tell which is which. Source: clinical.md 7, rater hygiene.
    /// </summary>
    /// <param name="sessions">Of the course, in any order.</param>
    /// <param name="judgedAfterDays">The first of the protocol's days.</param>
    public static IEnumerable<PhotoPair> Pairs(IEnumerable<Photo> photos, IReadOnlyCollection<Session> sessions, int judgedAfterDays)
    {
        var held = sessions.Where(s => s is { NeedlingStartedAt: not null, NeedlingFinishedAt: not null }).ToList();
        if (held.Count == 0)
        {
            yield break;
        }

        var (first, from) = (held.Min(s => s.NeedlingStartedAt!.Value), held.Max(s => s.NeedlingFinishedAt!.Value).AddDays(judgedAfterDays));
        foreach (var view in photos.Where(p => p.Counts && p.View != PhotoView.Sent).GroupBy(p => (p.View, p.Zone)))
        {
            var ordered = view.OrderBy(p => p.TakenAt).ToList();
            if (ordered.FindLast(p => p.TakenAt < first) is { } baseline && ordered.FindLast(p => p.TakenAt >= from) is { } followUp)
            {
                yield return new(baseline.CourseId, baseline.PatientId, baseline, followUp);
            }
        }
    }

    /// <summary>One of several, and the order of its two, from one number: the same number gives the same again.</summary>
    /// <param name="count">At least one.</param>
    public static (int Index, bool BaselineOnLeft) Shuffle(int seed, int count)
    {
        var mixed = Mix((uint)seed);
        return ((int)(mixed % (uint)count), (Mix(mixed) & 1) == 0);
    }

    /// <summary>Had the rater a hand in it: signed it, or ticked a check of its gate.</summary>
    public static bool Treated(IEnumerable<Session> sessions, Guid rater) =>
        sessions.Any(s => s.SignedById == rater || s.Gate.Any(t => t.ById == rater));

    public static Decision MayRate(BlindRating rating, BlindChoice? choice, BlindAmount? amount)
    {
        if (rating.RatedAt is not null)
        {
            return Decision.Refuse(new Reason("already-rated", "This pair is rated. Ask for the next one.", "clinic"));
        }

        return choice is BlindChoice.Left or BlindChoice.Right && amount is null
            ? Decision.Refuse(new Reason("amount-missing", "Say how much better it looks.", "clinic"))
            : Decision.Allow();
    }

    /// <summary>A rating of photographs that were struck out or taken out of the record since they were drawn would say nothing.</summary>
    /// <param name="photos">The two of the pair.</param>
    public static Decision StillStands(IReadOnlyCollection<Photo> photos) => photos.Count(p => p.Counts) == 2
        ? Decision.Allow()
        : Decision.Refuse(new Reason("pair-gone", "One of the two photographs does not count any more. Ask for the next pair.", "clinic"));

    /// <summary>From −3, much worse after, to 3, much better after; null while not rated or when the two cannot be compared. This is where a rating loses its blindness.</summary>
    public static int? GainOf(BlindRating rating) => rating.Choice switch
    {
        BlindChoice.NoDifference => 0,
        BlindChoice.Left => rating.BaselineOnLeft ? -Amount(rating) : Amount(rating),
        BlindChoice.Right => rating.BaselineOnLeft ? Amount(rating) : -Amount(rating),
        _ => null,
    };

    public static string GainWords(int? gain) => gain switch
    {
        null => "cannot be compared",
        0 => "no difference",
        > 0 => $"{AmountWords(gain.Value)} better after",
        _ => $"{AmountWords(-gain.Value)} worse after",
    };

    private static string AmountWords(int amount) => amount switch { 1 => "slightly", 2 => "clearly", _ => "very much" };

    private static int Amount(BlindRating rating) => (int)(rating.Amount ?? BlindAmount.Slightly);

    /// <summary>Every bit of the answer hangs on every bit of the number (finaliser of MurmurHash3).</summary>
    private static uint Mix(uint x)
    {
        unchecked
        {
            x = (x ^ (x >> 16)) * 0x85ebca6b;
            x = (x ^ (x >> 13)) * 0xc2b2ae35;
            return x ^ (x >> 16);
        }
    }
}
