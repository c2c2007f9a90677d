using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>
/// What of a clinician's word holds when a course is judged anew, on a later day or by changed facts: the review, as long as
/// nothing came that the clinician has not seen. Pure. Source: R057, clinic.
/// </summary>
public static class ReviewKeeping
{
    /// <summary>Takes the review and the overrides of the former screening over, as far as they still apply.</summary>
    public static void Keep(CandidacyScreening former, CandidacyScreening now)
    {
        var (then, found) = (CandidacyDecision.FromJson(former.DecisionJson), CandidacyDecision.FromJson(now.DecisionJson));
        // Another protocol, or a rule that the clinic has changed, may mean another thing by the same rule: then only the same words hold.
        var meansTheSame = former.ProtocolHash == now.ProtocolHash || found.Findings.All(f => IsSaid(f, then));
        var lost = found.Findings.Where(f => !(meansTheSame ? IsSeen(f, then) : IsSaid(f, then))).Select(f => f.Rule).ToHashSet(StringComparer.Ordinal);
        now.Keep(former, meansTheSame && MayKeep(former, then, found), former.Overrides.Where(o => !lost.Contains(o.Rule)));
    }

    /// <summary>Acceptance survives fewer or milder findings; a refusal only the same ones, since its cause may be gone.</summary>
    public static bool MayKeep(CandidacyScreening former, CandidacyDecision then, CandidacyDecision now) => former.Verdict switch
    {
        Verdict.Accepted or Verdict.AcceptedWithChange => IsWithin(now, then),
        Verdict.Referred or Verdict.NotTreated => IsWithin(now, then) && IsWithin(then, now),
        _ => false,
    };

    private static bool IsWithin(CandidacyDecision now, CandidacyDecision seen) =>
        now.Findings.All(f => IsSeen(f, seen))
        && now.Unanswered.All(seen.Unanswered.Contains)
        && now.Zones.All(z => seen.Zones.Any(s => s.Zone == z.Zone));

    /// <summary>The clinician has read the same words about the same fact.</summary>
    private static bool IsSaid(Finding finding, CandidacyDecision seen) => seen.Findings.Any(s =>
        (s.Rule, s.Fact, s.Effect, s.Reason, s.Until, s.OverridableBy, s.Grade) == (finding.Rule, finding.Fact, finding.Effect, finding.Reason, finding.Until, finding.OverridableBy, finding.Grade));

    /// <summary>The same rule fired on the same fact, as strictly or more, for these zones at least.</summary>
    private static bool IsSeen(Finding finding, CandidacyDecision seen) => seen.Findings.Any(s =>
        s.Rule == finding.Rule && s.Fact == finding.Fact && s.Effect >= finding.Effect && finding.Zones.All(s.Zones.Contains));
}
