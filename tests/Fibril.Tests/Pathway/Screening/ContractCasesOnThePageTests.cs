using System.Text.Json;
using Fibril.Pathway;
using Fibril.Pathway.Screening;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Protocol;
using Fibril.Tests.Support;
using UiWords = Fibril.Platform.Ui.Words;
using PatientSex = Fibril.Practice.Patients.Sex;

namespace Fibril.Tests.Pathway.Screening;

/// <summary>The worked examples of the contract, told as answers in the clinic and read from the screening page.</summary>
public class ContractCasesOnThePageTests
{
    private static readonly JsonElement Expected = Example.Json("cases/expected.json").GetProperty("cases");
    private static readonly ILookup<DateOnly, CaseFile> Cases = Expected.EnumerateObject().Select(c => CaseReader.Read(Example.Text($"cases/{c.Name}.json")).Case!).ToLookup(c => c.On);

    public static TheoryData<DateOnly> Days => [.. Cases.Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Page_says_what_the_contract_expects(DateOnly on)
    {
        await using var clinic = new TestClinic { Clock = new(new DateTimeOffset(on, new TimeOnly(10, 0), TimeSpan.Zero)) };
        await clinic.InitializeAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);

        foreach (var file in Cases[on])
        {
            await browser.GetAsync($"/staff/courses/{await ScreenedAsync(clinic, file)}/screening");

            AssertPage(file.Id!, browser);
        }
    }

    private static void AssertPage(string id, Browser browser)
    {
        var expected = Expected.GetProperty(id);
        var rules = browser.Page.QuerySelectorAll("table.findings td[data-label=Rule] strong").Select(r => r.TextContent).ToHashSet();
        DateOnly? notBefore = expected.GetProperty("notBefore").GetString() is { } day ? DateOnly.Parse(day) : null;

        Assert.Equal((id, OutcomeWords.Headline(OutcomeOf(expected), notBefore)), (id, FormFiller.Words(browser.Page.QuerySelector("main .card-title, main .card h2")!)));
        Assert.Subset(rules, Example.Words(expected, "mustFire"));
        Assert.Empty(rules.Intersect(Example.Words(expected, "mustNotFire")));
        foreach (var zone in expected.TryGetProperty("zones", out var zones) ? zones.EnumerateObject().ToList() : [])
        {
            var row = browser.Page.QuerySelectorAll("tr").Single(r => r.QuerySelector("td[data-label='Deepest']") is not null && r.QuerySelector("th")!.TextContent == UiWords.Of(ProtocolPack.Current.SiteName(zone.Name)));
            Assert.Equal(OutcomeWords.Headline(OutcomeOf(zone.Value), null), FormFiller.Words(row.QuerySelector("td[data-label='Decision']")!));
            Assert.Equal(zone.Value.GetProperty("notBefore").GetString() ?? "No date", row.QuerySelector("td[data-label='Not before'] time")?.GetAttribute("datetime") ?? FormFiller.Words(row.QuerySelector("td[data-label='Not before']")!));
        }

        Assert.DoesNotContain("This decision is old", browser.Text, StringComparison.Ordinal);
    }

    private static async Task<Guid> ScreenedAsync(TestClinic clinic, CaseFile file)
    {
        var told = file.Patient;
        var patient = new Patient
        {
            GivenName = file.Id!, FamilyName = "Contract", BornOn = told.BirthDate, Sex = Enum.Parse<PatientSex>(told.Sex.ToString()), Phototype = told.Phototype, WeightKg = told.WeightKg, RegisteredAt = clinic.Clock.GetUtcNow().UtcDateTime,
        };
        var (_, course) = await clinic.CreateCourseAsync(patient);
        await clinic.AddAsync(new ToldCase(file, clinic.Clock.GetUtcNow().UtcDateTime).Consultation(course.Id, patient.Id));
        var screening = await clinic.UseAsync<ScreenCourse, CandidacyScreening?>(u => u.Handle(course.Id, file.Plan.SessionDate, "staff", file.Plan with { SessionDate = null }), clinic.Physician);
        Assert.NotNull(screening);
        return course.Id;
    }

    private static CandidacyOutcome OutcomeOf(JsonElement expected) =>
        Enum.GetValues<CandidacyOutcome>().Single(o => OutcomeWords.Id(o) == expected.GetProperty("decision").GetString());
}
