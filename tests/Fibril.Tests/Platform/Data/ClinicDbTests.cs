using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Data;

public class ClinicDbTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task SaveAsync_new_row_has_key_version_and_journal_entry()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Jo", "Journal"));

        var entry = await clinic.ReadAsync(db => db.JournalEntries.OrderByDescending(e => e.Sequence).FirstAsync(e => e.PersonId == patient.Id));

        Assert.Equal(clinic.ClinicId, patient.ClinicId);
        Assert.Equal(1, patient.Version);
        Assert.Equal("prepare test", entry.Verb);
        Assert.Contains("Journal", entry.Changes, StringComparison.Ordinal);
        Assert.Equal(entry.Hash, entry.ComputeHash());
    }

    [Fact]
    public async Task SaveAsync_same_submission_twice_has_one_effect()
    {
        Task RegisterAsync() => clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            db.Add(TestData.Patient("Twice", "Posted"));
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("register") with { Once = "same-key" });
        });

        await RegisterAsync();
        await Assert.ThrowsAsync<AlreadyDoneException>(RegisterAsync);

        Assert.Equal(1, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.GivenName == "Twice")));
    }

    [Fact]
    public async Task SaveAsync_row_changed_in_between_shows_both_versions()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Race", "Before"));

        var lost = await Assert.ThrowsAsync<LostRaceException>(() => clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            var mine = await db.Patients.FirstAsync(p => p.Id == patient.Id);
            await RenameAsync(patient.Id, "Theirs");
            mine.FamilyName = "Mine";
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("rename"));
        }));

        Assert.Contains(lost.Differences, d => d is { Field: nameof(Patient.FamilyName), Mine: "Mine", Theirs: "Theirs" });
    }

    [Fact]
    public async Task SaveAsync_twice_with_somebody_else_in_between_goes_on_with_the_chain()
    {
        await clinic.InAsync(async services =>
        {
            var (db, act) = (services.GetRequiredService<ClinicDb>(), services.GetRequiredService<Caller>().Act("register"));
            db.Add(TestData.Patient("First", "Link"));
            await db.SaveAsync(act);
            await clinic.AddAsync(TestData.Patient("Second", "Link"));
            db.Add(TestData.Patient("Third", "Link"));
            await db.SaveAsync(act);
        });

        Assert.Equal(3, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Link")));
        Assert.Empty((await clinic.UseAsync<Fibril.Platform.Journal.JournalCheck, Fibril.Platform.Journal.JournalReport>(u => u.Handle())).Faults);
    }

    [Fact]
    public async Task Reads_and_writes_stay_inside_the_clinic()
    {
        var patient = await clinic.AddAsync(TestData.Patient("Wall", "One"));

        await clinic.InAsync(async services =>
        {
            services.GetRequiredService<Caller>().ActAsSystem(Guid.CreateVersion7());
            var db = services.GetRequiredService<ClinicDb>();
            Assert.False(await db.Patients.AnyAsync(p => p.Id == patient.Id));
            var stranger = await db.Patients.IgnoreQueryFilters().FirstAsync(p => p.Id == patient.Id);
            stranger.FamilyName = "Stolen";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveAsync(services.GetRequiredService<Caller>().Act("steal")));
        });
    }

    private Task RenameAsync(Guid id, string name) => clinic.InAsync(async services =>
    {
        var db = services.GetRequiredService<ClinicDb>();
        (await db.Patients.FirstAsync(p => p.Id == id)).FamilyName = name;
        await db.SaveAsync(services.GetRequiredService<Caller>().Act("rename"));
    });
}
