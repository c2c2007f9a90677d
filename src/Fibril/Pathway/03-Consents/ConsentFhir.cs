using System.Text;
using Fibril.Pathway.Consultations;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Consents;

/// <summary>
/// A consent as FHIR: one Consent for the treatment and one for each use of photographs that was chosen, since each is given and
/// taken back alone. Their ids are the row's id with the place of the purpose folded into its last byte.
/// </summary>
public static class ConsentFhir
{
    private const int Purposes = 4;
    private const string Scope = "http://terminology.hl7.org/CodeSystem/consentscope";
    private const string Reason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    public static FhirResource Resource { get; } = CourseFhir.Parts(
        "Consent", ConsentPolicy.Read, id => Enumerable.Range(0, Purposes).Select(n => Fold(id, n)), (Consent c) => c.OpenedAt, ToFhir);

    public static IEnumerable<R4.Consent> ToFhir(Consent consent) =>
        [Treatment(consent), .. consent.SignedAt is null ? [] : consent.PhotoUses.Select(choice => Photos(consent, choice))];

    /// <summary>The id of one purpose: 0 the treatment, then the uses of photographs; the same call takes it out again.</summary>
    public static Guid Fold(Guid id, int place)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        bytes[15] ^= (byte)place;
        return new Guid(bytes, bigEndian: true);
    }

    private static R4.Consent Treatment(Consent consent)
    {
        var resource = Common(consent, 0, "treatment", "TREAT", true, consent.SignedAt ?? consent.OpenedAt);
        resource.Status = consent switch
        {
            { WithdrawnAt: not null } or { StaleAt: not null } => R4.Consent.ConsentState.Inactive,
            { SignedAt: null } => R4.Consent.ConsentState.Draft,
            _ => R4.Consent.ConsentState.Active,
        };
        resource.Source = new R4.Attachment
        {
            ContentType = "text/plain; charset=utf-8",
            Language = consent.Language,
            Title = $"Consent text, version {consent.DocumentVersion}",
            Data = Encoding.UTF8.GetBytes(consent.TextShown),
        };
        if (consent.CountersignedAt is { } at)
        {
            resource.Verification.Add(new() { Verified = true, VerifiedWith = Patient(consent), VerificationDateElement = At(at) });
        }

        return resource;
    }

    private static R4.Consent Photos(Consent consent, PhotoUseChoice choice)
    {
        var purpose = choice.Use switch
        {
            PhotoUse.Record => "TREAT",
            PhotoUse.Teaching => "TRAIN",
            _ => "HMARKT",
        };
        var resource = Common(consent, 1 + (int)choice.Use, "patient-privacy", purpose, choice.Given, choice.ChosenAt);
        resource.Status = choice.WithdrawnAt is not null ? R4.Consent.ConsentState.Inactive : choice.Given ? R4.Consent.ConsentState.Active : R4.Consent.ConsentState.Rejected;
        resource.Category[0].Text = $"Photographs: {choice.Use.ToString().ToLowerInvariant()}";
        return resource;
    }

    private static R4.Consent Common(Consent consent, int place, string scope, string purpose, bool permitted, DateTime at) => new()
    {
        Id = Fold(consent.Id, place).ToString(),
        Identifier = [new("urn:fibril:consent-text", consent.TextHash)],
        Scope = new R4.CodeableConcept(Scope, scope),
        Category = [new("http://loinc.org", "59284-0") { Text = "Consent to needling of the skin" }],
        Patient = Patient(consent),
        DateTimeElement = At(at),
        Performer = [Patient(consent)],
        PolicyRule = new R4.CodeableConcept { Text = "Given by the person after reading; may be withdrawn at any time without a reason" },
        Provision = new()
        {
            Type = permitted ? R4.Consent.ConsentProvisionType.Permit : R4.Consent.ConsentProvisionType.Deny,
            Purpose = [new(Reason, purpose)],
        },
    };

    private static R4.ResourceReference Patient(Consent consent) => new($"Patient/{consent.PatientId}");

    private static R4.FhirDateTime At(DateTime utc) => new(new DateTimeOffset(utc, TimeSpan.Zero));
}
