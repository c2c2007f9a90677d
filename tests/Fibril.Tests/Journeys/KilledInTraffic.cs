using Fibril.Pathway.Recovery;
using Fibril.Platform.Access;
using Fibril.Platform.Jobs;
using Fibril.Platform.Journal;
using Fibril.Platform.Messages;
using Fibril.Tests.Platform.Access;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Fibril.Tests.Journeys;

/// <summary>The real program, killed while several people write: what it answered is there, once; what it did not answer may be sent again.</summary>
public sealed class KilledInTraffic : IAsyncLifetime
{
    private const int People = 4;
    private const int WritesBeforeTheKill = 30;

    private readonly TestClinic clinic = new() { Clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) };
    /// <summary>On a machine with nothing else to do it takes some fifteen seconds, most of them two starts.</summary>
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(5));
    private readonly List<DeskWorker> workers = [];
    private ServedProgram program = null!;

    [Fact]
    public async Task No_answered_write_is_lost_and_none_that_is_sent_again_counts_twice()
    {
        await Given_people_at_their_desks();
        await When_the_program_is_killed_while_they_write();
        await program.StartAsync(patience.Token);
        await When_everything_unanswered_is_sent_again_twice();
        await When_the_facts_are_told_that_were_not_told_yet();

        await Then_every_write_is_there_once();
        await Then_every_report_has_alerted_everybody_once();
        await Then_the_journal_is_whole();
    }

    private async Task Given_people_at_their_desks()
    {
        var (member, _) = await clinic.AddColleagueAsync("Wanda Writer");
        var (_, course) = await clinic.CreateCourseAsync();
        var session = await clinic.HoldSessionAsync(course);
        await program.StartAsync(patience.Token);
        for (var n = 0; n < People; n++)
        {
            workers.Add(await DeskWorker.SignInAsync(program.Address, member.Email, session.Id, n));
        }
    }

    /// <summary>One submission is cut off for certain: it has just left when the program dies.</summary>
    private async Task When_the_program_is_killed_while_they_write()
    {
        var (begun, dying) = (0, false);
        await Task.WhenAll(workers.Select(async worker =>
        {
            try
            {
                while (true)
                {
                    var request = await worker.FillNextAsync();
                    var answer = worker.SendAsync(request, patience.Token);
                    if (Interlocked.Increment(ref begun) == WritesBeforeTheKill)
                    {
                        Volatile.Write(ref dying, true);
                        program.Kill();
                    }

                    await answer;
                }
            }
            catch (HttpRequestException) when (Volatile.Read(ref dying))
            {
                // cut off, or nobody there any more
            }
        }));
        await program.GoneAsync(patience.Token);
        Assert.Contains(workers, w => w.Unanswered.Any());
        Assert.Contains(workers, w => w.Writes.Exists(x => x.IsAnswered));
    }

    private async Task When_everything_unanswered_is_sent_again_twice()
    {
        foreach (var worker in workers)
        {
            foreach (var write in worker.Unanswered.ToList())
            {
                await worker.SendAgainAsync(write, patience.Token);
                await worker.SendAgainAsync(write, patience.Token);
            }
        }

        program.Kill();
        await program.GoneAsync(patience.Token);
    }

    private async Task When_the_facts_are_told_that_were_not_told_yet()
    {
        clinic.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(5)); // what was being told when the program died is free again
        await clinic.DrainAsync();
        Assert.False(await clinic.ReadAsync(db => db.Set<OutboxFact>().AnyAsync(f => f.DoneAt == null)));
    }

    private async Task Then_every_write_is_there_once()
    {
        var written = workers.SelectMany(w => w.Writes).ToLookup(w => w.IsReport, w => w.Marker);
        var patients = await clinic.ReadAsync(db => db.Patients.Where(p => p.GivenName == DeskWorker.GivenName).Select(p => p.FamilyName).ToListAsync());
        var reports = await clinic.ReadAsync(db => db.CheckIns.Select(c => c.Words).ToListAsync());

        Assert.Equal(written[false].Order(StringComparer.Ordinal), patients.Order(StringComparer.Ordinal));
        Assert.Equal(written[true].Order(StringComparer.Ordinal), reports.Order(StringComparer.Ordinal));
    }

    private async Task Then_every_report_has_alerted_everybody_once()
    {
        var reports = await clinic.ReadAsync(db => db.CheckIns.Select(c => c.Id).ToListAsync());
        var called = await clinic.ReadAsync(db => db.StaffMembers.Where(s => s.Role == Role.Practitioner).Select(s => s.Id).ToListAsync());
        var told = await clinic.ReadAsync(db => db.Set<OutboxFact>().CountAsync(f => f.Type == typeof(CheckInReported).FullName));
        var alerts = await clinic.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.StaffAlert).Select(m => m.Key).ToListAsync());

        Assert.Equal(reports.Count, told);
        Assert.Equal(
            reports.SelectMany(r => called.Select(p => $"alert:{r:N}:0:{p:N}")).Order(StringComparer.Ordinal),
            alerts.Order(StringComparer.Ordinal));
    }

    private async Task Then_the_journal_is_whole()
    {
        var report = await clinic.UseAsync<JournalCheck, JournalReport>(u => u.Handle());
        var registered = await clinic.ReadAsync(db => db.JournalEntries.CountAsync(e => e.Verb == "register patient"));

        Assert.True(report.IsIntact, string.Join('\n', report.Faults));
        Assert.Equal(workers.SelectMany(w => w.Writes).Count(w => !w.IsReport), registered);
    }

    public async ValueTask InitializeAsync()
    {
        await clinic.InitializeAsync();
        program = new(clinic);
    }

    public async ValueTask DisposeAsync()
    {
        workers.ForEach(w => w.Dispose());
        patience.Dispose();
        await program.DisposeAsync();
        await clinic.DisposeAsync();
    }
}
