namespace Fibril.Protocol;

/// <summary>A rule that fires on a fact: which outcome, where, until when.</summary>
internal struct Firing
{
    public CompiledRule Rule;

    public CompiledOutcome Outcome;

    /// <summary>The fact, readable.</summary>
    public string Fact;

    /// <summary>JSON Pointer to it; null when it is the absence of one.</summary>
    public string? Pointer;

    /// <summary>Asked zones it names, one bit each.</summary>
    public ulong Zones;

    /// <summary>First day on which it no longer fires.</summary>
    public DateOnly? NotBefore;

    /// <summary>True when something must come true besides the date.</summary>
    public bool ConditionBesides;

    /// <summary>Fulfilled before the start (M20).</summary>
    public bool? Met;

    /// <summary>What must come true; null = nothing.</summary>
    public string? Until;

    /// <summary>Text for the clinician where words were put in.</summary>
    public string? Reason;

    /// <summary>Text for the patient where words were put in.</summary>
    public string? Patient;

    /// <summary>One for all: the latest date, the strictest outcome; an undated one adds its condition.</summary>
    public static Firing Merged(ReadOnlySpan<Firing> all)
    {
        var merged = all[0];
        var facts = new List<string>();
        foreach (var firing in all)
        {
            facts.Add(firing.Fact);
            merged.Zones |= firing.Zones;
            merged.NotBefore = merged.NotBefore is null || firing.NotBefore > merged.NotBefore ? firing.NotBefore ?? merged.NotBefore : merged.NotBefore;
            merged.ConditionBesides |= firing.NotBefore is null;
            if (firing.Outcome.Effect > merged.Outcome.Effect)
            {
                (merged.Outcome, merged.Reason, merged.Patient, merged.Until) = (firing.Outcome, firing.Reason, firing.Patient, firing.Until);
                (merged.Pointer, merged.Met) = (firing.Pointer, firing.Met);
            }
        }

        merged.Fact = string.Join("; ", facts.Distinct(StringComparer.Ordinal));
        return merged;
    }
}
