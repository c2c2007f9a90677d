namespace Fibril.Protocol;

/// <summary>Whether, when and how a plan may go ahead. Pure: the same facts and the same pack give the same answer.</summary>
public static class Candidacy
{
    /// <summary>Ids of the rules this library can judge; a pack with another rule is refused.</summary>
    public static IReadOnlyList<string> RuleIds { get; } = [.. RuleConditions.Ids.Order(StringComparer.Ordinal)];

    /// <summary>The decision for the plan as asked, for each zone, with every rule that fired.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="facts">Facts with ids of that pack; what <see cref="CaseReader"/> returned is always valid.</param>
    /// <exception cref="ProtocolException">A fact has an id that the pack does not know.</exception>
    public static CandidacyDecision Decide(ProtocolPack pack, CaseFile facts)
    {
        var assessment = new Assessment(pack, facts);
        var findings = Findings.Of(assessment);
        var zones = assessment.Asked.Select(zone => ZoneAnswer(assessment, findings, zone)).ToList();
        var decision = zones.Max(z => z.Decision);
        return new()
        {
            On = facts.On,
            SessionDate = assessment.Day,
            Protocol = ProtocolStamp.Of(pack),
            Decision = decision,
            NotBefore = decision == CandidacyOutcome.DoNotTreat ? null : zones.Max(z => z.NotBefore),
            Conditions = [.. findings.Where(Binds).Select(f => f.Until).OfType<string>().Distinct(StringComparer.Ordinal)],
            Zones = zones,
            Findings = findings,
            Precautions = [.. findings.Where(f => f.Effect == FindingEffect.Precaution).Select(f => new PrecautionEntry(f.Rule, f.Reason, f.Zones))],
            Unanswered = [.. Answers.Open(pack, facts).Select(q => q.Id)],
        };
    }

    /// <summary>The questions that apply to the plan, answered or not, in the order they are asked.</summary>
    public static IReadOnlyList<Question> QuestionsFor(ProtocolPack pack, CaseFile facts) =>
        [.. pack.Questions.Where(question => Answers.Applies(pack, question, facts))];

    /// <summary>The earliest later session date, within two years, on which the answer for the plan or a zone is another one.</summary>
    /// <returns>Null when the answer stays the same for two years: then no date alone will change it.</returns>
    public static CandidacyChange? WhatIf(ProtocolPack pack, CaseFile facts)
    {
        var now = Decide(pack, facts);
        for (var days = 1; days <= 730; days++)
        {
            var day = Later.Days(now.SessionDate, days);
            var then = Decide(pack, facts with { Plan = facts.Plan with { SessionDate = day } });
            if (then.Decision != now.Decision || !then.Zones.Select(z => z.Decision).SequenceEqual(now.Zones.Select(z => z.Decision)))
            {
                return new(day, now.Decision, then);
            }
        }

        return null;
    }

    private static ZoneDecision ZoneAnswer(Assessment assessment, IReadOnlyList<Finding> findings, string zone)
    {
        var here = findings.Where(f => f.Zones.Contains(zone)).ToList();
        var decision = here.Count == 0 ? CandidacyOutcome.Proceed : (CandidacyOutcome)here.Max(f => f.Effect);
        var dates = here.Where(f => f.Effect is FindingEffect.Defer or FindingEffect.PhysicianReview).Max(f => f.NotBefore);
        return new(
            zone,
            decision,
            decision == CandidacyOutcome.DoNotTreat ? null : dates,
            assessment.MaxDepthMm(zone),
            assessment.MinIntervalDays(zone));
    }

    private static bool Binds(Finding finding) => finding.Effect >= FindingEffect.Defer;
}

/// <summary>What waiting changes.</summary>
/// <param name="On">First session date with another answer.</param>
/// <param name="From">The answer before.</param>
/// <param name="Decision">The whole decision for that date.</param>
public sealed record CandidacyChange(DateOnly On, CandidacyOutcome From, CandidacyDecision Decision)
{
    /// <summary>The answer for the plan on that date; the same as before when only a zone changed.</summary>
    public CandidacyOutcome To => Decision.Decision;
}
