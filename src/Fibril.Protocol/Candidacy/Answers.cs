namespace Fibril.Protocol;

/// <summary>Which questions apply, and which of them nobody answered. Unknown is not "no".</summary>
internal static class Answers
{
    /// <summary>Questions that apply and are open.</summary>
    public static IEnumerable<Question> Open(ProtocolPack pack, CaseFile facts) =>
        pack.Questions.Where(question => Applies(pack, question, facts) && !IsAnswered(question, facts));

    /// <summary>True when the question applies to the plan.</summary>
    public static bool Applies(ProtocolPack pack, Question question, CaseFile facts)
    {
        if (question.Applies is not { } scope)
        {
            return true;
        }

        var zones = facts.Plan.Zones;
        return (scope.UnlessSex is null || facts.Patient.Sex != scope.UnlessSex)
            && (!scope.FaceZone || zones.Any(z => pack.Zone(z.Zone).IsFace))
            && (scope.Zone is null || zones.Any(z => z.Zone == scope.Zone))
            && (scope.Indications.Count == 0 || zones.Any(z => scope.Indications.Contains(z.Indication)))
            && (scope.Phototypes.Count == 0 || (facts.Patient.Phototype is { } type && scope.Phototypes.Contains(type)));
    }

    private static bool IsAnswered(Question question, CaseFile facts)
    {
        if (facts.Unanswered?.Contains(question.Id) == true || NotDone(question, facts))
        {
            return false;
        }

        return HasFact(question.AnsweredBy, facts)
            || facts.AnsweredNo?.Contains(question.Id) == true
            || (question.AnsweredBy.Otherwise && facts.Otherwise == "no");
    }

    /// <summary>A screen recorded as not done stays open whatever is said about the rest.</summary>
    private static bool NotDone(Question question, CaseFile facts) =>
        question.AnsweredBy.Values.Contains("screening.bdd") && facts.Screening?.Bdd == BddResult.NotDone;

    private static bool HasFact(AnsweringFacts by, CaseFile facts) =>
        by.Values.Any(value => HasValue(value, facts))
        || by.Lists.Any(list => HasList(list, facts))
        || (facts.Conditions ?? []).Any(c => AnswersWith(by, c))
        || (facts.Medicines ?? []).Any(m => by.Medicines.Contains(m.Id))
        || (facts.Procedures ?? []).Any(p => by.Procedures.Contains(p.Id))
        || (facts.Measurements ?? []).Any(m => by.Measurements.Contains(m.Id))
        || facts.Plan.Zones.Any(z => by.Indications.Contains(z.Indication));

    private static bool AnswersWith(AnsweringFacts by, ConditionFact condition) =>
        by.ConditionsOfAnyStatus.Contains(condition.Id)
        || (by.Conditions.Contains(condition.Id) && (by.Statuses.Count == 0 || by.Statuses.Contains(condition.Status)));

    private static bool HasList(string list, CaseFile facts) => list switch
    {
        "medicines" => facts.Medicines is not null,
        "products" => facts.Products is not null,
        "procedures" => facts.Procedures is not null,
        "allergies" => facts.Allergies is not null,
        _ => throw new ProtocolException($"protocol/questions.yaml: no list '{list}' can answer a question."),
    };

    private static bool HasValue(string value, CaseFile facts) => value switch
    {
        "patient.phototype" => facts.Patient.Phototype is not null,
        "pregnancy.status" => facts.Pregnancy?.Status is not null,
        "breastfeeding.status" => facts.Breastfeeding?.Status is not null,
        "exposures.lastUv" => facts.Exposures?.LastUv is not null,
        "exposures.tan" => facts.Exposures?.Tan is not null,
        "exposures.sunburn" => facts.Exposures?.Sunburn is not null,
        "exposures.lastSelfTan" => facts.Exposures?.LastSelfTan is not null,
        "exposures.lastAlcohol" => facts.Exposures?.LastAlcohol is not null,
        "screening.lesionCheck" => facts.Screening?.LesionCheck is LesionCheck.Benign or LesionCheck.Suspicious,
        "screening.bdd" => facts.Screening?.Bdd is not (null or BddResult.NotDone),
        _ => throw new ProtocolException($"protocol/questions.yaml: no value '{value}' can answer a question."),
    };
}
