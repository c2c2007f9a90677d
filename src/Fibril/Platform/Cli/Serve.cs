using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Cli;

/// <summary>Builds the web program and brings its database up to date.</summary>
public static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await PrepareAsync(app.Services);
        await app.RunAsync();
        return 0;
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
    public static async Task PrepareAsync(IServiceProvider services)
    {
        Directory.CreateDirectory(services.GetRequiredService<Settings>().DataDirectory);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClinicDb>().Database.MigrateAsync();
    }
}
