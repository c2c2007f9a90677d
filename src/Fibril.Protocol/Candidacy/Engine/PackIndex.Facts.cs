namespace Fibril.Protocol;

/// <content>What a fact can set off: rules to judge, questions answered.</content>
internal sealed partial class PackIndex
{
    private RuleSet always;
    private RuleSet onExposure;
    private RuleSet onScreening;
    private RuleSet onPregnancy;
    private RuleSet onQuestion;

    /// <summary>Rules that look at the person or the plan.</summary>
    public RuleSet Always => always;

    /// <summary>Rules that look at sun, self-tanner, alcohol.</summary>
    public RuleSet OnExposure => onExposure;

    /// <summary>Rules that look at screens.</summary>
    public RuleSet OnScreening => onScreening;

    /// <summary>Rules that look at pregnancy and breastfeeding.</summary>
    public RuleSet OnPregnancy => onPregnancy;

    /// <summary>Rules that look at open questions.</summary>
    public RuleSet OnQuestion => onQuestion;

    private void ReadCandidates()
    {
        foreach (var rule in Ordered)
        {
            foreach (var clause in rule.Clauses)
            {
                AddCandidate(rule.Index, clause);
            }
        }
    }

    private void AddCandidate(int rule, CompiledClause clause)
    {
        switch (clause.Clause.Each)
        {
            case FactKind.PlannedZone when clause.Indications.Count > 0: MarkIndications(clause.Indications, rule); break;
            case FactKind.Case or FactKind.PlannedZone: always.Add(rule); break;
            case FactKind.Exposure: onExposure.Add(rule); break;
            case FactKind.Screening: onScreening.Add(rule); break;
            case FactKind.Pregnancy: onPregnancy.Add(rule); break;
            case FactKind.Question: onQuestion.Add(rule); break;
            case FactKind.Condition or FactKind.FamilyCondition: Mark(Conditions, clause.Wanted, rule); break;
            case FactKind.Medicine: Mark(Medicines, clause.Wanted, rule); break;
            case FactKind.Product: Mark(Products, clause.Wanted, rule); break;
            case FactKind.Procedure: Mark(Procedures, clause.Wanted, rule); break;
            case FactKind.Allergy: Mark(Allergies, clause.Wanted, rule); break;
            case FactKind.Measurement: Mark(Measurements, clause.Wanted, rule); break;
            case FactKind.Topical: Mark(Topicals, clause.Wanted, rule); break;
        }
    }

    private static void Mark<T>(Entries<T> words, bool[] wanted, int rule) where T : VocabularyEntry
    {
        foreach (var entry in words.All.Where(e => wanted[e.Index]))
        {
            entry.Rules.Add(rule);
        }
    }

    private void MarkIndications(IReadOnlyList<string> ids, int rule)
    {
        foreach (var entry in Indications.All.Where(e => ids.Contains(e.Value.Id)))
        {
            entry.Rules.Add(rule);
        }
    }

    private void ReadAnswers()
    {
        foreach (var entry in Conditions.All)
        {
            foreach (var status in Enum.GetValues<ConditionStatus>())
            {
                entry.Answers[(int)status] = Questions.Mask(q => AnswersWith(q.AnsweredBy, entry.Value.Id, status));
            }
        }

        Answer(Medicines, by => by.Medicines);
        Answer(Procedures, by => by.Procedures);
        Answer(Measurements, by => by.Measurements);
        Answer(Indications, by => by.Indications);
    }

    private void Answer<T>(Entries<T> words, Func<AnsweringFacts, IReadOnlyList<string>> ids) where T : VocabularyEntry
    {
        foreach (var entry in words.All)
        {
            entry.Answers[0] = Questions.Mask(q => ids(q.AnsweredBy).Contains(entry.Value.Id));
        }
    }

    private static bool AnswersWith(AnsweringFacts by, string id, ConditionStatus status) =>
        by.ConditionsOfAnyStatus.Contains(id) || (by.Conditions.Contains(id) && (by.Statuses.Count == 0 || by.Statuses.Contains(status)));
}
