using Fibril.Pathway;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Recovery;
using Fibril.Platform.Ui;
using Fibril.Practice;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Standards.Fhir;
using Fibril.Tests.Pathway.Consents;
using Fibril.Tests.Support;
using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Fibril.Tests.Standards.Fhir;

public class FhirRowsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly IReadOnlyList<FhirResource> Resources = [.. PracticeFhir.Resources, .. Stages.All.SelectMany(s => s.Resources)];

    [Fact]
    public async Task What_is_listed_for_a_person_can_be_read_alone_and_is_nobody_elses()
    {
        var (patient, other) = (await ChartAsync("Rhoda"), await ChartAsync("Olga"));
        List<string> types = [];
        foreach (var resource in Resources)
        {
            var listed = await ListAsync(resource, patient);
            Assert.Empty((await ListAsync(resource, other)).Select(r => r.Id).Intersect(listed.Select(r => r.Id)));
            types.AddRange(listed.Select(r => r.TypeName));
            foreach (var one in listed.Where(r => Guid.TryParse(r.Id, out _))) // a zone's Observation is read with its Procedure
            {
                var alone = await clinic.InAsync(services => resource.Read(services, Guid.Parse(one.Id!), default));
                Assert.True(one.IsExactly(alone!), $"{resource.Type}/{one.Id}");
            }
        }

        Assert.Equal(
            ["Appointment", "CarePlan", "Condition", "Consent", "DetectedIssue", "Encounter", "GuidanceResponse", "Observation", "Patient", "Procedure", "ServiceRequest"],
            types.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_read_under_an_id_that_is_nobodys()
    {
        foreach (var resource in Resources)
        {
            Assert.Null(await clinic.InAsync(services => resource.Read(services, Guid.NewGuid(), default)));
        }
    }

    private Task<IReadOnlyList<Resource>> ListAsync(FhirResource resource, Guid patient) => clinic.InAsync(services => resource.OfPatient(services, patient, default));

    private async Task<Guid> ChartAsync(string name)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Rows"));
        await clinic.AddAsync(new ChartEntry { PatientId = patient.Id, Kind = ChartKind.Condition, Display = "Asthma", Source = "c#/entry/1" });
        await clinic.ScreenAsync(course, ConsentData.Case(conditions: [new() { Id = "herpes-orofacial", Status = ConditionStatus.History }]));
        await clinic.UseAsync<OpenConsent, FormResult?>(u => u.Handle(course.Id), patient: patient);
        var session = await clinic.HoldSessionAsync(course);
        await clinic.UseAsync<ReportSkin, FormResult>(u => u.Handle(session.Id, new() { Redness = 1, Swelling = 0, Pain = 0 }), patient: patient);
        return patient.Id;
    }
}
