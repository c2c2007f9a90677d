using System.Globalization;
using System.Text.Json.Nodes;
using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>What is left of a decision when findings are set aside by somebody who may. The stored decision does not change.</summary>
public sealed record EffectiveDecision(CandidacyOutcome Outcome, DateOnly? NotBefore, IReadOnlyList<Finding> Findings);

/// <summary>One line of the difference between what was judged and what is known now.</summary>
public sealed record FactDifference(string What, string Then, string Now);

/// <summary>When a decision is old, who may set a finding aside, and what may be booked on it.</summary>
public static class ScreeningRules
{
    /// <summary>The facts, judged on the former day, are no longer the same; or the protocol is another one.</summary>
    public static bool IsStale(CandidacyScreening screening, CaseFile now, ProtocolPack pack) =>
        screening.ProtocolHash != pack.Hash || screening.CaseJson != now.ToJson();

    /// <summary>What differs, key by key of the case file.</summary>
    public static IReadOnlyList<FactDifference> Differences(CandidacyScreening screening, CaseFile now)
    {
        var before = JsonNode.Parse(screening.CaseJson)!.AsObject();
        var after = JsonNode.Parse(now.ToJson())!.AsObject();
        return [.. before.Select(p => p.Key).Union(after.Select(p => p.Key))
            .Where(key => key is not ("note" or "contract") && !JsonNode.DeepEquals(before[key], after[key]))
            .SelectMany(key => Differences(key, before[key], after[key]))];
    }

    /// <summary>Nobody means nobody; a physician may what a practitioner may; a dermatologist is a physician.</summary>
    public static bool MayOverride(Finding finding, Profession profession) => finding.OverridableBy switch
    {
        Overrider.Practitioner => profession is Profession.Practitioner or Profession.Physician or Profession.Dermatologist,
        Overrider.Physician => profession is Profession.Physician or Profession.Dermatologist,
        Overrider.Dermatologist => profession == Profession.Dermatologist,
        _ => false,
    };

    /// <summary>The decision without the findings that were set aside, combined as the contract combines them.</summary>
    public static EffectiveDecision EffectiveOutcome(CandidacyDecision decision, IReadOnlyList<FindingOverride> overrides)
    {
        var left = decision.Findings.Where(f => !IsOverridden(f, overrides)).ToList();
        var outcome = left.Count == 0 ? CandidacyOutcome.Proceed : (CandidacyOutcome)left.Max(f => f.Effect);
        var notBefore = left.Where(f => f.Effect is FindingEffect.Defer or FindingEffect.PhysicianReview).Max(f => f.NotBefore);
        return new(outcome, outcome == CandidacyOutcome.DoNotTreat ? null : notBefore, left);
    }

    /// <summary>What overrides leave of a stored decision.</summary>
    public static EffectiveDecision Effective(CandidacyScreening screening) =>
        EffectiveOutcome(CandidacyDecision.FromJson(screening.DecisionJson), screening.Overrides);

    /// <summary>What holds now: what overrides leave, and the clinician's word on it. "A physician decides" is decided once it is accepted; a wait stays a wait.</summary>
    public static EffectiveDecision Standing(CandidacyScreening screening) => (Effective(screening), screening) switch
    {
        (var left, { Verdict: Verdict.NotTreated }) => left with { Outcome = CandidacyOutcome.DoNotTreat, NotBefore = null },
        ({ Outcome: CandidacyOutcome.PhysicianReview } left, { IsAccepted: true }) => left with
        {
            Outcome = left.Findings.Any(f => f.Effect == FindingEffect.Defer) ? CandidacyOutcome.Defer : CandidacyOutcome.ProceedWithPrecautions,
        },
        (var left, _) => left,
    };

    public static bool IsOverridden(Finding finding, IReadOnlyList<FindingOverride> overrides) =>
        overrides.Any(o => o.Rule == finding.Rule && finding.Zones.All(o.Zones.Contains));

