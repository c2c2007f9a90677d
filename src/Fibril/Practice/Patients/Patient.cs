using Fibril.Platform.Data;

namespace Fibril.Practice.Patients;

/// <summary>Vocabulary: female, male, other, unknown.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
    Other,
}

/// <summary>An identifier that another system gave: kept, so that the same person is found again.</summary>
public sealed record OtherIdentifier(string System, string Value);

/// <summary>A person in the clinic's care. A name and a birth date are enough to begin.</summary>
public sealed class Patient : ClinicRow, IAboutPerson
{
    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    public required DateOnly BornOn { get; set; }

    public Sex Sex { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    /// <summary>BCP 47 language the person reads.</summary>
    public string Language { get; set; } = "en";

    public string? EmergencyContact { get; set; }

    /// <summary>General practitioner or other prescriber who is asked about medicines.</summary>
    public string? Prescriber { get; set; }

    public decimal? WeightKg { get; set; }

    /// <summary>Fitzpatrick phototype 1 to 6 once an examiner has recorded it.</summary>
    public int? Phototype { get; set; }

    public List<OtherIdentifier> Identifiers { get; set; } = [];

    /// <summary>Name, phone and birth date folded for search: no accents, lower case.</summary>
    public string SearchText { get; set; } = "";

    public required DateTime RegisteredAt { get; init; }

    public DateTime? DiedAt { get; set; }

    /// <summary>The record that this one was merged into; null while it stands on its own.</summary>
    public Guid? MergedIntoId { get; set; }

    public string Name => $"{GivenName} {FamilyName}".Trim();

    Guid IAboutPerson.PersonId => Id;

    /// <summary>Full years on a day.</summary>
    public int AgeOn(DateOnly day) => day.Year - BornOn.Year - (day < BornOn.AddYears(day.Year - BornOn.Year) ? 1 : 0);
}
