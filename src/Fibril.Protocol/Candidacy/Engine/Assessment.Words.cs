namespace Fibril.Protocol;

/// <content>Facts as a person reads them, and where they stand.</content>
internal sealed partial class Assessment
{
    private string FactText(CompiledClause clause) =>
        clause.Shown is { } shown ? string.Join("; ", Shown(shown).Prepend(OwnText(clause))) : OwnText(clause);

    private string OwnText(CompiledClause clause) =>
        clause.Clause.Says is { } says ? Filled(says, clause.SaysWords) : clause.Clause.Each switch
        {
            FactKind.Condition or FactKind.FamilyCondition => ConditionText(),
            FactKind.Medicine => MedicineText(),
            FactKind.Product => string.Concat(products[at].Name, Where(Product.Zones), ", last used ", Product.LastUsed.Text),
            FactKind.Procedure => string.Concat(procedures[at].Name, Where(Procedure.Zones), Procedure.On is null ? ", still running" : ", on ", Procedure.On?.Text),
            FactKind.Allergy => $"Allergy: {allergies[at].Value.Name}",
            FactKind.Measurement => MeasurementText(at),
            FactKind.PlannedZone => $"{Zone.Name}, {NumberText.Of(PlannedZone.DepthMm)} mm, for {Index.Indications[PlannedZone.Indication].Value.Name}",
            FactKind.Topical => $"Planned on the skin: {Topical.Name}",
            FactKind.Question => $"Not answered: {Question.Asks}",
            _ => clause.Outcome.Reason,
        };

    private string? Pointer(CompiledClause clause) => clause.Clause.At ?? clause.Clause.Each switch
    {
        FactKind.Condition or FactKind.FamilyCondition => Pointers.Of("conditions", at),
        FactKind.Medicine => Pointers.Of("medicines", at),
        FactKind.Product => Pointers.Of("products", at),
        FactKind.Procedure => Pointers.Of("procedures", at),
        FactKind.Allergy => Pointers.Of("allergies", at),
        FactKind.Measurement => Pointers.Of("measurements", at),
        FactKind.PlannedZone => Pointers.Of("plan/zones", at),
        FactKind.Topical => Pointers.Of("plan/topicals", at),
        FactKind.Question => QuestionPointer(),
        _ => null,
    };

    private string? QuestionPointer()
    {
        for (var i = 0; i < File.Unanswered?.Count; i++)
        {
            if (File.Unanswered[i] == Question.Id)
            {
                return Pointers.Of("unanswered", i);
            }
        }

        return null;
    }

    private string ConditionText()
    {
        var fact = Condition;
        var (when, date) = fact switch
        {
            { Status: ConditionStatus.Family } => (", in the family", null),
            { StableSince: { } stable } => (", stable since ", stable.Text),
            { Onset: { } onset } => (", since ", onset.Text),
            { Status: ConditionStatus.Active } => (", there now", null),
            { HealedOn: { } healed } => (", gone since ", healed.Text),
            _ => (", in the past", null),
        };
        return string.Concat(conditions[at].Name, Where(fact.Zones), when, date);
    }

    private string MedicineText()
    {
        var fact = Medicine;
        var (when, date) = fact switch
        {
            { Taking: true, PlannedLast: { } planned } => (", planned to be taken until ", DayText.Of(planned)),
            { Taking: true } => (", taken now", null),
            _ => (", last taken ", fact.LastTaken?.Text ?? "on an unknown day"),
        };
        return string.Concat(medicines[at].Name, fact.Prescribed ? ", prescribed" : ", self-bought", when, date);
    }

    private string MeasurementText(int index)
    {
        var (entry, fact) = (measurements[index], File.Measurements![index]);
        return $"{entry.Name} {NumberText.Of(fact.Value)} {entry.Value.Unit}, measured {DayText.Of(fact.On)}";
    }

    private List<string> Shown(bool[] wanted)
    {
        var texts = new List<string>();
        for (var i = 0; i < File.Measurements?.Count; i++)
        {
            if (wanted[measurements[i].Index] && File.Measurements[i].On == LatestDay(wanted))
            {
                texts.Add(MeasurementText(i));
            }
        }

        return texts;
    }

    private string? Where(IReadOnlyList<string>? sites)
    {
        if (sites is null)
        {
            return null;
        }

        var names = new string[sites.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Index.PlaceName(sites[i]);
        }

        return string.Concat(" (", string.Join(", ", names), ")");
    }
}
