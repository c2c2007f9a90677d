using System.ComponentModel.DataAnnotations;

namespace Fibril.Practice.Patients;

/// <summary>What can be typed about a person. One name and the birth date are enough.</summary>
public sealed class PatientInput : IValidatableObject
{
    [StringLength(120)]
    public string? GivenName { get; set; }

    [StringLength(120)]
    public string? FamilyName { get; set; }

    [Required(ErrorMessage = "Birth date: enter the day the person was born, such as 1973-08-01.")]
    public DateOnly? BornOn { get; set; }

    public Sex Sex { get; set; }

    [StringLength(40)]
    [RegularExpression(@"[\d\s+()./\-]*(x\d+)?", ErrorMessage = "Phone: enter digits, such as +44 20 7946 0000.")]
    public string? Phone { get; set; }

    [StringLength(200)]
    [RegularExpression(@"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*", ErrorMessage = "Mail: enter an address such as ada@example.org.")]
    public string? Email { get; set; }

    [StringLength(400)]
    public string? Address { get; set; }

    [StringLength(12)]
    [RegularExpression("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", ErrorMessage = "Language: enter a code such as en, es or hi.")]
    public string? Language { get; set; }

    [StringLength(300)]
    public string? EmergencyContact { get; set; }

    [StringLength(300)]
    public string? Prescriber { get; set; }

    [Range(1, 400, ErrorMessage = "Weight: enter kilograms from 1 to 400.")]
    public decimal? WeightKg { get; set; }

    /// <summary>Said after similar people were shown: it is none of them.</summary>
    public bool IsSomebodyElse { get; set; }

    /// <summary>Version of the record that the form was filled from.</summary>
    public int Version { get; set; }

    public string Name => $"{Tidy(GivenName)} {Tidy(FamilyName)}".Trim();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name.Length == 0)
        {
            yield return new("Name: enter a given name, a family name, or both.", [nameof(FamilyName)]);
        }

        if (BornOn is { Year: < 1900 })
        {
            yield return new("Birth date: enter a day from 1900 on, such as 1973-08-01.", [nameof(BornOn)]);
        }
    }

    public static PatientInput Of(Patient patient) => new()
    {
        GivenName = patient.GivenName,
        FamilyName = patient.FamilyName,
        BornOn = patient.BornOn,
        Sex = patient.Sex,
        Phone = patient.Phone,
        Email = patient.Email,
        Address = patient.Address,
        Language = patient.Language,
        EmergencyContact = patient.EmergencyContact,
        Prescriber = patient.Prescriber,
        WeightKg = patient.WeightKg,
        Version = patient.Version,
    };

    public void WriteTo(Patient patient)
    {
        (patient.GivenName, patient.FamilyName, patient.BornOn, patient.Sex) = (Tidy(GivenName) ?? "", Tidy(FamilyName) ?? "", BornOn!.Value, Sex);
        (patient.Phone, patient.Email, patient.Address) = (Tidy(Phone), Tidy(Email), Tidy(Address));
        (patient.Language, patient.EmergencyContact, patient.Prescriber, patient.WeightKg) = (Tidy(Language) ?? "en", Tidy(EmergencyContact), Tidy(Prescriber), WeightKg);
    }

    internal static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
