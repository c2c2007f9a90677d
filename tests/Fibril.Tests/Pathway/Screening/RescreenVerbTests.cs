using System.Text.Json;
using Fibril.Pathway;
using Fibril.Pathway.Screening;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Screening;

public sealed class RescreenVerbTests : IAsyncLifetime
{
    private readonly TestClinic clinic = new();
    private readonly string folder = Directory.CreateTempSubdirectory("fibril-pack-").FullName;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The verb finds the database by the folder.");
        await clinic.InitializeAsync();
        foreach (var file in ProtocolPack.Current.FileNames)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            await File.WriteAllTextAsync(Path.Combine(folder, file), ProtocolPack.Current.Text(file));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, true);
        await clinic.DisposeAsync();
    }

    [Fact]
    public async Task Same_protocol_judges_nobody_without_all_and_changes_nobody_with_it()
    {
        await ScreenedAsync("Ada");

        var other = await RunAsync();
        var all = await RunAsync("--all");

        Assert.Equal((0, 0), (other.Code, all.Code));
        Assert.StartsWith("0 screenings of open courses judged again, 0 come out otherwise\n", other.Output, StringComparison.Ordinal);
        Assert.StartsWith("1 screening of open courses judged again, 0 come out otherwise\n", all.Output, StringComparison.Ordinal);
        Assert.Empty(all.Error);
    }

    [Fact]
    public async Task Changed_rule_names_whom_it_changes_and_why()
    {
        var (ada, _) = await ScreenedAsync("Ada", Wart);
        await ScreenedAsync("Bea", "");
        Change("rules/skin.yaml", "- id: C03b", "{days: 28}", "{days: 1}");

        var text = await RunAsync("--pack", folder);
        var json = JsonDocument.Parse((await RunAsync("--pack", folder, "--json")).Output).RootElement;

        Assert.Equal(0, text.Code);
        Assert.StartsWith("2 screenings of open courses judged again, 1 comes out otherwise\n", text.Output, StringComparison.Ordinal);
        Assert.Matches("\n  1 defer -> [a-z-]+\n", text.Output);
        Assert.Contains($"\n  patient {ada.Id}, course ", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n      went: C03b (wait)\n", text.Output, StringComparison.Ordinal);
        var change = json.GetProperty("changes")[0];
        Assert.Equal((1, "defer", "C03b"), (json.GetProperty("changes").GetArrayLength(), change.GetProperty("from").GetString(), change.GetProperty("went")[0].GetProperty("rule").GetString()));
        Assert.Equal(JsonValueKind.Null, change.GetProperty("name").ValueKind);
    }

    [Fact]
    public async Task Names_are_shown_only_when_asked_for_and_each_leaves_a_view()
    {
        var (ada, _) = await ScreenedAsync("Ada", Wart);
        var before = await EntriesAsync();

        var plain = await RunAsync("--all", "--on", "2026-12-01");
        Assert.Equal(before, await EntriesAsync());
        var named = await RunAsync("--all", "--on", "2026-12-01", "--names");

        Assert.DoesNotContain("Ada", plain.Output, StringComparison.Ordinal);
        Assert.Contains("\n  Ada Screened, course ", named.Output, StringComparison.Ordinal);
        Assert.True(await EntriesAsync() > before);
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.PersonId == ada.Id && e.Verb == "rescreen people")));
    }

    [Fact]
    public async Task Later_day_of_the_session_is_judged_for_that_day()
    {
        await ScreenedAsync("Ada", Wart);

        var answer = await RunAsync("--all", "--on", "2026-12-01");

        Assert.Contains(", for sessions on 2026-12-01, by the facts stored", answer.Output, StringComparison.Ordinal);
        Assert.Contains("went: C03b", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_courses_and_superseded_screenings_are_left_alone()
    {
        await ScreenedAsync("Ada", Wart, close: true);
        await ScreenedAsync("Bea", Wart, supersede: true);

        var answer = await RunAsync("--all", "--on", "2026-12-01");

        Assert.StartsWith("0 screenings", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_cannot_be_read_are_named_and_exit_one()
    {
        await ScreenedAsync("Ada");
        var (bea, _) = await ScreenedAsync("Bea", damage: json => json.Replace("\"cheek\"", "\"cheeks\"", StringComparison.Ordinal));

        var answer = await RunAsync("--all");

        Assert.Equal(1, answer.Code);
        Assert.Contains(", 1 could not be judged\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains($"  patient {bea.Id}, course ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("'cheeks'", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_judges_nobody()
    {
        (await RunAsync("--on", "soon")).IsRefused("\"soon\" is no day");
        (await RunAsync("--pack", "/no/such/pack")).IsRefused("/no/such/pack: cannot be read");
        (await Verb.RunAsync("rescreen", "--data", "/no/such/data")).IsRefused("There is no database in");
    }

    private const string Wart = "\"conditions\": [{\"id\": \"wart\", \"status\": \"history\", \"zones\": [\"cheek\"], \"healedOn\": \"2026-05-31\"}],";

    private Task<Verb> RunAsync(params string[] options) => Verb.RunAsync(["rescreen", "--data", clinic.Directory, .. options]);

    private Task<int> EntriesAsync() => clinic.ReadAsync(db => db.JournalEntries.CountAsync());

    private async Task<(Patient Patient, Course Course)> ScreenedAsync(string name, string facts = "", Func<string, string>? damage = null, bool close = false, bool supersede = false)
    {
        var (patient, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Screened"));
        var file = CaseReader.Read(
            $$"""
            {"contract": "fibril.case/1", "on": "2026-06-10", "jurisdiction": "GB-ENG",
             "patient": {"birthDate": "1987-07-07", "sex": "female", "phototype": 2}, {{facts}}
             "plan": {"device": "pen", "energy": "none", "deviceLabel": "none", "anaesthetic": "lidocaine-4",
                      "zones": [{"zone": "cheek", "depthMm": 0.75, "indication": "acne-scar"}]},
             "otherwise": "no"}
            """).Case!;
        var decision = Candidacy.Decide(ProtocolPack.Current, file);
        var screening = new CandidacyScreening
        {
            CourseId = course.Id,
            PatientId = patient.Id,
            ForOn = decision.SessionDate,
            DecidedAt = TestClinic.Start.UtcDateTime,
            CaseJson = (damage ?? (json => json))(file.ToJson()),
            DecisionJson = decision.ToJson(),
            ProtocolVersion = decision.Protocol.Version,
            ProtocolHash = decision.Protocol.Hash,
            Outcome = OutcomeWords.Id(decision.Decision),
            Trigger = "staff",
        };
        if (supersede)
        {
            screening.Supersede(TestClinic.Start.UtcDateTime);
        }

        await clinic.AddAsync(screening);
        if (close)
        {
            await clinic.InAsync(async services =>
            {
                var db = (Fibril.Platform.Data.ClinicDb)services.GetService(typeof(Fibril.Platform.Data.ClinicDb))!;
                (await db.Courses.SingleAsync(c => c.Id == course.Id)).Close("done", TestClinic.Start.UtcDateTime);
                await db.SaveAsync(((Fibril.Platform.Data.Caller)services.GetService(typeof(Fibril.Platform.Data.Caller))!).Act("close course"));
            });
        }

        return (patient, course);
    }

    /// <summary>Changes the first such text after a place of a file of the pack.</summary>
    private void Change(string file, string after, string from, string to)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        var place = text.IndexOf(from, text.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal);
        File.WriteAllText(path, text[..place] + to + text[(place + from.Length)..]);
    }
}
