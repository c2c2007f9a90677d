using System.Globalization;
using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Journal;

public class JournalCheckTests
{
    [Fact]
    public async Task Untouched_journal_is_intact()
    {
        await using var clinic = await FilledAsync();

        var report = await CheckAsync(clinic);

        Assert.True(report.IsIntact, string.Join("\n", report.Faults));
        Assert.Equal((1, 13L), (report.Clinics, report.Entries));
    }

    [Theory]
    [InlineData("actor_name", "'Somebody Else'")]
    [InlineData("verb", "'look away'")]
    [InlineData("why", "'because'")]
    [InlineData("changes", "'[]'")]
    [InlineData("kind", "'View'")]
    [InlineData("kind", "'Nonsense'")]
    [InlineData("actor_kind", "'Patient'")]
    [InlineData("hash", "'00'")]
    [InlineData("seal", "'00'")]
    [InlineData("at", "'2020-01-01 00:00:00'")]
    public async Task Edited_field_names_the_entry_at_every_place(string column, string value)
    {
        foreach (var place in new[] { 1, 7, 13 })
        {
            await using var clinic = await FilledAsync();
            await SqlAsync(clinic, $"update journal_entry set {column} = {value} where sequence = {place}");

            var report = await CheckAsync(clinic);

            Assert.Equal(place, report.Faults[0].Sequence);
            Assert.Contains(report.Faults[0].Problem, new[] { JournalProblem.Changed, JournalProblem.Forged, JournalProblem.Unreadable });
            Assert.Contains(place.ToString(CultureInfo.InvariantCulture), report.Faults[0].Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Deleted_entries_are_named()
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, "delete from journal_entry where sequence in (1, 5, 6)");

        var report = await CheckAsync(clinic);

        Assert.Equal([(1L, JournalProblem.Missing), (5L, JournalProblem.Missing)], report.Faults.Select(f => (f.Sequence, f.Problem)));
        Assert.Equal("Entries 5 to 6 are missing.", report.Faults[1].Sentence);
    }

    [Fact]
    public async Task Deleted_entry_with_the_rest_moved_up_is_named()
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, "delete from journal_entry where sequence = 5");
        for (var n = 6; n <= 13; n++)
        {
            await SqlAsync(clinic, $"update journal_entry set sequence = {n - 1} where sequence = {n}");
        }

        var report = await CheckAsync(clinic);

