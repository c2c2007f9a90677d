using System.CommandLine;
using Fibril.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Fibril.Platform.Cli;

/// <summary>The program's services for a verb of the command line: nothing listens, nothing runs in the background, logs go to stderr.</summary>
public static class CliHost
{
    /// <summary>Exit code 2 when there is no data where the verb was told to look.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work)
    {
        var folder = parsed.GetValue(CliOptions.Data);
        await using var app = Serve.Build(folder is null ? [] : [$"--data={folder}"], Quiet);
        var settings = app.Services.GetRequiredService<Settings>();
        if (!Engines.IsPostgres(settings.Connection) && !File.Exists(new SqliteConnectionStringBuilder(settings.Connection).DataSource))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no database in {settings.DataDirectory}. Name the folder with --data.");
            return 2;
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }
}
