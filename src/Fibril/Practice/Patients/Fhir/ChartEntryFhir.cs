using Hl7.Fhir.Utility;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Fhir;

/// <summary>Lines of a chart as Condition, MedicationStatement and AllergyIntolerance.</summary>
public static class ChartEntryFhir
{
    public static R4.Condition Condition(ChartEntry entry) => new()
    {
        Id = entry.Id.ToString(),
        ClinicalStatus = Doubted(entry) ? null : new("http://terminology.hl7.org/CodeSystem/condition-clinical", entry.Status is "active" or "recurrence" or "relapse" or "inactive" or "remission" or "resolved" ? entry.Status : entry.EndedOn is null ? "active" : "resolved"),
        VerificationStatus = new("http://terminology.hl7.org/CodeSystem/condition-ver-status", Doubted(entry) ? entry.Status : "confirmed"),
        Code = CodeOf(entry),
        Subject = SubjectOf(entry),
        Onset = FhirDay.Instant(entry.StartedOn),
        Abatement = FhirDay.Instant(entry.EndedOn),
    };

    public static R4.AllergyIntolerance Allergy(ChartEntry entry) => new()
    {
        Id = entry.Id.ToString(),
        ClinicalStatus = Doubted(entry) ? null : new("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", entry.Status is "active" or "inactive" or "resolved" ? entry.Status : "active"),
        VerificationStatus = new("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", Doubted(entry) ? entry.Status : "confirmed"),
        Code = CodeOf(entry),
        Patient = SubjectOf(entry),
        Onset = FhirDay.Instant(entry.StartedOn),
    };

    public static R4.MedicationStatement Medication(ChartEntry entry) => new()
    {
        Id = entry.Id.ToString(),
        Status = EnumUtility.ParseLiteral<R4.MedicationStatement.MedicationStatusCodes>(entry.Status) ?? R4.MedicationStatement.MedicationStatusCodes.Unknown,
        Medication = CodeOf(entry),
        Subject = SubjectOf(entry),
        Effective = entry.StartedOn is null && entry.EndedOn is null ? null : new R4.Period { StartElement = FhirDay.Instant(entry.StartedOn), EndElement = FhirDay.Instant(entry.EndedOn) },
    };

    private static bool Doubted(ChartEntry entry) => entry.Status is "entered-in-error" or "refuted";

    private static R4.CodeableConcept CodeOf(ChartEntry entry) =>
        new() { Text = entry.Display, Coding = entry.Code is null ? [] : [new R4.Coding(entry.CodeSystem, entry.Code, entry.Display)] };

    private static R4.ResourceReference SubjectOf(ChartEntry entry) => new($"Patient/{entry.PatientId}");
}
