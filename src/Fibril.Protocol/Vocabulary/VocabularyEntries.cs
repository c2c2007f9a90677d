namespace Fibril.Protocol;

/// <summary>The same thing in another system's words. Carried for mapping; it never decides.</summary>
public sealed record CodeMapping
{
    /// <summary><c>icd-10-cm</c> (a prefix), <c>snomed-ct</c>, <c>rxnorm</c>, <c>atc</c> or <c>loinc</c>.</summary>
    public required string System { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>True when it was seen in a public mapping; false = check it against the official file.</summary>
    public bool Seen { get; init; }
}

/// <summary>What every word of the closed vocabulary has.</summary>
public abstract record VocabularyEntry
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, written as inside a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Ids of the rules that read this fact.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Codes in other systems.</summary>
    public IReadOnlyList<CodeMapping> Codes { get; init; } = [];

    /// <summary>What to mind when recording it.</summary>
    public string? Note { get; init; }
}

/// <summary>A condition that may be recorded.</summary>
public sealed record ConditionEntry : VocabularyEntry
{
    /// <summary><c>skin</c> or <c>person</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Attributes that must be given when the status is <c>history</c>.</summary>
    public IReadOnlyList<string> HistoryNeeds { get; init; } = [];

    /// <summary>Attributes that must be given whatever the status.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Further attributes that a rule reads.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];
}

/// <summary>Who may decide that a medicine is left out for a while.</summary>
public enum WhoMayPause
{
    /// <summary>No rule asks for a pause.</summary>
    NotAsked,

    /// <summary>The patient.</summary>
    Patient,

    /// <summary>The patient; the prescriber when it was prescribed.</summary>
    PatientUnlessPrescribed,

    /// <summary>The patient, but not together with medicines it interacts with.</summary>
    PatientUnlessInteracting,

    /// <summary>A clinician of the clinic; the prescriber when it was prescribed.</summary>
    ClinicianUnlessPrescribed,

    /// <summary>Only the prescriber.</summary>
    Prescriber,
}

/// <summary>A medicine: swallowed, injected or infused.</summary>
public sealed record MedicineEntry : VocabularyEntry
{
    /// <summary>Who may pause it.</summary>
    public required WhoMayPause WhoMayPause { get; init; }
}

/// <summary>A product put on the skin.</summary>
public sealed record ProductEntry : VocabularyEntry
{
    /// <summary>Days to wait from the last use; null = no such hold.</summary>
    public int? HoldDays { get; init; }
}

/// <summary>A procedure done earlier.</summary>
public sealed record ProcedureEntry : VocabularyEntry
{
    /// <summary>Days to wait from the day it was done; null = the rule counts in another way.</summary>
    public int? HoldDays { get; init; }

    /// <summary>Calendar months to wait from the day it was done.</summary>
    public int? HoldMonths { get; init; }

    /// <summary>Where it counts when no site is recorded; empty = everywhere.</summary>
    public IReadOnlyList<string> SitesWhenUnknown { get; init; } = [];
}

/// <summary>An allergy.</summary>
public sealed record AllergyEntry : VocabularyEntry;

/// <summary>A measurement; the latest counts.</summary>
public sealed record MeasurementEntry : VocabularyEntry
{
    /// <summary>UCUM unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Measurement that measures the same in another unit; of both together the latest day counts. Null = none.</summary>
    public string? SameAs { get; init; }
}

/// <summary>What may or may not lie on the skin during or right after needling.</summary>
public sealed record TopicalEntry : VocabularyEntry
{
    /// <summary>True when it is on the allow-list.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Indication that one asked zone must have for it to be allowed; null = any.</summary>
    public string? OnlyWithIndication { get; init; }
}

/// <summary>What the treatment is for.</summary>
public sealed record IndicationEntry : VocabularyEntry;
