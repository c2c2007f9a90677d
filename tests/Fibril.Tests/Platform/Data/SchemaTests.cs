using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Data;

public class SchemaTests
{
    [Fact]
    public async Task Database_that_is_behind_is_brought_up_to_date()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Serve.Build(Arguments(database));
        await InAsync(app.Services, db => db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First()));
        Assert.NotEmpty(await PendingAsync(app.Services));

        await Serve.PrepareAsync(app.Services);

        Assert.Empty(await PendingAsync(app.Services));
        await InAsync(app.Services, async db => Assert.Empty(await db.Clinics.IgnoreQueryFilters().ToListAsync()));
    }

    [Fact]
    public async Task Empty_folder_gets_its_database()
    {
        var folder = Directory.CreateTempSubdirectory("fibril-schema-");
        await using (var app = Serve.Build([$"--database=Data Source={folder}/new.db;Pooling=False", $"--data={folder}", "--jobs=off"]))
        {
            await Serve.PrepareAsync(app.Services);

            Assert.Empty(await PendingAsync(app.Services));
        }

        folder.Delete(true);
    }

    [Fact]
    public async Task Database_of_a_newer_program_is_left_alone_and_said_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Serve.Build(Arguments(database));
        await InAsync(app.Services, async db =>
        {
            var history = db.GetService<IHistoryRepository>();
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow("20991231000000_Later", "99.0.0")));
        });
        using var error = new StringWriter();

        var exit = await Commands.RunAsync(["serve", .. Arguments(database), "--urls=http://127.0.0.1:0"], TextWriter.Null, error);

        Assert.Equal(1, exit);
        Assert.Contains("a newer Fibril than this one: it has the step 20991231000000_Later", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("nothing was changed", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Start the newer Fibril again", error.ToString(), StringComparison.Ordinal);
    }

    private static string[] Arguments(TestDatabase database) => [$"--database={database.Connection}", $"--data={database.Directory}", "--jobs=off"];

    private static async Task<IReadOnlyList<string>> PendingAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return [.. await scope.ServiceProvider.GetRequiredService<ClinicDb>().Database.GetPendingMigrationsAsync()];
    }

    private static async Task InAsync(IServiceProvider services, Func<ClinicDb, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ClinicDb>());
    }
}
