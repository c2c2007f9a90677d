namespace Fibril.Tests.Architecture;

public class LayersTests
{
    [Fact]
    public void Everything_imports_only_what_the_table_allows()
    {
        var violations = Layers.Violations(Compiled.Dependencies).Select(d => $"{d.From} imports {d.To}").ToList();

        Assert.True(violations.Count == 0, string.Join("\n", violations));
    }

    [Fact]
    public void The_compiled_program_is_really_read()
    {
        Assert.Contains(new Dependency("Fibril.Platform.Data.ClinicDb", "Fibril.Pathway.Consents.Consent"), Compiled.Dependencies);
        Assert.Contains(Compiled.Dependencies, d => d is { From: "Fibril.Practice.Stock.OpenUnit", To: "Fibril.Platform.Data.ClinicDb" });
        Assert.Contains(Compiled.Dependencies, d => d is { From: "Fibril.Practice.Stock.OpenUnit", To: "Fibril.Practice.Stock.StockRules" });
    }

    [Theory]
    [InlineData("Fibril.Pathway.Consents.SignConsent", "Fibril.Pathway.Sessions.Session")]
    [InlineData("Fibril.Pathway.Bookings.BookVisit", "Fibril.Pathway.Journey.CourseReader")]
    [InlineData("Fibril.Pathway.Consents.SignConsent", "Fibril.Standards.Fhir.FhirResource")]
    [InlineData("Fibril.Pathway.Consents.SignConsent", "Fibril.Scheduling.DayPlan")]
    [InlineData("Fibril.Pathway.Sessions.OpenSession", "Fibril.Vision.Alignment")]
    [InlineData("Fibril.Pathway.Course", "Fibril.Pathway.Consents.Consent")]
    [InlineData("Fibril.Platform.Jobs.Outbox", "Fibril.Practice.Patients.Patient")]
    [InlineData("Fibril.Platform.Jobs.Outbox", "Fibril.Protocol.ProtocolPack")]
    [InlineData("Fibril.Standards.Fhir.FhirRoutes", "Fibril.Practice.Clinics.Clinic")]
    [InlineData("Fibril.Standards.Fhir.FhirRoutes", "Fibril.Pathway.Stages")]
    [InlineData("Fibril.Practice.Stock.OpenUnit", "Fibril.Pathway.Sessions.Session")]
    [InlineData("Fibril.Protocol.Candidacy", "Fibril.Platform.Data.Caller")]
    [InlineData("Fibril.Scheduling.DayPlanner", "Fibril.Protocol.Decision")]
    public void Forbidden_import_is_caught(string from, string to) => Assert.Single(Layers.Violations([new(from, to)]));

    [Theory]
    [InlineData("Fibril.Pathway.Sessions.OpenSession", "Fibril.Pathway.Consents.Consent")]
    [InlineData("Fibril.Pathway.Consents.ConsentFhir", "Fibril.Standards.Fhir.FhirResource")]
    [InlineData("Fibril.Pathway.Bookings.PlanDay", "Fibril.Scheduling.DayPlan")]
    [InlineData("Fibril.Pathway.Journey.CourseReader", "Fibril.Pathway.Outcomes.OutcomeVisit")]
    [InlineData("Fibril.Platform.Data.ClinicDb", "Fibril.Pathway.Sessions.Session")]
    [InlineData("Fibril.Practice.Stock.OpenUnit", "Microsoft.EntityFrameworkCore.DbContext")]
    public void Allowed_import_passes(string from, string to) => Assert.Empty(Layers.Violations([new(from, to)]));
}
