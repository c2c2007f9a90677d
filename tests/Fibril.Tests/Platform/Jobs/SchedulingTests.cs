using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fibril.Tests.Platform.Jobs;

/// <summary>The real scheduler over its tables in the real database.</summary>
public class SchedulingTests
{
    [Fact]
    public async Task Scheduler_keeps_its_triggers_in_the_database_and_sends_what_is_due()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Serve.Build([$"--database={database.Connection}", $"--data={database.Directory}"], Quiet);
        var sent = new TaskCompletionSource<string>();
        using var watcher = WatchFor(Path.Combine(database.Directory, "mail"), sent);
        await QueueAsync(app.Services);

        await app.StartAsync();
        var mail = await sent.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var triggers = await CountTriggersAsync(app.Services);
        await app.StopAsync();

        Assert.Contains("scheduler@example.org", await File.ReadAllTextAsync(mail), StringComparison.Ordinal);
        Assert.True(triggers >= 2, $"{triggers} triggers in the database");
    }

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }

    private static FileSystemWatcher WatchFor(string folder, TaskCompletionSource<string> found)
    {
        Directory.CreateDirectory(folder);
        var watcher = new FileSystemWatcher(folder, "*.eml");
        watcher.Created += (_, e) => found.TrySetResult(e.FullPath); // a rename whose two halves are read apart
        watcher.Renamed += (_, e) => found.TrySetResult(e.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private static async Task QueueAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(Guid.CreateVersion7());
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        db.Add(TestData.Clinic(caller.Now));
        await db.SaveAsync(caller.Act("prepare test"));
        await scope.ServiceProvider.GetRequiredService<Outgoing>().QueueAsync(new Mail(MessageKind.StaffAlert, "scheduler@example.org", "Ada", "/staff"));
        await db.SaveAsync(caller.Act("queue mail"));
    }

    private static async Task<int> CountTriggersAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClinicDb>().Database
            .SqlQuery<int>($"select count(*) as \"Value\" from qrtz_triggers").SingleAsync();
    }
}
