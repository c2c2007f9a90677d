using System.Numerics;

namespace Fibril.Protocol;

/// <summary>Whether, when and how a plan may go ahead. Pure: the same facts and the same pack give the same answer.</summary>
public static class Candidacy
{
    /// <summary>How far ahead <see cref="WhatIf"/> looks, in days.</summary>
    public const int HorizonDays = 730;

    [ThreadStatic]
    private static Assessment? spare;

    /// <summary>The decision for the plan as asked, for each zone, with every rule that fired.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="facts">Facts with ids of that pack; what <see cref="CaseReader"/> returned is always valid.</param>
    /// <exception cref="ProtocolException">A fact has an id that the pack does not know, or the pack has a rule that cannot be judged.</exception>
    public static CandidacyDecision Decide(ProtocolPack pack, CaseFile facts)
    {
        var assessment = spare ?? new();
        spare = null;
        try
        {
            assessment.Judge(pack.Index, facts);
            return DecisionOf(assessment);
        }
        finally
        {
            assessment.Forget();
            spare = assessment;
        }
    }

    /// <summary>The questions that apply to the plan, answered or not, in the order they are asked.</summary>
    public static IReadOnlyList<Question> QuestionsFor(ProtocolPack pack, CaseFile facts) =>
        [.. pack.Questions.Where(question => Answers.Applies(pack, question, facts))];

    /// <summary>The earliest later session date, within two years, on which the answer for the plan or a zone is another one.</summary>
    /// <returns>Null when the answer stays the same for two years: then no date alone will change it.</returns>
    public static CandidacyChange? WhatIf(ProtocolPack pack, CaseFile facts)
    {
        var now = Decide(pack, facts);
        for (var days = 1; days <= HorizonDays; days++)
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

    private static CandidacyDecision DecisionOf(Assessment a)
    {
        var asked = new string[a.AskedCount];
        for (var i = 0; i < asked.Length; i++)
        {
            asked[i] = a.Plan.Zones[i].Zone;
        }

        var zones = new ZoneDecision[asked.Length];
        var (strictest, latest) = (CandidacyOutcome.Proceed, (DateOnly?)null);
        for (var i = 0; i < zones.Length; i++)
        {
            zones[i] = ZoneAnswer(a, i);
            strictest = zones[i].Decision > strictest ? zones[i].Decision : strictest;
            latest = latest is null || zones[i].NotBefore > latest ? zones[i].NotBefore ?? latest : latest;
        }

        var findings = Findings.Of(a, asked);
        return new()
        {
            On = a.On,
            SessionDate = a.Day,
            Protocol = a.Index.Stamp,
            Decision = strictest,
            NotBefore = strictest == CandidacyOutcome.DoNotTreat ? null : latest,
            Conditions = ConditionsOf(findings) ?? (IReadOnlyList<string>)[],
            Zones = zones,
            Findings = findings,
            Precautions = PrecautionsOf(findings) ?? (IReadOnlyList<PrecautionEntry>)[],
            Unanswered = UnansweredOf(a),
            Notices = Notices.Of(a.Index.Pack, a.File, a.Day),
        };
    }

    private static ZoneDecision ZoneAnswer(Assessment a, int zone)
    {
        var (effect, date) = (FindingEffect.Note, (DateOnly?)null);
        foreach (ref readonly var firing in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(a.Firings))
        {
            if (firing.Outcome.Scope == RuleScope.Zone && (firing.Zones >> zone & 1) == 0)
            {
                continue;
            }

            effect = firing.Outcome.Effect > effect ? firing.Outcome.Effect : effect;
            if (firing.Outcome.Effect is FindingEffect.Defer or FindingEffect.PhysicianReview)
            {
                date = date is null || firing.NotBefore > date ? firing.NotBefore ?? date : date;
            }
        }

        var (most, interval) = a.Limits(zone);
        return new(
            a.Plan.Zones[zone].Zone,
            (CandidacyOutcome)effect,
            effect == FindingEffect.DoNotTreat ? null : date,
            most,
            interval);
    }

    private static List<string>? ConditionsOf(Finding[] findings)
    {
        List<string>? conditions = null;
        foreach (var finding in findings)
        {
            if (finding is { Effect: >= FindingEffect.Defer, Until: { } until } && conditions?.Contains(until) != true)
            {
                (conditions ??= []).Add(until);
            }
        }

        return conditions;
    }

    private static List<PrecautionEntry>? PrecautionsOf(Finding[] findings)
    {
        List<PrecautionEntry>? precautions = null;
        foreach (var finding in findings)
        {
            if (finding.Effect == FindingEffect.Precaution)
            {
                (precautions ??= []).Add(new(finding.Rule, finding.Reason, finding.Zones));
            }
        }

        return precautions;
    }

    private static string[] UnansweredOf(Assessment a)
    {
        var ids = a.Open == 0 ? [] : new string[BitOperations.PopCount(a.Open)]; // a new array of none is an allocation
        var bits = a.Open;
        for (var i = 0; i < ids.Length; i++, bits &= bits - 1)
        {
            ids[i] = a.Index.Questions.All[BitOperations.TrailingZeroCount(bits)].Id;
        }

        return ids;
    }
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
