using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fibril.Pathway.Journey.Demo;

/// <summary><c>fibril demo</c> and <c>fibril demo remove</c>.</summary>
public static class DemoVerb
{
    public static Command Create()
    {
        var demo = new Command("demo", "Makes the demo clinic when there is none, and starts.") { CliOptions.Data, CliOptions.Urls };
        demo.SetAction((parsed, _) => StartAsync(Arguments(parsed), parsed.InvocationConfiguration.Output));
        var remove = new Command("remove", "Takes the demo clinic away and proves that nothing is left.") { CliOptions.Data, CliOptions.DryRun, CliOptions.Json };
        remove.SetAction((parsed, stop) => RemoveAsync(Arguments(parsed), parsed.GetValue(CliOptions.DryRun), parsed.GetValue(CliOptions.Json), parsed.InvocationConfiguration.Output, stop));
        demo.Subcommands.Add(remove);
        return demo;
    }

    private static async Task<int> StartAsync(string[] args, TextWriter output)
    {
        await using var app = Serve.Build([.. args, "--demo=true"]);
        await Serve.PrepareAsync(app.Services);
        if (!await IsMadeAsync(app.Services))
        {
            await MakeAsync(args, output, TimeProvider.System.GetUtcNow());
        }

        await app.StartAsync();
        var address = app.Urls.First();
        await output.WriteLineAsync($"""

            Fibril is running: {address}
            Staff:    {address}/staff   physician@demo.example (also owner@, practitioner@, assistant@, desk@)
                      password {MakeDemo.Password}
            Patients: {address}/my      yara.haddad@demo.example (any given.family@demo.example)
                      the mail with the link is at {address}/demo/mail
            Stop with Ctrl-C. Take the demo away with: fibril demo remove
            """);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<bool> IsMadeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClinicDb>().Clinics.IgnoreQueryFilters().AnyAsync(c => c.IsDemo);
    }

    /// <summary>Brings the database up to date and makes the demo clinic once.</summary>
    /// <param name="at">The moment that is now in the clinic.</param>
    public static async Task MakeAsync(string[] args, TextWriter output, DateTimeOffset at)
    {
        var clock = new DemoClock(at);
        await using var app = Serve.Build([.. args, "--jobs=off"], b =>
        {
            b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            b.Logging.SetMinimumLevel(LogLevel.Error);
        });
        await Serve.PrepareAsync(app.Services);
        var made = await new MakeDemo(app.Services, clock).RunAsync((name, n, of) => output.Write($"\rMaking the demo clinic: {n + 1} of {of} people ({name})            "));
        await output.WriteLineAsync(made ? "\rThe demo clinic is made.                                                 " : "The demo clinic is there already.");
    }

    private static async Task<int> RemoveAsync(string[] args, bool dryRun, bool json, TextWriter output, CancellationToken stop)
    {
        await using var app = Serve.Build([.. args, "--jobs=off"], b => b.Logging.SetMinimumLevel(LogLevel.Error));
        await Serve.PrepareAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle(dryRun, stop);
        if (json)
        {
            await output.WriteLineAsync(System.Text.Json.JsonSerializer.Serialize(answer, Columns.Json));
        }
        else
        {
            await output.WriteLineAsync(answer switch
            {
                null => "There is no demo clinic.",
                _ when dryRun => $"Would remove {answer.Left} rows and files. Nothing was written.",
                _ => $"Removed {answer.Rows.Values.Sum()} rows and files. Left of the demo clinic: {answer.Left}.",
            });
        }

        return dryRun || answer is null or { Left: 0 } ? 0 : 1;
    }

    private static string[] Arguments(ParseResult parsed) =>
    [
        .. parsed.GetValue(CliOptions.Data) is { } data ? [$"--data={data}"] : Array.Empty<string>(),
        .. parsed.GetValue(CliOptions.Urls) is { } urls ? [$"--urls={urls}"] : Array.Empty<string>(),
    ];
}
