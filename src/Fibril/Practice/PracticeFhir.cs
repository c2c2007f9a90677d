using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Fhir;
using Fibril.Standards.Fhir;
using Hl7.Fhir.Model;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice;

/// <summary>What Practice shows in FHIR R4: people and their charts. Stages add their own.</summary>
public static class PracticeFhir
{
    public static IReadOnlyList<FhirResource> Resources { get; } =
    [
        new("Patient", PatientPolicy.Find, PatientFhir.ReadAsync, async (services, id, stop) => await PatientFhir.ReadAsync(services, id, stop) is { } patient ? [patient] : []),
        Chart("Condition", ChartEntryFhir.Condition, ChartKind.Condition),
        Chart("MedicationStatement", ChartEntryFhir.Medication, ChartKind.Medicine, ChartKind.Product),
        Chart("AllergyIntolerance", ChartEntryFhir.Allergy, ChartKind.Allergy),
    ];

    private static FhirResource Chart(string type, Func<ChartEntry, Resource> map, params ChartKind[] kinds) =>
        new(type, PatientPolicy.ReadChart, ChartEntryFhir.ReadOf(map, kinds), ChartEntryFhir.OfPatient(map, kinds));
}
