using System.Text.Json;
using Fibril.Pathway.Screening;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What the decision on the health facts says on the day. Pure.</summary>
public static class Arrival
{
    /// <summary>The stored decision; null when there is none or it cannot be read, which is never a silent pass.</summary>
    public static CandidacyDecision? Read(CandidacyScreening? screening)
    {
        try
        {
            return screening is null ? null : CandidacyDecision.FromJson(screening.DecisionJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Refuses what defers, asks a physician, or must not be treated, unless that finding was overridden for all of its zones. Source: R057, design 3.6.
    /// </summary>
    /// <param name="screenings">All of the course; an override holds for the same rule and zones also when the facts were judged anew.</param>
    public static Decision Judge(CandidacyScreening? current, CandidacyDecision? decision, IReadOnlyList<CandidacyScreening> screenings, DateOnly on)
    {
        if (current is null || decision is null)
        {
            return Decision.Refuse(new Reason("screening-missing", "The health facts have not been judged, or the decision cannot be read. Judge them anew.", "R057"));
        }

        var overrides = screenings.SelectMany(s => s.Overrides).ToList();
        return Decision.From(
        [
            .. screenings.Any(s => s.ReviewedAt is not null) ? Array.Empty<Reason>() : [new Reason("screening-not-reviewed", "No clinician has reviewed the decision.", "R057")],
            .. current.Verdict is Verdict.NotTreated or Verdict.Referred ? [new Reason("not-treated", "The clinician decided not to treat, or asked a physician first.", "R057")] : Array.Empty<Reason>(),
            .. decision.Findings.Where(f => f.Effect >= FindingEffect.Defer && !(f.NotBefore <= on) && !IsOverridden(f, overrides))
                .Select(f => new Reason(f.Rule, f.Reason, f.Sources.Count > 0 ? f.Sources[0] : "default", f.NotBefore)),
        ]);
    }

    private static bool IsOverridden(Finding finding, List<FindingOverride> overrides) =>
        overrides.Any(o => o.Rule == finding.Rule && finding.Zones.All(o.Zones.Contains));
}
