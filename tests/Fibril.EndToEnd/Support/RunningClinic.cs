using Fibril.Platform.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Fibril.EndToEnd.Support.RunningClinic))]

namespace Fibril.EndToEnd.Support;

/// <summary>The real program on a real port with the demo clinic in it, and Chromium from the distribution.</summary>
public sealed class RunningClinic : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("fibril-browser-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public string DataDirectory => directory;

    public async ValueTask InitializeAsync()
    {
        app = Serve.Build(["--urls=http://127.0.0.1:0", $"--data={directory}", "--environment=Test"], b => b.Logging.SetMinimumLevel(LogLevel.Warning));
        await Serve.PrepareAsync(app.Services);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>A fresh visitor: desktop (1280 wide) or phone (390 wide), with or without JavaScript.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, bool javaScript = true)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = javaScript,
            HasTouch = width < 600,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        Directory.Delete(directory, true);
    }
}
