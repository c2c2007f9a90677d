using Fibril.Protocol;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Screening;

/// <summary>
/// A stored screening as FHIR: one GuidanceResponse with the decision as Parameters, as it came out ("decision") and as it holds after
/// overrides and review ("standing"), and one DetectedIssue for each finding.
/// An issue's id is the screening's id with the finding's place folded into its last two bytes, so that it can be read alone.
/// </summary>
public static class ScreeningFhir
{
    private const int MostFindings = 300;

    public static FhirResource Guidance { get; } = CourseFhir.Of("GuidanceResponse", ScreeningPolicy.Read, (CandidacyScreening s) => s.DecidedAt, ToGuidance);

    public static FhirResource Issues { get; } = CourseFhir.Parts(
        "DetectedIssue", ScreeningPolicy.Read, id => Enumerable.Range(0, MostFindings).Select(n => Fold(id, n)), (CandidacyScreening s) => s.DecidedAt, ToIssues);

    public static R4.GuidanceResponse ToGuidance(CandidacyScreening screening)
    {
        var decision = CandidacyDecision.FromJson(screening.DecisionJson);
        var response = new R4.GuidanceResponse
        {
            Id = screening.Id.ToString(),
            Module = new R4.FhirUri($"urn:fibril:protocol:{decision.Protocol.Id}|{decision.Protocol.Version}"),
            Status = decision.Unanswered.Count == 0 ? R4.GuidanceResponse.GuidanceResponseStatus.Success : R4.GuidanceResponse.GuidanceResponseStatus.DataRequired,
            Subject = Patient(screening),
            OccurrenceDateTimeElement = new R4.FhirDateTime(new DateTimeOffset(screening.DecidedAt, TimeSpan.Zero)),
            OutputParameters = new R4.ResourceReference("#decision"),
            Note = [.. screening.ReviewedAt is null ? [] : new[] { Review(screening) }],
        };
        response.Contained.Add(Parameters(decision).Add("standing", new R4.Code(OutcomeWords.Id(ScreeningRules.Standing(screening).Outcome))));
        return response;
    }

    public static IEnumerable<R4.DetectedIssue> ToIssues(CandidacyScreening screening) =>
        CandidacyDecision.FromJson(screening.DecisionJson).Findings.Select((finding, n) => ToIssue(screening, finding, n));

    /// <summary>The finding's place folded into the id; the same call takes it out again.</summary>
    public static Guid Fold(Guid id, int place)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        (bytes[14], bytes[15]) = ((byte)(bytes[14] ^ ((place + 1) >> 8)), (byte)(bytes[15] ^ ((place + 1) & 0xff)));
        return new Guid(bytes, bigEndian: true);
    }

    private static R4.DetectedIssue ToIssue(CandidacyScreening screening, Finding finding, int place) => new()
    {
        Id = Fold(screening.Id, place).ToString(),
        Status = screening.SupersededAt is null ? R4.ObservationStatus.Final : R4.ObservationStatus.Cancelled,
        Code = new R4.CodeableConcept("urn:fibril:rule", finding.Rule, finding.Reason),
        Severity = finding.Effect switch
        {
            FindingEffect.DoNotTreat => R4.DetectedIssue.DetectedIssueSeverity.High,
            FindingEffect.Defer or FindingEffect.PhysicianReview => R4.DetectedIssue.DetectedIssueSeverity.Moderate,
            _ => R4.DetectedIssue.DetectedIssueSeverity.Low,
        },
        Patient = Patient(screening),
        Identified = new R4.FhirDateTime(new DateTimeOffset(screening.DecidedAt, TimeSpan.Zero)),
        Detail = finding.NotBefore is { } day ? $"{finding.Fact}; not before {day:yyyy-MM-dd}" : finding.Fact,
        Mitigation = [.. screening.Overrides.Where(o => o.Rule == finding.Rule && finding.Zones.All(o.Zones.Contains)).Select(Mitigation)],
    };

    private static R4.DetectedIssue.MitigationComponent Mitigation(FindingOverride aside) => new()
    {
        Action = new R4.CodeableConcept { Text = $"Set aside by {aside.ByName}: {aside.Reason}" },
        DateElement = new R4.FhirDateTime(new DateTimeOffset(aside.At, TimeSpan.Zero)),
        Author = new R4.ResourceReference($"Practitioner/{aside.ById}") { Display = aside.ByName },
    };

    private static R4.Parameters Parameters(CandidacyDecision decision)
    {
        var parameters = new R4.Parameters { Id = "decision" };
        parameters.Add("decision", new R4.Code(OutcomeWords.Id(decision.Decision)));
        parameters.Add("sessionDate", Date(decision.SessionDate));
        if (decision.NotBefore is { } day)
        {
            parameters.Add("notBefore", Date(day));
        }

        foreach (var zone in decision.Zones)
        {
            List<Tuple<string, R4.Base>> parts = [new("zone", new R4.Code(zone.Zone)), new("decision", new R4.Code(OutcomeWords.Id(zone.Decision)))];
            if (zone.NotBefore is { } from)
            {
                parts.Add(new("notBefore", Date(from)));
            }

            parameters.Add("zone", parts);
        }

        return parameters;
    }

    private static R4.Annotation Review(CandidacyScreening screening) => new()
    {
        Author = new R4.ResourceReference($"Practitioner/{screening.ReviewedById}") { Display = screening.ReviewedByName },
        TimeElement = new R4.FhirDateTime(new DateTimeOffset(screening.ReviewedAt!.Value, TimeSpan.Zero)),
        Text = $"{screening.Verdict}: {screening.ReviewNote}".TrimEnd(' ', ':'),
    };

    private static R4.ResourceReference Patient(CandidacyScreening screening) => new($"Patient/{screening.PatientId}");

    private static R4.Date Date(DateOnly day) => new(day.Year, day.Month, day.Day);
}
