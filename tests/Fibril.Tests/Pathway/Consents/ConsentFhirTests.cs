using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Tests.Support;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Validation;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Tests.Pathway.Consents;

public class ConsentFhirTests
{
    private static readonly ModelInspector Inspector = R4.ModelInfo.ModelInspector;
    private static readonly DateTime Now = TestClinic.Start.UtcDateTime;

    [Fact]
    public void Signed_consent_is_one_resource_per_purpose_with_ids_of_their_own()
    {
        var resources = ConsentFhir.ToFhir(Signed()).ToList();

        Assert.Equal(4, resources.Select(r => r.Id).Distinct().Count());
        Assert.Equal(["TREAT", "TREAT", "TRAIN", "HMARKT"], resources.Select(r => r.Provision!.Purpose[0].Code));
        Assert.Equal(
            [R4.Consent.ConsentState.Active, R4.Consent.ConsentState.Active, R4.Consent.ConsentState.Rejected, R4.Consent.ConsentState.Rejected],
            resources.Select(r => r.Status!.Value));
    }

    [Fact]
    public void Withdrawn_photo_use_is_inactive_and_the_treatment_stays_active()
    {
        var consent = Signed();
        consent.Disallow(PhotoUse.Record, Now);

        var resources = ConsentFhir.ToFhir(consent).ToList();

        Assert.Equal((R4.Consent.ConsentState.Active, R4.Consent.ConsentState.Inactive), (resources[0].Status!.Value, resources[1].Status!.Value));
    }

    [Fact]
    public void Stale_or_withdrawn_consent_is_inactive_and_a_draft_is_a_draft()
    {
        var (stale, withdrawn) = (Signed(), Signed());
        stale.GoStale("New medicine", Now);
        withdrawn.Withdraw(null, "Ada Example", Now);

        Assert.Equal(R4.Consent.ConsentState.Inactive, ConsentFhir.ToFhir(stale).First().Status);
        Assert.Equal(R4.Consent.ConsentState.Inactive, ConsentFhir.ToFhir(withdrawn).First().Status);
        Assert.Equal(R4.Consent.ConsentState.Draft, Assert.Single(ConsentFhir.ToFhir(Blank())).Status);
    }

    [Fact]
    public void Every_resource_is_valid_and_survives_the_wire()
    {
        foreach (var resource in ConsentFhir.ToFhir(Signed()))
        {
            resource.Validate(Inspector);
            var json = resource.ToJson();

            Assert.Equal(json, FhirJsonDeserializer.DEFAULT.Deserialize<R4.Resource>(json).ToJson());
        }
    }

    private static Consent Blank() => new()
    {
        CourseId = Guid.NewGuid(),
        PatientId = Guid.NewGuid(),
        DocumentVersion = "1.0.0",
        Language = "en",
        TextShown = "Text",
        TextHash = "sha256:1",
        OpenedAt = Now,
    };

    private static Consent Signed()
    {
        var consent = Blank();
        consent.Choose("", [new(PhotoUse.Record, Now), new(PhotoUse.Teaching, Now, false), new(PhotoUse.Publication, Now, false)], Now);
        consent.Sign("Ada Example", null, "phone", Now);
        return consent;
    }
}
