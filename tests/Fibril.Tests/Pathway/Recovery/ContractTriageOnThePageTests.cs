using System.Text.Json;
using AngleSharp.Html.Dom;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Cli;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Protocol;
using Fibril.Tests.Support;
using UiWords = Fibril.Platform.Ui.Words;

namespace Fibril.Tests.Pathway.Recovery;

/// <summary>The worked examples of the contract, reported by the person: the page, the inbox and <c>fibril triage</c> give one level.</summary>
public class ContractTriageOnThePageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private static readonly (string Id, string Label)[] Tapped = [("redness", "Redness"), ("swelling", "Swelling"), ("pain", "Pain"), ("itch", "Itch")];

    private static readonly JsonElement Expected = Example.Json("triage/expected.json").GetProperty("cases");

    [Fact]
    public async Task Page_inbox_and_command_give_the_level_of_the_contract()
    {
        List<(string Id, Fibril.Protocol.CheckIn CheckIn, Patient Patient, Guid Session)> cases = [];
        foreach (var id in Expected.EnumerateObject().Select(c => c.Name))
        {
            var checkIn = CheckInReader.Read(Example.Text($"triage/{id}.json")).CheckIn!;
            var person = TestData.Patient(id, "Contract");
            person.Phototype = checkIn.Phototype;
            var (patient, course) = await clinic.CreateCourseAsync(person);
            if (checkIn.History?.ColdSores == true)
            {
                await clinic.AddAsync(ColdSores(course.Id, patient.Id));
            }

            cases.Add((id, checkIn, patient, (await clinic.HoldSessionAsync(course, checkIn.Zones![0].DepthMm, checkIn.Zones[0].Zone)).Id));
        }

        var began = clinic.Clock.GetUtcNow();
        using var staff = await Browser.OfAsync(clinic, clinic.Practitioner);
        foreach (var (id, checkIn, patient, session) in cases.OrderBy(c => c.CheckIn.Day))
        {
            clinic.Clock.SetUtcNow(began.AddDays(checkIn.Day) + TimeSpan.FromSeconds(cases.Count)); // a clock only goes forward
            var level = Expected.GetProperty(id).GetProperty("level").GetString()!;
            using var browser = Browser.Of(clinic, patient);
            await ReportAsync(browser, session, checkIn);
            await staff.GetAsync("/staff/recovery");

            Assert.Equal((id, level), (id, browser.Page.QuerySelector("[data-level]")!.GetAttribute("data-level")!));
            Assert.Equal((id, UiWords.Of(level)), (id, FormFiller.Words(staff.Page.QuerySelectorAll("li[data-group]").First(c => c.TextContent.Contains(patient.Name, StringComparison.Ordinal)).QuerySelector(".tag")!)));
            Assert.Equal((id, level), (id, await CommandAsync(id)));
        }
    }

    private static async Task ReportAsync(Browser browser, Guid session, Fibril.Protocol.CheckIn checkIn)
    {
        await browser.GetAsync($"/my/recovery/{session}");
        var taps = Tapped.Select(t => (t.Label, (checkIn.Signs.FirstOrDefault(s => s.Id == t.Id)?.Severity ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var sign in checkIn.Signs.Where(s => Tapped.All(t => t.Id != s.Id)))
        {
            ((IHtmlInputElement)browser.Page.QuerySelector($"input[name=sign][value={sign.Id}]")!).IsChecked = true;
        }

        await browser.PressAsync("Send", [.. taps, ("In your own words", checkIn.Text ?? "")]);
        Assert.StartsWith("/my/recovery/reports/", browser.Address.AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task<string> CommandAsync(string id)
    {
        var output = new StringWriter();
        await Commands.RunAsync(["triage", Path.Combine(AppContext.BaseDirectory, "Protocol", "Examples", "triage", $"{id}.json"), "--json"], output);
        return JsonDocument.Parse(output.ToString()).RootElement.GetProperty("level").GetString()!;
    }

    private Consultation ColdSores(Guid course, Guid patient)
    {
        var row = new Consultation { CourseId = course, PatientId = patient, StartedAt = clinic.Clock.GetUtcNow().UtcDateTime };
        row.Reply(new() { Question = "cold-sores", Reply = Reply.Yes, AnsweredAt = clinic.Clock.GetUtcNow().UtcDateTime, By = "test", Items = [new() { Kind = AnswerItemKind.Condition, Id = "herpes-orofacial" }] });
        return row;
    }
}
