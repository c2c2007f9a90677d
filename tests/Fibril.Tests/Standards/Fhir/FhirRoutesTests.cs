using System.Net;
using System.Text.Json;
using Fibril.Platform.Data;
using Fibril.Practice.Devices;
using Fibril.Practice.Places;
using Fibril.Practice.Staff;
using Fibril.Standards.Fhir;
using Fibril.Tests.Support;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Task = System.Threading.Tasks.Task;

namespace Fibril.Tests.Standards.Fhir;

public class FhirRoutesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    [Fact]
    public async Task Metadata_is_open_and_names_exactly_what_is_served()
    {
        var (response, statement) = await GetAsync<CapabilityStatement>("/fhir/metadata", null);

        var catalogue = clinic.App.Services.GetRequiredService<FhirCatalogue>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(FHIRVersion.N4_0_1, statement.FhirVersion);
        Assert.Equal(catalogue.Types, statement.Rest[0].Resource.Select(r => r.Type));
        Assert.Contains("Organization", catalogue.Types);
        foreach (var type in catalogue.Types)
        {
            var (answer, _) = await GetAsync<Bundle>($"/fhir/{type}?patient={Guid.NewGuid()}", clinic.Owner);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, type);
        }
    }

    [Fact]
    public async Task Clinic_place_staff_and_device_are_read_with_version_and_references()
    {
        var place = await clinic.AddAsync(new Place { Name = "Room 1", Kind = PlaceKind.TreatmentRoom });
        var device = await clinic.AddAsync(new Fibril.Practice.Devices.Device { Name = "Pen", Kind = DeviceKind.Pen, Serial = "SN1" });

        var (_, organization) = await GetAsync<Organization>($"/fhir/Organization/{clinic.ClinicId}", clinic.FrontDesk);
        var (response, location) = await GetAsync<Location>($"/fhir/Location/{place.Id}", clinic.FrontDesk);
        var (_, role) = await GetAsync<PractitionerRole>($"/fhir/PractitionerRole/{clinic.Physician.Id}", clinic.FrontDesk);
        var (_, practitioner) = await GetAsync<Practitioner>($"/fhir/Practitioner/{clinic.Physician.Id}", clinic.FrontDesk);
        var (_, pen) = await GetAsync<Hl7.Fhir.Model.Device>($"/fhir/Device/{device.Id}", clinic.FrontDesk);

        Assert.Equal("Harbour Skin", organization.Name);
        Assert.Equal("W/\"1\"", response.Headers.ETag!.ToString());
        Assert.Equal($"Location/{clinic.ClinicId}", location.PartOf!.Reference);
        Assert.Equal("Europe/London", location.Extension.Single().Value!.ToString());
        Assert.Equal($"Practitioner/{clinic.Physician.Id}", role.Practitioner!.Reference);
        Assert.Equal("C-1", practitioner.Qualification.Single().Identifier.Single().Value);
        Assert.Equal("SN1", pen.SerialNumber);
    }

    [Fact]
    public async Task Patient_is_read_and_found_and_a_search_for_nobody_is_refused()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Wire", "Person"));
        var url = $"/fhir/Patient/{patient.Id}";

        var (_, own) = await GetAsync<Patient>(url, clinic.Practitioner);
        var (search, bundle) = await GetAsync<Bundle>($"/fhir/Patient?patient=Patient/{patient.Id}", clinic.Practitioner);
        var (missing, _) = await GetAsync<OperationOutcome>("/fhir/Condition", clinic.Practitioner);

        Assert.Equal("Person", own.Name.Single().Family);
        Assert.Equal((HttpStatusCode.OK, 1), (search.StatusCode, bundle.Total));
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
    }

    [Fact]
    public async Task Unchanged_resource_is_not_sent_again()
    {
        var place = await clinic.AddAsync(new Place { Name = "Room 2", Kind = PlaceKind.TreatmentRoom });

        var response = await SendAsync($"/fhir/Location/{place.Id}", clinic.Owner, r => r.Headers.Add("If-None-Match", "W/\"1\""));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task Search_pages_through_everything_by_its_own_links()
    {
        for (var i = 0; i < 5; i++)
        {
            await clinic.AddAsync(new Place { Name = $"Paged {i}", Kind = PlaceKind.NumbingChair });
        }

        var seen = new List<string>();
        var url = "/fhir/Location?_count=2";
        var total = 0;
        while (url is not null)
        {
            var (_, bundle) = await GetAsync<Bundle>(url, clinic.Owner);
            Assert.Equal(Bundle.BundleType.Searchset, bundle.Type);
            Assert.StartsWith("http://localhost/fhir/Location?", bundle.SelfLink!.OriginalString, StringComparison.Ordinal);
            Assert.InRange(bundle.Entry.Count, 1, 2);
            Assert.All(bundle.Entry, e => Assert.Equal($"http://localhost/fhir/Location/{e.Resource!.Id}", e.FullUrl));
            (total, url) = (bundle.Total!.Value, bundle.NextLink?.PathAndQuery);
            seen.AddRange(bundle.Entry.Select(e => e.Resource!.Id!));
        }

        Assert.True(total >= 6);
        Assert.Equal(total, seen.Distinct().Count());
        Assert.Equal(total, seen.Count);
    }

    [Theory]
    [InlineData("/fhir/Organization/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/fhir/Organization/not-an-id", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/fhir/Nonsense/1", HttpStatusCode.NotFound, "not-supported")]
    [InlineData("/fhir/Nonsense", HttpStatusCode.NotFound, "not-supported")]
    [InlineData("/fhir/Location/1/_history/2", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/fhir/Location?name=x", HttpStatusCode.BadRequest, "not-supported")]
    [InlineData("/fhir/Location?_count=many", HttpStatusCode.BadRequest, "invalid")]
    [InlineData("/fhir/Location?_format=xml", HttpStatusCode.NotAcceptable, "not-supported")]
    public async Task Every_error_is_an_operation_outcome(string url, HttpStatusCode status, string code)
    {
        var (response, outcome) = await GetAsync<OperationOutcome>(url, clinic.Owner);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, Hl7.Fhir.Utility.EnumUtility.GetLiteral(outcome.Issue.Single().Code));
    }

    [Fact]
    public async Task Nobody_signed_in_gets_401_and_no_sign_in_page()
    {
        var (response, outcome) = await GetAsync<OperationOutcome>($"/fhir/Location/{clinic.ClinicId}", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(OperationOutcome.IssueType.Login, outcome.Issue.Single().Code);
    }

    [Fact]
    public async Task Role_without_the_resource_gets_403()
    {
        var catalogue = new FhirCatalogue([FhirResource.OfClinic("Basic", Fibril.Practice.PracticePolicy.Change, (_, _) => Task.FromResult<IReadOnlyList<Resource>>([]))]);
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext
        {
            User = new(new System.Security.Claims.ClaimsIdentity(StaffClaims.For(clinic.FrontDesk), "test")),
        };

        Assert.Equal(403, FhirRoutes.Refused(http, catalogue.Of("Basic"), "Basic")!.Status);
        http.User = new(new System.Security.Claims.ClaimsIdentity(StaffClaims.For(clinic.Owner), "test"));
        Assert.Null(FhirRoutes.Refused(http, catalogue.Of("Basic"), "Basic"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Reading_about_a_person_is_written_into_the_journal()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Fhir", "Seen"));
        var shown = new Observation { Id = Guid.NewGuid().ToString(), Subject = new($"Patient/{patient.Id}") };

        await clinic.InAsync(s => s.GetRequiredService<FhirViews>().NoteAsync(shown, default), clinic.Physician);

        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.PersonId == patient.Id && e.Verb == "read Observation over FHIR" && e.ActorId == clinic.Physician.Id)));
    }

    private async Task<(HttpResponseMessage Response, T Resource)> GetAsync<T>(string url, StaffMember? staff) where T : Resource
    {
        var response = await SendAsync(url, staff);
        var text = await response.Content.ReadAsStringAsync();
        return (response, Assert.IsType<T>(JsonSerializer.Deserialize<Resource>(text, Json)));
    }

    private async Task<HttpResponseMessage> SendAsync(string url, StaffMember? staff, Action<HttpRequestMessage>? change = null)
    {
        using var browser = staff is null ? Browser.Of(clinic) : await Browser.OfAsync(clinic, staff);
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        change?.Invoke(request);
        return await browser.RawAsync(request);
    }
}
