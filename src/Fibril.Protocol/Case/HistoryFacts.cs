namespace Fibril.Protocol;

/// <summary>A condition of the patient, or of a blood relative.</summary>
public sealed record ConditionFact
{
    /// <summary>Condition id.</summary>
    public required string Id { get; init; }

    /// <summary>Now, before, or in the family.</summary>
    public required ConditionStatus Status { get; init; }

    /// <summary>Where; null = it counts for every zone asked.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>When it began: operation, injury, first stretch marks, stent.</summary>
    public PartialDate? Onset { get; init; }

    /// <summary>Last day it was there.</summary>
    public PartialDate? HealedOn { get; init; }

    /// <summary>Last day of its treatment (skin infection).</summary>
    public PartialDate? TreatmentEndedOn { get; init; }

    /// <summary>Vitiligo: last new or growing patch, or Koebner reaction.</summary>
    public PartialDate? StableSince { get; init; }

    /// <summary>Cold sores in a year, 0 to 60.</summary>
    public int? AttacksPerYear { get; init; }

    /// <summary>Acne counted now in the zones named; null = not counted.</summary>
    public AcneLesions? Lesions { get; init; }

    /// <summary>Free detail; read by no rule.</summary>
    public string? Kind { get; init; }

    /// <summary>Complications of diabetes.</summary>
    public IReadOnlyList<DiabetesComplication>? Complications { get; init; }

    /// <summary>Hepatitis B or C: under control.</summary>
    public bool? Controlled { get; init; }

    /// <summary>Skin cancer: a letter says that the zone is clear.</summary>
    public bool? ClearanceLetter { get; init; }

    /// <summary>Melasma: a physician's depigmenting plan is on file.</summary>
    public bool? PhysicianPlan { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }
}

/// <summary>Acne lesions; a count that is null is 0.</summary>
public sealed record AcneLesions
{
    /// <summary>Comedones.</summary>
    public int? Comedones { get; init; }

    /// <summary>Papules.</summary>
    public int? Papules { get; init; }

    /// <summary>Pustules.</summary>
    public int? Pustules { get; init; }

    /// <summary>Nodules.</summary>
    public int? Nodules { get; init; }

    /// <summary>Cysts.</summary>
    public int? Cysts { get; init; }
}

/// <summary>A medicine or supplement.</summary>
public sealed record MedicineFact
{
    /// <summary>Medicine id.</summary>
    public required string Id { get; init; }

    /// <summary>Still being taken on the day of assessment.</summary>
    public required bool Taking { get; init; }

    /// <summary>Prescribed by a clinician; false = self-bought or self-started.</summary>
    public required bool Prescribed { get; init; }

    /// <summary>Day of the last dose that was taken; required when it is no longer taken.</summary>
    public PartialDate? LastTaken { get; init; }

    /// <summary>Day of the first dose.</summary>
    public PartialDate? StartedOn { get; init; }

    /// <summary>Planned last dose of a fixed course; may lie ahead.</summary>
    public DateOnly? PlannedLast { get; init; }

    /// <summary>Milligrams a day; for steroids in prednisone equivalents.</summary>
    public decimal? DoseMgPerDay { get; init; }

    /// <summary>What it is taken for.</summary>
    public MedicineIndication? Indication { get; init; }

    /// <summary>Antiviral: the person confirmed at check-in that it was taken.</summary>
    public bool? ConfirmedTaken { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }
}

/// <summary>A product put on the skin.</summary>
public sealed record ProductFact
{
    /// <summary>Product id.</summary>
    public required string Id { get; init; }

    /// <summary>Last use.</summary>
    public required PartialDate LastUsed { get; init; }

    /// <summary>Where; null = it counts for every zone asked.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>5-fluorouracil, imiquimod: day the skin had healed.</summary>
    public PartialDate? HealedOn { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }
}

/// <summary>An earlier procedure.</summary>
public sealed record ProcedureFact
{
    /// <summary>Procedure id.</summary>
    public required string Id { get; init; }

    /// <summary>Day it was done; for radiotherapy the last fraction. Null only while radiotherapy runs.</summary>
    public PartialDate? On { get; init; }

    /// <summary>Where; null = it counts for every zone asked, surgery of the face for every face zone.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>Needling: deepest depth used, in millimetres.</summary>
    public decimal? DepthMm { get; init; }

    /// <summary>Photodynamic therapy: day the skin had healed.</summary>
    public PartialDate? HealedOn { get; init; }

    /// <summary>True while radiotherapy runs; null otherwise.</summary>
    public bool? Ongoing { get; init; }

    /// <summary>The surgeon's letter allows needling.</summary>
    public bool? SurgeonLetter { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }
}
