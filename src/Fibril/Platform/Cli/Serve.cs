using Fibril.Platform.Access;
using Fibril.Platform.Data;

namespace Fibril.Platform.Cli;

/// <summary>Builds the web program and brings its database up to date.</summary>
public static class Serve
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        await using var app = Build(args);
        await PrepareAsync(app.Services);
        await WelcomeAsync(app.Services, output);
        await app.RunAsync();
        return 0;
    }

    /// <summary>While there is no clinic: where to set one up, and the code that is asked there.</summary>
    public static async Task WelcomeAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AnyClinic>()())
        {
            return;
        }

        var (settings, code) = (services.GetRequiredService<Settings>(), services.GetRequiredService<SetupCode>());
        await output.WriteLineAsync($"There is no clinic here yet. Set it up at {new Uri(settings.PublicUrl, "/setup")} with the code {code.Text} (kept in {code.Path}).");
    }

    /// <param name="configure">Last word on the services: tests put their clock and their server here.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Serve).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory, // so that it starts alike from every folder
        });
        builder.Configuration.AddEnvironmentVariables("FIBRIL_");
        builder.Configuration.AddCommandLine(args);
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        }

        // What the framework does is news only when it goes wrong.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddFibril(Settings.From(builder.Configuration));
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseFibril();
        return app;
    }

    /// <summary>Creates the folder and brings the schema up to date; safe to repeat.</summary>
    /// <exception cref="NewerDatabaseException">A newer program has been at this database.</exception>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        Directory.CreateDirectory(services.GetRequiredService<Settings>().DataDirectory);
        await using var scope = services.CreateAsyncScope();
        await Schema.BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<ClinicDb>());
    }
}
