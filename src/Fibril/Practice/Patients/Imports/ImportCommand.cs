using System.CommandLine;
using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;

namespace Fibril.Practice.Patients.Imports;

/// <summary><c>fibril import FILES… --data DIR</c>. 0 = all went in, 1 = some were refused, 2 = wrong usage.</summary>
public static class ImportCommand
{
    private static readonly Argument<string[]> Files = new("FILES") { Description = "Charts: FHIR R4 bundles as JSON, or folders with them.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Clinic = new("--clinic") { Description = "Name of the clinic they go into; needed when there are several." };

    private static readonly Option<bool> TakeTheirs = new("--take-theirs") { Description = "Where name, phone or address differ from ours, the chart's word counts." };

    public static Command Create()
    {
        var command = new Command("import", "Takes patients' charts in: new people, and what is new about known ones. The same chart again changes nothing.")
        {
            Files,
            CliOptions.Data,
            Clinic,
            TakeTheirs,
            CliOptions.DryRun,
            CliOptions.Json,
        };
        command.SetAction((parsed, stop) => RunAsync(parsed, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var paths = parsed.GetValue(Files)!.SelectMany(Paths).ToList();
        var absent = paths.Where(p => !File.Exists(p)).ToList();
        if (paths.Count == 0 || absent.Count > 0)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(absent.Count > 0 ? $"No such file: {string.Join(", ", absent)}. Nothing was read." : "The folder holds no *.json file.");
            return 2;
        }

        var dryRun = parsed.GetValue(CliOptions.DryRun);
        await using var place = await ImportPlace.OpenAsync(parsed.GetValue(CliOptions.Data), dryRun);
        var (clinic, created, refusal) = await place.ClinicAsync(parsed.GetValue(Clinic));
        if (refusal is not null)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(refusal);
            return 2;
        }

        var writer = parsed.GetValue(CliOptions.Json) ? null : new ImportPrinter(parsed.InvocationConfiguration.Output);
        writer?.Begin(clinic!, created, dryRun);
        var report = new ImportReport(clinic!.Name, created, dryRun, await ReadAsync(place, clinic, paths, dryRun, parsed.GetValue(TakeTheirs), writer, stop));
        if (writer is null)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(report, JsonText));
        }

        writer?.End(report);
        return report.AllWentIn ? 0 : 1;
    }

    private static async Task<IReadOnlyList<FileReport>> ReadAsync(ImportPlace place, Clinics.Clinic clinic, List<string> paths, bool dryRun, bool takeTheirs, ImportPrinter? writer, CancellationToken stop)
    {
        var reports = new List<FileReport>();
        foreach (var path in paths)
        {
            var report = await place.ImportAsync(clinic, path, dryRun, takeTheirs, stop);
            writer?.Print(report);
            reports.Add(report);
        }

        return reports;
    }

    private static IEnumerable<string> Paths(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal) : [path];

    private static readonly JsonSerializerOptions JsonText = new(Columns.Json) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
