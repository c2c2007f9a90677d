using Fibril.Protocol;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Consultations;

/// <summary>A rating as an Observation: the score, its parts, by whom, and struck out when it was.</summary>
public static class ScoreFhir
{
    public static FhirResource Observation { get; } = CourseFhir.Of("Observation", ConsultationPolicy.Read, (Score s) => s.RatedAt, ToResource);

    public static R4.Observation ToResource(Score score)
    {
        var scale = ProtocolPack.Current.Scales.FirstOrDefault(s => s.Id == score.Scale);
        return new()
        {
            Id = score.Id.ToString(),
            Status = score.InvalidatedAt is null ? R4.ObservationStatus.Final : R4.ObservationStatus.EnteredInError,
            Category = [new R4.CodeableConcept("http://terminology.hl7.org/CodeSystem/observation-category", score.RatedByPatient ? "survey" : "exam")],
            Code = new R4.CodeableConcept("urn:fibril:scale", score.Scale, scale?.Name ?? score.Scale),
            Subject = new R4.ResourceReference($"Patient/{score.PatientId}"),
            Effective = new R4.FhirDateTime(new DateTimeOffset(score.RatedAt, TimeSpan.Zero)),
            Performer = [new R4.ResourceReference { Display = score.RatedByName }],
            Value = Number(score.Value),
            BodySite = score.Zone is null ? null : SiteOf(score.Zone),
            ReferenceRange = scale is null ? [] : [new() { Low = Number(scale.Min), High = Number(scale.Max), Text = "Range of the scale" }],
            Component = [.. score.Parts.Select(p => new R4.Observation.ComponentComponent
            {
                Code = new R4.CodeableConcept("urn:fibril:scale-item", $"{score.Scale}.{p.Key}", scale?.LabelOf(p.Key) ?? p.Key),
                Value = Number(p.Value),
            })],
        };
    }

    private static R4.Quantity Number(decimal value) => new() { Value = value, System = "http://unitsofmeasure.org", Code = "{score}", Unit = "score" };

    private static R4.CodeableConcept SiteOf(string zone)
    {
        var known = ProtocolPack.Current.Zones.FirstOrDefault(z => z.Id == zone);
        return new()
        {
            Text = ProtocolPack.Current.SiteName(zone),
            Coding = [.. (known?.Snomed ?? []).Select(code => new R4.Coding("http://snomed.info/sct", code))],
        };
    }
}
