using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Fhir;

/// <summary>A record as a FHIR R4 Patient.</summary>
public static class PatientFhir
{
    /// <summary>System of our own numbers: the record's id.</summary>
    public const string OwnSystem = "urn:ietf:rfc:3986";

    public static R4.Patient Of(Patient patient) => new()
    {
        Id = patient.Id.ToString(),
        Meta = new R4.Meta { VersionId = patient.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        Active = patient.MergedIntoId is null,
        Identifier = [new(OwnSystem, $"urn:uuid:{patient.Id}"), .. patient.Identifiers.Select(i => new R4.Identifier(i.System, i.Value))],
        Name = [new() { Use = R4.HumanName.NameUse.Official, Family = Blank(patient.FamilyName), Given = patient.GivenName.Length > 0 ? [patient.GivenName] : [] }],
        Telecom = [.. Telecom(patient)],
        Gender = patient.Sex switch
        {
            Sex.Female => R4.AdministrativeGender.Female,
            Sex.Male => R4.AdministrativeGender.Male,
            Sex.Other => R4.AdministrativeGender.Other,
            _ => R4.AdministrativeGender.Unknown,
        },
        BirthDateElement = FhirDay.Of(patient.BornOn),
        Deceased = patient.DiedAt is { } died ? new R4.FhirDateTime(new DateTimeOffset(died)) : null,
        Address = Blank(patient.Address) is { } address ? [new R4.Address { Text = address }] : [],
        Communication = Blank(patient.Language) is { } language ? [new() { Language = new R4.CodeableConcept("urn:ietf:bcp:47", language), Preferred = true }] : [],
        Link = patient.MergedIntoId is { } into ? [new() { Other = new R4.ResourceReference($"Patient/{into}"), Type = R4.Patient.LinkType.ReplacedBy }] : [],
    };

    private static IEnumerable<R4.ContactPoint> Telecom(Patient patient)
    {
        if (Blank(patient.Phone) is { } phone)
        {
            yield return new(R4.ContactPoint.ContactPointSystem.Phone, null, phone);
        }

        if (Blank(patient.Email) is { } mail)
        {
            yield return new(R4.ContactPoint.ContactPointSystem.Email, null, mail);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

internal static class FhirDay
{
    public static R4.Date Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public static R4.FhirDateTime? Instant(DateOnly? day) => day is { } d ? new R4.FhirDateTime(d.Year, d.Month, d.Day) : null;
}
