namespace Fibril.Bench;

/// <summary>
/// The real program, on SQLite and on PostgreSQL, with 32 clerks who want the same times: nobody is booked twice, nothing that was
/// acknowledged is missing, one of sixteen gets a slot, and how long it takes.
/// </summary>
public static class BookingBench
{
    /// <summary>Figures of both engines; those of PostgreSQL are left out, with the reason on standard error, where it cannot be started.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        await DemoProgram.BuildAsync();
        foreach (var figure in await OnAsync("sqlite", null))
        {
            yield return figure;
        }

        using var server = await PostgresServer.StartAsync();
        if (server is null)
        {
            Environment.ExitCode = 1;
            yield break;
        }

        foreach (var figure in await OnAsync("postgres", server.Connection))
        {
            yield return figure;
        }
    }

    /// <param name="connection">Null: the SQLite file of a fresh folder.</param>
    private static async Task<IReadOnlyList<Figure>> OnAsync(string engine, string? connection)
    {
        var data = Directory.CreateTempSubdirectory("fibril-bench-");
        try
        {
            using var program = DemoProgram.Start(data.FullName, connection);
            await program.UntilPagesAsync("/sign-in");
            var ledger = new BookingLedger(connection ?? $"Data Source={Path.Combine(data.FullName, "fibril.db")};Mode=ReadOnly");
            var before = (await ledger.VisitsAsync()).Select(v => v.Id).ToHashSet();
            using var load = new BookingLoad(program.Address, await ledger.ClinicAsync());
            await load.SignInAsync();
            var elapsed = await load.RunAsync();
            await load.RunSixteenAsync();
            var visits = await ledger.VisitsAsync();
            await program.StopAsync();
            var made = visits.Where(v => !before.Contains(v.Id)).CountBy(v => v.Kind).OrderBy(k => k.Key).Select(k => $"{k.Value} × {k.Key}");
            await Console.Error.WriteLineAsync($"{engine}: {load.Answers}; in the database {string.Join(", ", made)}");
            var (there, times) = (visits.Select(v => v.Id).ToHashSet(), load.Times);
            return
            [
                new($"booking.{engine}.overlaps", BookingLedger.Overlaps(visits), "pairs of visits", 0),
                new($"booking.{engine}.lost", load.Acknowledged.Count(id => !there.Contains(id)), "visits", 0),
                new($"booking.{engine}.sixteen", load.Unfair, $"of {BookingLoad.Rounds} rounds not won by exactly one", 0),
                new($"booking.{engine}.rate", BookingLoad.Attempts / elapsed.TotalSeconds, "attempts/s"),
                new($"booking.{engine}.p50", times[times.Count / 2], "ms"),
                new($"booking.{engine}.p99", times[times.Count * 99 / 100], "ms"),
            ];
        }
        finally
        {
            data.Delete(true);
        }
    }
}
