using System.Diagnostics;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Stock;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fibril.Bench;

/// <summary>From a lot number to everybody who was treated with it, in PostgreSQL with a million sessions of one clinic; view entries in the journal included.</summary>
internal static class RecallBench
{
    private const int Sessions = 1_000_000;
    private const int SessionsOfLot = 200;
    private const int SessionsOfPerson = 10;
    private const int Runs = 21;
    private const double LimitMs = 1000;

    /// <summary>Nothing, with the reason on standard error, where PostgreSQL cannot be started.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using var server = await PostgresServer.StartAsync();
        if (server is null)
        {
            Environment.ExitCode = 1;
            yield break;
        }

        var name = $"bench_recall_{Environment.ProcessId}";
        var data = Directory.CreateTempSubdirectory("fibril-bench-recall-");
        await ExecuteAsync(server.Connection, $"create database {name}");
        var connection = new NpgsqlConnectionStringBuilder(server.Connection) { Database = name, CommandTimeout = 1800 }.ConnectionString;
        try
        {
            await using var app = Serve.Build([$"--database={connection}", $"--data={data.FullName}", "--environment=Test", "--jobs=off"], b => b.Logging.ClearProviders());
            await Serve.PrepareAsync(app.Services);
            var clinic = Guid.CreateVersion7();
            var filling = Stopwatch.StartNew();
            await PrototypesAsync(app, clinic);
            await FillAsync(connection);
            yield return new("recall.fill", filling.Elapsed.TotalSeconds, "s");
            List<double> times = [];
            var (people, sessions) = (0, 0);
            for (var run = 1; run <= Runs; run++)
            {
                var watch = Stopwatch.StartNew();
                var found = await TraceAsync(app, clinic, $"bench-{run * 100}");
                times.Add(watch.Elapsed.TotalMilliseconds);
                (people, sessions) = (found.People.Select(p => p.PatientId).Distinct().Count(), found.People.Count);
            }

            yield return new("recall.sessions", Sessions, "sessions in the database");
            yield return new("recall.people", people, $"people in {sessions} sessions of the lot");
            yield return new("recall.first", times[0], "ms", LimitMs);
            yield return new("recall.p50", times.Skip(1).Order().ElementAt((Runs - 1) / 2), "ms", LimitMs);
            yield return new("recall.max", times.Skip(1).Max(), "ms", LimitMs);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(server.Connection, $"drop database if exists {name} with (force)");
            data.Delete(true);
        }
    }

    /// <summary>What the page does: number typed, lot found, people listed, views written. Each lot only once, so that nothing was read before.</summary>
    private static async Task<TraceRecall.Recall> TraceAsync(WebApplication app, Guid clinic, string lot)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic);
        var ids = await scope.ServiceProvider.GetRequiredService<TraceLot>().FindAsync(lot);
        return await scope.ServiceProvider.GetRequiredService<TraceRecall>().Handle(ids.Single());
    }

    /// <summary>One row of each table through the program itself, so that the copies have every column right.</summary>
    private static async Task PrototypesAsync(WebApplication app, Guid clinic)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, caller) = (scope.ServiceProvider.GetRequiredService<ClinicDb>(), scope.ServiceProvider.GetRequiredService<Caller>());
        caller.ActAsSystem(clinic);
        var now = caller.Now;
        db.Add(new Clinic { Name = "Bench", TimeZone = "Europe/London", Jurisdiction = "GB-ENG", CreatedAt = now });
        var patient = db.Add(new Patient { GivenName = "Bench", FamilyName = "Person", BornOn = new(1990, 1, 1), Email = "person@example.org", Phone = "020 7946 0000", RegisteredAt = now }).Entity;
        var course = db.Add(new Course { PatientId = patient.Id, Number = 1, Title = "Acne scars, cheeks", OpenedAt = now }).Entity;
        var plan = db.Add(new Plan { CourseId = course.Id, PatientId = patient.Id, Sessions = 6, IntervalDays = 28, Anaesthetic = "none", DraftedAt = now, DraftedByName = "bench", Zones = [new("cheek", "acne-scar", 1.0m, 4)] }).Entity;
        var booking = db.Add(new Booking { CourseId = course.Id, PatientId = patient.Id, Kind = VisitKind.Session, MadeAt = now, MadeByName = "bench" }).Entity;
        booking.Place([new(SegmentKind.Needling, now, 30, null, null)]);
        var item = db.Add(new StockItem { Name = "Cartridge 12", Kind = StockKind.Cartridge, Needles = 12 }).Entity;
        var lot = db.Add(new StockLot { ItemId = item.Id, Lot = "bench-0", ExpiresOn = new(2030, 1, 1), Received = SessionsOfLot, ReceivedAt = now }).Entity;
        db.Add(Session(course, plan, booking, lot, now));
        db.Add(new LotUse { LotId = lot.Id, ForId = Guid.NewGuid(), UsedAt = now });
        db.Add(new OpenedUnit { LotId = lot.Id, Unit = "0", OpenedAt = now, OpenedBy = Guid.NewGuid(), ForId = Guid.NewGuid() });
        await db.SaveAsync(caller.Act("prepare bench"));
    }

    private static Session Session(Course course, Plan plan, Booking booking, StockLot lot, DateTime now)
    {
        var session = new Session { CourseId = course.Id, PatientId = course.PatientId, BookingId = booking.Id, PlanId = plan.Id, Number = 1, HeldOn = new(2026, 1, 1), OpenedAt = now };
        session.Use(new(lot.Id, "Cartridge 12", "cartridge", lot.Lot, lot.ExpiresOn, "1"));
        session.StartNeedling(now);
        session.Record(new("cheek", 1.0m, 4, ["horizontal", "vertical"], 100, 2, "erythema", 3, "", ""));
        session.Record(new("forehead", 0.5m, 4, ["horizontal", "vertical"], 100, 2, "erythema", 3, "", ""));
        session.FinishNeedling(now);
        session.Sign(Guid.NewGuid(), "bench", new string('x', 1500), "sha256:bench", now);
        return session;
    }

    /// <summary>Sessions of one lot lie far apart in the table, and each belongs to another person.</summary>
    private static async Task FillAsync(string connection)
    {
        var lots = Sessions / SessionsOfLot;
        var copy = new RowCopies(connection);
        await copy.AddAsync("patient", Sessions / SessionsOfPerson, ("id", RowCopies.Id(1, "n")));
        await copy.AddAsync("course", Sessions / SessionsOfPerson, ("id", RowCopies.Id(2, "n")), ("patient_id", RowCopies.Id(1, "n")));
        await copy.AddAsync("stock_lot", lots, ("id", RowCopies.Id(3, "n")), ("lot", "'bench-' || n"), ("lot_key", "'BENCH-' || n"));
        (string, string)[] whose = [("course_id", RowCopies.Id(2, $"(n - 1) / {SessionsOfPerson} + 1")), ("patient_id", RowCopies.Id(1, $"(n - 1) / {SessionsOfPerson} + 1"))];
        await copy.AddAsync("booking", Sessions, [("id", RowCopies.Id(4, "n")), .. whose]);
        await copy.AddAsync("session", Sessions, [("id", RowCopies.Id(5, "n")), .. whose, ("booking_id", RowCopies.Id(4, "n")), ("number", $"(n - 1) % {SessionsOfPerson} + 1"), ("held_on", "date '2020-01-01' + n % 2000")]);
        (string, string)[] used = [("lot_id", RowCopies.Id(3, $"n % {lots} + 1")), ("for_id", RowCopies.Id(5, "n"))];
        await copy.AddAsync("lot_use", Sessions, [("id", RowCopies.Id(6, "n")), .. used]);
        await copy.AddAsync("opened_unit", Sessions, [("id", RowCopies.Id(7, "n")), .. used, ("unit", $"(n / {lots})::text")]);
        await ExecuteAsync(connection, "vacuum analyze");
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync();
    }
}
