using System.Globalization;
using Fibril.Platform.Data;
using Fibril.Protocol;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Recovery;

/// <summary>A report as an R4 Observation with one component a sign, and harm as an R4 AdverseEvent.</summary>
internal static class RecoveryFhir
{
    private const string System = "urn:fibril:recovery";

    public static FhirResource Observation { get; } = CourseFhir.Of("Observation", RecoveryPolicy.Read, (CheckIn c) => c.Id, Map);

    public static FhirResource AdverseEvent { get; } = CourseFhir.Of("AdverseEvent", RecoveryPolicy.Read, (AdverseEvent e) => e.Id, Map);

    public static R4.Observation Map(CheckIn report) => new()
    {
        Id = report.Id.ToString(),
        Meta = VersionOf(report),
        Status = R4.ObservationStatus.Final,
        Category = [Concept("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey")],
        Code = Concept(System, "check-in", $"How the skin is on day {report.Day} after needling"),
        Subject = new($"Patient/{report.PatientId}"),
        PartOf = [new($"Procedure/{report.SessionId}")],
        Effective = Instant(report.ReportedAt),
        Value = Concept(System + ":level", report.Level, report.Level),
        Interpretation = [.. report.Flags.Select(f => Concept(System + ":flag", f, f))],
        Note = report.Words.Length == 0 ? [] : [new() { Text = report.Words }],
        Component = [.. report.Signs.Select(Component)],
    };

    public static R4.AdverseEvent Map(AdverseEvent harm)
    {
        var resource = new R4.AdverseEvent
        {
            Id = harm.Id.ToString(),
            Meta = VersionOf(harm),
            Actuality = R4.AdverseEvent.AdverseEventActuality.Actual,
            Event = Concept(System + ":adverse-event", harm.Type, ProtocolPack.Current.AdverseEventTypes.FirstOrDefault(t => t.Id == harm.Type)?.Name ?? harm.Type),
            Subject = new($"Patient/{harm.PatientId}"),
            DateElement = new(harm.OnsetOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            RecordedDateElement = Instant(harm.RecordedAt),
            Seriousness = Concept("http://terminology.hl7.org/CodeSystem/adverse-event-seriousness", harm.IsSerious ? "Serious" : "Non-serious", harm.IsSerious ? "Serious" : "Not serious"),
            Severity = Concept("http://terminology.hl7.org/CodeSystem/adverse-event-severity", harm.Severity, harm.Severity),
        };
        if (harm.Outcome is { } outcome)
        {
            resource.Outcome = Concept(System + ":outcome", outcome, outcome);
        }

        resource.SuspectEntity.AddRange(Suspects(harm).Select(s => new R4.AdverseEvent.SuspectEntityComponent { Instance = new(s) }));
        return resource;
    }

    private static IEnumerable<string> Suspects(AdverseEvent harm)
    {
        if (harm.SessionId is { } session)
        {
            yield return $"Procedure/{session}";
        }

        if (harm.DeviceId is { } device)
        {
            yield return $"Device/{device}";
        }
    }

    private static R4.Observation.ComponentComponent Component(ReportedSign sign) => new()
    {
        Code = Concept(System + ":sign", sign.Id, ProtocolPack.Current.Signs.FirstOrDefault(s => s.Id == sign.Id)?.Name ?? sign.Id),
        Value = sign.Minutes is { } minutes ? new R4.Quantity(minutes, "min", "http://unitsofmeasure.org")
            : sign.Severity is { } severity ? new R4.Integer(severity) : new R4.FhirBoolean(true),
    };

    private static R4.CodeableConcept Concept(string system, string code, string text) => new(system, code) { Text = text };

    private static R4.FhirDateTime Instant(DateTime utc) => new(new DateTimeOffset(utc, TimeSpan.Zero));

    private static R4.Meta VersionOf(ClinicRow row) => new() { VersionId = row.Version.ToString(CultureInfo.InvariantCulture) };
}
