using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Imports;

/// <summary>The program, without its web server, on the folder that charts go into. A dry run on a new folder leaves it as it was.</summary>
internal sealed class ImportPlace : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string? passing;

    private ImportPlace(WebApplication app, string? passing) => (this.app, this.passing) = (app, passing);

    public static async Task<ImportPlace> OpenAsync(string? data, bool dryRun)
    {
        var folder = Path.GetFullPath(data ?? "data");
        var passing = dryRun && !File.Exists(Path.Combine(folder, "fibril.db")) && Environment.GetEnvironmentVariable("FIBRIL_DATABASE") is null
            ? Directory.CreateTempSubdirectory("fibril-dry-run-").FullName
            : null;
        var app = Serve.Build([$"--data={passing ?? folder}"], b => b.Logging.ClearProviders());
        await Serve.PrepareAsync(app.Services);
        return new(app, passing);
    }

    /// <summary>The clinic that is meant; created when there is none at all.</summary>
    /// <returns>A sentence instead when it is not clear which one.</returns>
    public async Task<(Clinic? Clinic, bool Created, string? Refusal)> ClinicAsync(string? name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        var clinics = await db.Clinics.IgnoreQueryFilters().AsNoTracking().OrderBy(c => c.Id).ToListAsync();
        if (clinics.Count == 0)
        {
            return (await CreateAsync(scope.ServiceProvider, name ?? "My clinic"), true, null);
        }

        var meant = name is null ? clinics : [.. clinics.Where(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        var names = string.Join(", ", clinics.Select(c => $"\"{c.Name}\""));
        return meant.Count == 1 ? (meant[0], false, null)
            : meant.Count == 0 ? (null, false, $"There is no clinic \"{name}\". Here are: {names}.")
            : (null, false, $"Which clinic? Say --clinic NAME. Here are: {names}.");
    }

    public async Task<FileReport> ImportAsync(Clinic clinic, string path, bool dryRun, bool takeTheirs, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(clinic.Id);
        var bytes = new FileInfo(path).Length > ChartReader.LargestFile + 3L ? new byte[ChartReader.LargestFile + 1] : await File.ReadAllBytesAsync(path, stop);
        return await scope.ServiceProvider.GetRequiredService<ImportCharts>().Handle(Path.GetFileName(path), bytes, clinic.DayOf(caller.Now), dryRun, takeTheirs, stop);
    }

    private static async Task<Clinic> CreateAsync(IServiceProvider services, string name)
    {
        var caller = services.GetRequiredService<Caller>();
        caller.ActAsSystem(Guid.CreateVersion7());
        var db = services.GetRequiredService<ClinicDb>();
        var zone = TimeZoneInfo.Local.HasIanaId && TimeZoneInfo.Local.Id.Contains('/', StringComparison.Ordinal) ? TimeZoneInfo.Local.Id : "Etc/UTC";
        var clinic = db.Add(new Clinic { Name = name, TimeZone = zone, Jurisdiction = "GB-ENG", CreatedAt = caller.Now }).Entity;
        await db.SaveAsync(caller.Act("open clinic", "first import"));
        return clinic;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (passing is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(passing, true);
        }
    }
}
