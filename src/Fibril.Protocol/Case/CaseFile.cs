using System.Text.Json;

namespace Fibril.Protocol;

/// <summary>
/// Facts about one person and the plan that is asked (<c>fibril.case/1</c>). A list that is null was not asked about; an
/// empty list was asked and holds nothing. Ids are the kebab-case words of the pack's vocabulary.
/// </summary>
public sealed record CaseFile
{
    /// <summary>Name and version of the contract.</summary>
    public const string ContractId = "fibril.case/1";

    /// <summary>Always <see cref="ContractId"/>.</summary>
    public string Contract { get; init; } = ContractId;

    /// <summary>Id of the file; read by no rule.</summary>
    public string? Id { get; init; }

    /// <summary>Title for people; read by no rule.</summary>
    public string? Title { get; init; }

    /// <summary>Day of the assessment. No date of a fact lies after it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>ISO 3166 code of the clinic, such as <c>GB-ENG</c>; read by no rule.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The person.</summary>
    public required PatientFacts Patient { get; init; }

    /// <summary>What is asked.</summary>
    public required PlanFacts Plan { get; init; }

    /// <summary>Conditions, now or before.</summary>
    public IReadOnlyList<ConditionFact>? Conditions { get; init; }

    /// <summary>Medicines and supplements.</summary>
    public IReadOnlyList<MedicineFact>? Medicines { get; init; }

    /// <summary>Products on the skin.</summary>
    public IReadOnlyList<ProductFact>? Products { get; init; }

    /// <summary>Earlier procedures.</summary>
    public IReadOnlyList<ProcedureFact>? Procedures { get; init; }

    /// <summary>Allergies.</summary>
    public IReadOnlyList<AllergyFact>? Allergies { get; init; }

    /// <summary>Measurements.</summary>
    public IReadOnlyList<MeasurementFact>? Measurements { get; init; }

    /// <summary>Sun, self-tanner, alcohol.</summary>
    public ExposureFacts? Exposures { get; init; }

    /// <summary>Results of screens.</summary>
    public ScreeningFacts? Screening { get; init; }

    /// <summary>Pregnancy.</summary>
    public PregnancyFacts? Pregnancy { get; init; }

    /// <summary>Breastfeeding.</summary>
    public BreastfeedingFacts? Breastfeeding { get; init; }

    /// <summary>Questions left blank; that wins over every other answer.</summary>
    public IReadOnlyList<string>? Unanswered { get; init; }

    /// <summary>Questions asked and answered normal, one by one.</summary>
    public IReadOnlyList<string>? AnsweredNo { get; init; }

    /// <summary><c>no</c> = every question not mentioned was asked and answered normal; null = it counts as unanswered.</summary>
    public string? Otherwise { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }

    /// <summary>The file in the contract's shape.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ContractJson.Facts);

    /// <summary>Reads a stored file as it was written, whatever the vocabulary is now; <see cref="CaseReader"/> judges new ones.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static CaseFile FromJson(string json) =>
        JsonSerializer.Deserialize<CaseFile>(json, ContractJson.Facts) ?? throw new JsonException("The case file is empty.");
}

/// <summary>The person.</summary>
public sealed record PatientFacts
{
    /// <summary>Date of birth.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>Sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>Fitzpatrick phototype 1 to 6; null = not known.</summary>
    public int? Phototype { get; init; }

    /// <summary>Weight in kilograms; read by no rule.</summary>
    public decimal? WeightKg { get; init; }
}