    /// <summary>Accepting is a decision of its own: a review is a physician's, and what must not be treated cannot be accepted.</summary>
    public static Decision MayAccept(CandidacyScreening screening, Profession profession)
    {
        var effective = Effective(screening);
        List<Reason> reasons = [];
        if (profession == Profession.None)
        {
            reasons.Add(new("review-profession", "A practitioner or physician reviews the decision.", "R057"));
        }

        if (effective.Outcome == CandidacyOutcome.DoNotTreat)
        {
            reasons.AddRange(effective.Findings.Where(f => f.Effect == FindingEffect.DoNotTreat).Select(f => Of(f)));
        }

        if (effective.Outcome == CandidacyOutcome.PhysicianReview && profession == Profession.Practitioner)
        {
            reasons.Add(new("review-physician", "A physician decides this one. Ask a physician to review it.", "clinic"));
        }

        return Decision.From(reasons);
    }

    /// <summary>Judged anew for the day: accepted by a clinician, nothing that waits longer, nothing new that a physician has not seen.</summary>
    public static Decision MayBook(ProtocolPack pack, CandidacyScreening screening, DateOnly day)
    {
        if (!screening.IsAccepted)
        {
            return Decision.Refuse(NotAccepted(screening));
        }

        var file = CaseReader.Read(pack, screening.CaseJson).Case;
        if (file is null)
        {
            return Decision.Refuse(new Reason("screening-protocol", "The protocol has changed since the decision. Screen again.", "clinic"));
        }

        if (day < file.On)
        {
            return Decision.Refuse(new Reason("day-past", "The day lies before the screening.", "clinic"));
        }

        var reviewed = CandidacyDecision.FromJson(screening.DecisionJson).Findings.Where(f => f.Effect >= FindingEffect.PhysicianReview).Select(f => f.Rule).ToHashSet(StringComparer.Ordinal);
        var decision = Candidacy.Decide(pack, file with { Plan = file.Plan with { SessionDate = day > file.On ? day : null } });
        return Decision.From(EffectiveOutcome(decision, screening.Overrides).Findings.Where(f => Holds(f, day, reviewed)).Select(Of));
    }

    private static bool Holds(Finding finding, DateOnly day, HashSet<string> reviewed) => finding.Effect switch
    {
        FindingEffect.DoNotTreat or FindingEffect.Defer => true,
        FindingEffect.PhysicianReview => finding.NotBefore > day || !reviewed.Contains(finding.Rule),
        _ => false,
    };

    private static Reason NotAccepted(CandidacyScreening screening) => screening.Verdict switch
    {
        Verdict.NotTreated => new("not-treated", "A clinician has decided not to treat.", "clinic"),
        Verdict.Referred => new("referred", "The person was referred; the answer is awaited.", "clinic"),
        _ => new("not-reviewed", "A clinician has not looked at the decision yet.", "R057"),
    };

    private static Reason Of(Finding f) => new(f.Rule, f.Until is null ? f.Reason : $"{f.Reason} {f.Until}", f.Sources is [var first, ..] ? first : "default", f.NotBefore);

    private static IEnumerable<FactDifference> Differences(string key, JsonNode? before, JsonNode? after)
    {
        if (before is not (null or JsonArray) || after is not (null or JsonArray))
        {
            return [new(key, Text(before), Text(after))];
        }

        var (then, now) = (Lines(before), Lines(after));
        return
        [
            .. then.Except(now).Select(l => new FactDifference(key, l, "no longer")),
            .. now.Except(then).Select(l => new FactDifference(key, "not known", l)),
        ];
    }

    private static List<string> Lines(JsonNode? node) => [.. (node as JsonArray ?? []).Select(Text)];

    /// <summary>Facts as a line: <c>retinol, lastUsed 2026-06-09</c>; notes for people are left out.</summary>
    private static string Text(JsonNode? node) => node switch
    {
        null => "not known",
        JsonObject o => string.Join(", ", o.Where(p => p.Key != "note").Select(p => p.Key == "id" ? Text(p.Value) : $"{p.Key} {Text(p.Value)}")),
        JsonArray a => string.Join(" ", a.Select(Text)),
        _ => Convert.ToString(node.ToString(), CultureInfo.InvariantCulture) ?? "",
    };
}
