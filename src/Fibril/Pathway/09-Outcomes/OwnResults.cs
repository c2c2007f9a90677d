using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>What of a person decides whose results are compared.</summary>
public sealed record LikeWhom(string Indication, string PhototypeGroup, string Depth);

/// <summary>How the clinic's own people fared: a spread, never one number.</summary>
/// <param name="InPercent">Gain in percent of the first score; otherwise in points of the scale.</param>
/// <param name="Same">In what they are like this person, in words.</param>
/// <param name="Dropped">In what they may differ, since too few were like in it.</param>
public sealed record OwnSpread(Scale Scale, bool InPercent, Quartiles Gain, IReadOnlyList<string> Same, IReadOnlyList<string> Dropped);

/// <summary>Change at the protocol's review, of people like this one in this clinic.</summary>
public static class OwnResultRules
{
    private static readonly (string Word, Func<LikeWhom, string> Of, Func<RegistryCourse, string> Theirs)[] Likeness =
    [
        ("what is treated", l => l.Indication, c => c.Indication),
        ("group of skin types", l => l.PhototypeGroup, c => RegistryBands.PhototypeGroup(c.Phototype)),
        ("depth", l => l.Depth, c => c.Depth),
    ];

    /// <summary>
    /// As alike as there are enough: first in all three, then without the depth, then without the skin type. What is treated is never dropped.
    /// What is unknown of the person cannot be alike and is dropped from the start.
    /// </summary>
    /// <returns>Null when there are too few to say.</returns>
    public static OwnSpread? Of(ProtocolPack pack, IEnumerable<RegistryCourse> courses, LikeWhom person, Guid self)
    {
        var rated = courses.Where(c => c.AtReview is not null && c.CourseId != self).ToList();
        if (!IsKnown(person.Indication))
        {
            return null;
        }

        for (var kept = Likeness.Length; kept > 0; kept--)
        {
            var same = Likeness.Take(kept).Where(l => IsKnown(l.Of(person))).ToList();
            var alike = rated.Where(c => same.TrueForAll(l => l.Of(person) == l.Theirs(c))).Select(c => c.AtReview!);
            if (alike.GroupBy(r => r.Scale).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault() is { } most && Spread(pack.Scale(most.Key), most) is { } spread)
            {
                return new(pack.Scale(most.Key), pack.Scale(most.Key).Percent, spread, [.. same.Select(l => l.Word)], [.. Likeness.Except(same).Select(l => l.Word)]);
            }
        }

        return null;
    }

    private static bool IsKnown(string value) => value is not (RegistryBands.Unknown or RegistryBands.Several);

    /// <summary>In percent where the scale allows it; a first score of 0 then has no gain to speak of.</summary>
    private static Quartiles? Spread(Scale scale, IEnumerable<CourseResult> results)
    {
        List<decimal> gains = [.. results.Select(r => scale.Percent ? Scales.Change(scale, r.Baseline, r.Value).Percent : r.Gain).OfType<decimal>()];
        return gains.Count < RegistryRules.Fewest ? null : MedianRules.QuartilesOf(gains);
    }
}
