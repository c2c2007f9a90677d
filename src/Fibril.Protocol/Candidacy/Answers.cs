namespace Fibril.Protocol;

/// <summary>Which questions apply to a plan.</summary>
internal static class Answers
{
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
}

/// <summary>Values and lists of a case file that answer a question by being there.</summary>
internal static class AnswerValues
{
    /// <summary>Is the value given?</summary>
    /// <exception cref="ProtocolException">No such value can answer.</exception>
    public static Func<CaseFile, bool> Of(string value) => value switch
    {
        "patient.phototype" => file => file.Patient.Phototype is not null,
        "pregnancy.status" => file => file.Pregnancy?.Status is not null,
        "breastfeeding.status" => file => file.Breastfeeding?.Status is not null,
        "exposures.lastUv" => file => file.Exposures?.LastUv is not null,
        "exposures.tan" => file => file.Exposures?.Tan is not null,
        "exposures.sunburn" => file => file.Exposures?.Sunburn is not null,
        "exposures.lastSelfTan" => file => file.Exposures?.LastSelfTan is not null,
        "exposures.lastAlcohol" => file => file.Exposures?.LastAlcohol is not null,
        "screening.lesionCheck" => file => file.Screening?.LesionCheck is LesionCheck.Benign or LesionCheck.Suspicious,
        "screening.bdd" => file => file.Screening?.Bdd is not (null or BddResult.NotDone),
        _ => throw new ProtocolException($"protocol/questions.yaml: no value '{value}' can answer a question."),
    };

    /// <summary>Is the list given, even empty?</summary>
    /// <exception cref="ProtocolException">No such list can answer.</exception>
    public static Func<CaseFile, bool> OfList(string list) => list switch
    {
        "medicines" => file => file.Medicines is not null,
        "products" => file => file.Products is not null,
        "procedures" => file => file.Procedures is not null,
        "allergies" => file => file.Allergies is not null,
        _ => throw new ProtocolException($"protocol/questions.yaml: no list '{list}' can answer a question."),
    };
}
