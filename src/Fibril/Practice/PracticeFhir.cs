using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Fhir;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice;

/// <summary>What Practice shows in FHIR R4: people and their charts. Stages add their own.</summary>
public static class PracticeFhir
{
    public static IReadOnlyList<FhirResource> Resources { get; } =
    [
        FhirRows.Of<Patient>("Patient", PatientPolicy.Find, (people, id) => people.Where(p => p.Id == id), PatientFhir.Of),
        Chart("Condition", ChartEntryFhir.Condition, ChartKind.Condition),
        Chart("MedicationStatement", ChartEntryFhir.Medication, ChartKind.Medicine, ChartKind.Product),
        Chart("AllergyIntolerance", ChartEntryFhir.Allergy, ChartKind.Allergy),
    ];

    private static FhirResource Chart(string type, Func<ChartEntry, R4.Resource> map, params ChartKind[] kinds) =>
        FhirRows.Of<ChartEntry>(type, PatientPolicy.ReadChart, (lines, patient) => lines.Where(e => e.PatientId == patient).OrderBy(e => e.Id), e => kinds.Contains(e.Kind) ? map(e) : null);
}
