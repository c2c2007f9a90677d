namespace Fibril.Protocol;

/// <content>Questions over several facts: measurements of the latest day, and whether there is such a fact.</content>
internal sealed partial class Assessment
{
    /// <summary>Lowest value on the latest day that it, or what measures the same, was measured; null = none.</summary>
    public decimal? Lowest(MeasurementIndex kinds) => OfLatestDay(kinds, Math.Min);

    /// <summary>Highest value on the latest day that it, or what measures the same, was measured; null = none.</summary>
    public decimal? Highest(MeasurementIndex kinds) => OfLatestDay(kinds, Math.Max);

    /// <summary>Latest day that it, or what measures the same, was measured.</summary>
    public DateOnly? MeasuredOn(MeasurementIndex kinds) => LatestDay(kinds.Group);

    /// <summary>True when there is such a fact of which the condition holds.</summary>
    public bool Some(FactKind kind, bool[] wanted, Func<Assessment, bool>? holds)
    {
        var before = at;
        try
        {
            for (at = 0; at < CountOf(kind); at++)
            {
                if (IsWanted(kind, wanted) && holds?.Invoke(this) != false)
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            at = before;
        }
    }

    private int CountOf(FactKind kind) => kind switch
    {
        FactKind.Condition or FactKind.FamilyCondition => File.Conditions?.Count ?? 0,
        FactKind.Medicine => File.Medicines?.Count ?? 0,
        FactKind.Product => File.Products?.Count ?? 0,
        FactKind.Procedure => ProcedureCount,
        FactKind.Allergy => File.Allergies?.Count ?? 0,
        FactKind.Measurement => File.Measurements?.Count ?? 0,
        FactKind.Topical => Plan.Topicals?.Count ?? 0,
        _ => throw new ProtocolException($"Facts of kind {kind} cannot be counted."),
    };

    private bool IsWanted(FactKind kind, bool[] wanted) => kind switch
    {
        FactKind.Condition => wanted[conditions[at].Index] && Condition.Status != ConditionStatus.Family,
        FactKind.FamilyCondition => wanted[conditions[at].Index] && Condition.Status == ConditionStatus.Family,
        FactKind.Medicine => wanted[medicines[at].Index],
        FactKind.Product => wanted[products[at].Index],
        FactKind.Procedure => wanted[procedures[at].Index],
        FactKind.Allergy => wanted[allergies[at].Index],
        FactKind.Measurement => wanted[measurements[at].Index] && Measurement.On == LatestDay(wanted),
        FactKind.Topical => wanted[topicals[at].Index],
        _ => false,
    };

    private DateOnly? LatestDay(bool[] wanted)
    {
        DateOnly? latest = null;
        for (var i = 0; i < File.Measurements?.Count; i++)
        {
            var day = File.Measurements[i].On;
            latest = wanted[measurements[i].Index] && !(day <= latest) ? day : latest;
        }

        return latest;
    }

    private decimal? OfLatestDay(MeasurementIndex kinds, Func<decimal, decimal, decimal> better)
    {
        var day = LatestDay(kinds.Group);
        decimal? best = null;
        for (var i = 0; i < File.Measurements?.Count; i++)
        {
            if (measurements[i].Index == kinds.Index && File.Measurements[i].On == day)
            {
                best = best is { } value ? better(value, File.Measurements[i].Value) : File.Measurements[i].Value;
            }
        }

        return best;
    }
}