        Assert.Equal(5, report.Faults[0].Sequence);
        Assert.Contains(report.Faults, f => f is { Sequence: 13, Problem: JournalProblem.Missing });
    }

    [Fact]
    public async Task Exchanged_entries_are_both_named()
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, "update journal_entry set sequence = 99 where sequence = 4");
        await SqlAsync(clinic, "update journal_entry set sequence = 4 where sequence = 9");
        await SqlAsync(clinic, "update journal_entry set sequence = 9 where sequence = 99");

        var named = (await CheckAsync(clinic)).Faults.Where(f => f.Problem == JournalProblem.Changed).Select(f => f.Sequence);

        Assert.Equal([4L, 9L], named);
    }

    [Fact]
    public async Task Inserted_entry_is_named()
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, Copy(from: 13, to: 14));

        var report = await CheckAsync(clinic);

        Assert.Contains(report.Faults, f => f is { Sequence: 14, Problem: JournalProblem.Changed });
        Assert.Contains(report.Faults, f => f is { Sequence: 14, Problem: JournalProblem.Surplus });
    }

    [Fact]
    public async Task Rewritten_chain_with_right_hashes_shows_by_its_seals()
    {
        await using var clinic = await FilledAsync();
        await RewriteAsync(clinic, from: 6, withHead: true);

        var report = await CheckAsync(clinic);

        Assert.Equal((6L, JournalProblem.Forged), (report.Faults[0].Sequence, report.Faults[0].Problem));
        Assert.Contains(report.Faults, f => f.Problem == JournalProblem.Head);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cut_off_tail_shows_even_with_the_head_moved_back(bool moveHead)
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, "delete from journal_entry where sequence > 10");
        if (moveHead)
        {
            await SqlAsync(clinic, "update journal_head set sequence = 10, hash = (select hash from journal_entry where sequence = 10), seal = (select seal from journal_entry where sequence = 10)");
        }

        var fault = Assert.Single((await CheckAsync(clinic)).Faults);

        Assert.Equal(moveHead ? (10L, JournalProblem.Head) : (11L, JournalProblem.Missing), (fault.Sequence, fault.Problem));
    }

    [Fact]
    public async Task Writing_on_does_not_hide_a_moved_head()
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, "delete from journal_entry where sequence > 10");
        await SqlAsync(clinic, "update journal_head set sequence = 10, hash = (select hash from journal_entry where sequence = 10)");
        await clinic.AddAsync(TestData.Patient("After", "Forgery"));

        var fault = Assert.Single((await CheckAsync(clinic)).Faults);

        Assert.Equal(JournalProblem.Head, fault.Problem);
    }

    [Fact]
    public async Task Journal_deleted_as_a_whole_shows()
    {
        await using var clinic = await FilledAsync();
        await SqlAsync(clinic, "delete from journal_entry");
        await SqlAsync(clinic, "delete from journal_head");

        var fault = Assert.Single((await CheckAsync(clinic)).Faults);

        Assert.Equal((clinic.ClinicId, JournalProblem.Head), (fault.ClinicId, fault.Problem));
        Assert.Contains("whole journal", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_prints_places_and_exits_one_when_broken_and_zero_when_intact()
    {
        await using var clinic = await FilledAsync();
        Assert.SkipWhen(TestDatabase.IsPostgres, "The verb finds the database by the folder.");

        var intact = await RunAsync("journal", "verify", "--data", clinic.Directory);
        await SqlAsync(clinic, "update journal_entry set verb = 'x' where sequence = 3");
        var broken = await RunAsync("journal", "verify", "--data", clinic.Directory, "--json");

        Assert.Equal(0, intact.Code);
        Assert.Contains("13 entries of 1 clinics: intact.", intact.Output, StringComparison.Ordinal);
        Assert.Equal(1, broken.Code);
        var fault = JsonDocument.Parse(broken.Output).RootElement.GetProperty("faults")[0];
        Assert.Equal((3, "Changed"), (fault.GetProperty("sequence").GetInt32(), fault.GetProperty("problem").GetString()));
        Assert.Equal(2, (await RunAsync("journal", "verify", "--data", Path.Combine(clinic.Directory, "nowhere"))).Code);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        return (await Commands.RunAsync(args, output), output.ToString());
    }

    /// <summary>One entry of the seeding and twelve more.</summary>
    private static async Task<TestClinic> FilledAsync()
    {
        var clinic = new TestClinic();
        await clinic.InitializeAsync();
        for (var i = 0; i < 12; i++)
        {
            await clinic.AddAsync(TestData.Patient("Pat", $"Number {i}"));
        }

        return clinic;
    }

    private static Task<JournalReport> CheckAsync(TestClinic clinic) =>
        clinic.UseAsync<JournalCheck, JournalReport>(u => u.Handle());

    private static Task SqlAsync(TestClinic clinic, string sql) => clinic.InAsync(async services =>
        Assert.True(await services.GetRequiredService<ClinicDb>().Database.ExecuteSqlRawAsync(sql) > 0));

    private static string Copy(int from, int to)
    {
        const string Columns = "clinic_id, kind, at, actor_kind, actor_id, actor_name, verb, why, person_id, changes, previous_hash, hash, seal";
        return $"insert into journal_entry (sequence, {Columns}) select {to}, {Columns} from journal_entry where sequence = {from}";
    }

    /// <summary>What somebody with the database and the source, but without the key, can do.</summary>
    private static Task RewriteAsync(TestClinic clinic, int from, bool withHead) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        var forger = new JournalKey(services.GetRequiredService<Settings>() with { DataDirectory = Directory.CreateTempSubdirectory("fibril-forger-").FullName });
        var previous = (await db.JournalEntries.AsNoTracking().FirstAsync(e => e.Sequence == from - 1)).Hash;
        foreach (var old in await db.JournalEntries.AsNoTracking().Where(e => e.Sequence >= from).OrderBy(e => e.Sequence).ToListAsync())
        {
            var entry = new JournalEntry
            {
                ClinicId = old.ClinicId, Sequence = old.Sequence, Kind = old.Kind, At = old.At, ActorKind = old.ActorKind, ActorId = old.ActorId,
                ActorName = "Innocent", Verb = old.Verb, Why = old.Why, PersonId = old.PersonId, Changes = old.Changes, PreviousHash = previous,
            }.Sealed(forger);
            await db.Database.ExecuteSqlAsync($"update journal_entry set actor_name = {entry.ActorName}, previous_hash = {entry.PreviousHash}, hash = {entry.Hash}, seal = {entry.Seal} where sequence = {entry.Sequence}");
            previous = entry.Hash;
        }

        Assert.True(withHead);
        await db.Database.ExecuteSqlAsync($"update journal_head set hash = {previous}");
    });
}
