using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Search;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Practice.Patients;

public class SearchTests(SearchTests.People people) : IClassFixture<SearchTests.People>
{
    public sealed class People : IAsyncLifetime
    {
        public TestClinic Clinic { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Clinic.InitializeAsync();
            await AddAsync("María Luisa", "Razo", new(1973, 8, 1), "555-533-1316");
            await AddAsync("Freda", "O'Connell", new(1969, 12, 6), "555-599-6046");
            await AddAsync("Søren", "Østergård", new(1990, 3, 14), "+45 20 12 34 56");
            await AddAsync("John", "Smith", new(1990, 3, 14), "07700 900123");
            await AddAsync("Johanna", "Smythe", new(1988, 11, 22), null);
            await AddAsync("", "Prince", new(1958, 6, 7), null);
        }

        public ValueTask DisposeAsync() => Clinic.DisposeAsync();

        private async Task AddAsync(string given, string family, DateOnly born, string? phone)
        {
            var patient = TestData.Patient(given, family, born);
            patient.Phone = phone;
            await Clinic.AddAsync(patient);
        }
    }

    [Theory]
    [InlineData("razo", "Razo")]
    [InlineData("MARIA LUISA", "Razo")]
    [InlineData("razo maría", "Razo")]
    [InlineData("lui", "Razo")]
    [InlineData("r", "Razo")]
    [InlineData("oconnell", "O'Connell")]
    [InlineData("O’Connell", "O'Connell")]
    [InlineData("o'conell", "O'Connell")]
    [InlineData("fredda", "O'Connell")]
    [InlineData("Jhon Smith", "Smith")]
    [InlineData("ostergard", "Østergård")]
    [InlineData("soren", "Østergård")]
    [InlineData("prince", "Prince")]
    [InlineData("555-533", "Razo")]
    [InlineData("5331316", "Razo")]
    [InlineData("(555) 533 1316", "Razo")]
    [InlineData("555-533-1361", "Razo")]
    [InlineData("+44 7700 900123", "Smith")]
    [InlineData("900123 john", "Smith")]
    [InlineData("1973-08-01", "Razo")]
    [InlineData("01.08.1973", "Razo")]
    [InlineData("8/1/1973", "Razo")]
    [InlineData("1 August 1973", "Razo")]
    [InlineData("Aug 1, 1973", "Razo")]
    [InlineData("19730801", "Razo")]
    [InlineData("1/8/73", "Razo")]
    [InlineData("08/1973", "Razo")]
    [InlineData("1973 razo", "Razo")]
    [InlineData("razo 1973", "Razo")]
    [InlineData("1958", "Prince")]
    [InlineData("14 march john", "Smith")]
    public async Task Person_is_found_by(string q, string family)
    {
        var found = await FindAsync(q);

        Assert.Equal(family, found.People[0].FamilyName);
    }

    [Theory]
    [InlineData("razo 1974")]
    [InlineData("maria smith")]
    [InlineData("zzzz")]
    [InlineData("555-999-9999")]
    [InlineData("%")]
    public async Task Nobody_is_found_by(string q)
    {
        var found = await FindAsync(q);

        Assert.DoesNotContain(found.People, p => p.FamilyName is "Razo" or "Smith");
    }

    [Fact]
    public async Task One_birth_date_of_two_people_shows_both()
    {
        var found = await FindAsync("14.3.1990");

        Assert.Equal(["Smith", "Østergård"], found.People.Select(p => p.FamilyName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Renamed_person_is_found_by_the_new_name_only()
    {
        var person = await people.Clinic.AddAsync(TestData.Patient("Old", "Maidenname", new(1977, 7, 7)));
        await people.Clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            (await db.Patients.FirstAsync(p => p.Id == person.Id)).FamilyName = "Newlywed";
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("rename"));
        });

        Assert.Equal("Newlywed", (await FindAsync("newlywed")).People.Single().FamilyName);
        Assert.Empty((await FindAsync("maidenname")).People);
    }

    [Fact]
    public async Task Another_clinic_finds_nobody()
    {
        await people.Clinic.InAsync(async services =>
        {
            services.GetRequiredService<Caller>().ActAsSystem(Guid.CreateVersion7());

            var found = await services.GetRequiredService<SearchPatients>().Handle("razo", Show.Everybody, 1, people.Clinic.Clock.GetUtcNow().UtcDateTime);

            Assert.Empty(found.People);
        });
    }

    [Fact]
    public async Task Page_counts_in_words_and_says_when_nobody_fits()
    {
        using var browser = await Browser.OfAsync(people.Clinic, people.Clinic.FrontDesk);

        await browser.GetAsync("/staff/patients?q=razo");
        Assert.Contains("Showing 1 to 1 of 1", browser.Text, StringComparison.Ordinal);

        await browser.GetAsync("/staff/patients?q=qqqqqq");
        Assert.Contains("Nobody found", browser.Text, StringComparison.Ordinal);
    }

    private Task<Found> FindAsync(string q) =>
        people.Clinic.UseAsync<SearchPatients, Found>(u => u.Handle(q, Show.Everybody, 1, people.Clinic.Clock.GetUtcNow().UtcDateTime));
}
