using System.Net;
using System.Net.Sockets;
using System.Diagnostics;
using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Access;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Fibril.EndToEnd.Support.RunningClinic))]

namespace Fibril.EndToEnd.Support;

/// <summary>The real program on a real port with the demo clinic in it, and Chromium from the distribution.</summary>
public sealed class RunningClinic : IAsyncLifetime
{
    private string directory = "";
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Chromium { get; private set; } = null!;

    /// <summary>The clinic's clock: an hour of numbing need not be waited for.</summary>
    public DemoClock Clock { get; } = new(DemoFolder.Start);

    /// <summary>Sign-in links that were followed: each works once.</summary>
    internal System.Collections.Concurrent.ConcurrentDictionary<string, bool> Followed { get; } = new(StringComparer.Ordinal);

    public string DataDirectory => directory;

    public Guid ClinicId { get; private set; }

    /// <summary>The device's clock goes as the clinic's did when this began; left alone, every page would say that it is days behind.</summary>
    private static readonly string DeviceClock =
        $"{{ const Real = Date, ahead = {DemoFolder.Start.ToUnixTimeMilliseconds()} - Real.now(); Date = class extends Real {{ constructor(...at) {{ at.length ? super(...at) : super(Real.now() + ahead); }} static now() {{ return Real.now() + ahead; }} }}; }}";

    /// <summary>By name: a browser makes no passkey for a number.</summary>
    private string Address { get; } = $"http://localhost:{FreePort()}";

    public async ValueTask InitializeAsync()
    {
        directory = await DemoFolder.CopyAsync();
        app = Serve.Build([$"--urls={Address}", $"--public-url={Address}", $"--data={directory}", "--jobs=off", "--demo=true"], Configure);
        await Serve.PrepareAsync(app.Services);
        await app.StartAsync();
        ClinicId = await InAsync<ClinicDb, Guid>(db => db.Clinics.IgnoreQueryFilters().Select(c => c.ClinicId).SingleAsync(), Guid.Empty);
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-extensions", "--disable-software-rasterizer", "--disable-site-isolation-trials", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        });
    }

    /// <summary>A fresh visitor: desktop (1280 wide) or phone (390 wide), with or without JavaScript.</summary>
    public async Task<Visitor> OpenAsync(int width = 1280, bool javaScript = true, Looks? looks = null, bool dark = false)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = javaScript,
            HasTouch = width < 600,
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(60_000);
        await context.AddInitScriptAsync(DeviceClock);
        return new(this, await context.NewPageAsync()) { Looks = looks, HasTouch = width < 600 };
    }

    /// <summary>Lets the mails out that are due.</summary>
    public async Task PostAsync()
    {
        await app.Services.GetRequiredService<AccessPost>().DrainAsync();
        await app.Services.GetRequiredService<Mailman>().SendDueAsync();
    }

    /// <summary>Lets later stages hear what earlier ones told; what the program's own runner is telling just now is waited for.</summary>
    public async Task HearAsync()
    {
        var waited = Stopwatch.StartNew();
        do
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(90), "a fact is not heard");
            await app.Services.GetRequiredService<Outbox>().DrainAsync();
        }
        while (await InAsync<ClinicDb, bool>(db => db.Set<OutboxFact>().AnyAsync(f => f.DoneAt == null)));
    }

    /// <summary>Runs something inside the program, as its machinery.</summary>
    public Task<T> InAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull => InAsync(work, ClinicId);

    private async Task<T> InAsync<TService, T>(Func<TService, Task<T>> work, Guid clinic) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await Chromium.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        Directory.Delete(directory, true);
    }
}
