using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Practice.Clinics;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Outcomes;

/// <summary><c>fibril registry</c>: 0 when it answered, 1 when there are too few courses for a file, 2 for a wrong folder, clinic or file.</summary>
internal static class RegistryVerb
{
    private static readonly Option<string?> Clinic = new("--clinic") { Description = "Name of the clinic; needed when there are several." };

    private static readonly Option<string?> Csv = new("--csv") { Description = "File to write the de-identified rows to, as CSV." };

    private static readonly Option<string?> Parquet = new("--parquet") { Description = "File to write the same rows to, as Parquet." };

    private sealed record Answer(string Clinic, Registry Registry, IReadOnlyList<string> Definitions, Given? Export, Decision? Refused);

    private sealed record Given(int Courses, int MergedValues, string Formats, string Hash, IReadOnlyList<ColumnWords> Columns);

    private sealed record ColumnWords(string Name, string Type, string Meaning);

    public static Command Create()
    {
        var verb = new Command("registry", "Results of a clinic by indication, device, depth and phototype, small groups merged; with --csv or --parquet gives de-identified rows out, as a signed act.")
        {
            Csv, Parquet, Clinic, CliOptions.Data, CliOptions.Json,
        };
        verb.SetAction((parsed, stop) => CliHost.RunAsync(parsed, services => RunAsync(parsed, services, stop)));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, CancellationToken stop)
    {
        var name = parsed.GetValue(Clinic);
        var clinics = await services.GetRequiredService<ClinicDb>().Clinics.IgnoreQueryFilters().AsNoTracking().ToListAsync(stop);
        var wanted = clinics.Where(c => name is null || string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted is not [var clinic])
        {
            return await VerbAnswer.RefuseAsync(parsed, $"--clinic: name one of {string.Join(", ", clinics.Select(c => $"\"{c.Name}\""))}.");
        }

        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic.Id);
        try
        {
            return await AnswerAsync(parsed, scope.ServiceProvider, clinic, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await VerbAnswer.RefuseAsync(parsed, $"The file cannot be written: {e.Message} Nothing was given out.");
        }
    }

    private static async Task<int> AnswerAsync(ParseResult parsed, IServiceProvider services, Clinic clinic, CancellationToken stop)
    {
        var (csv, parquet) = (parsed.GetValue(Csv), parsed.GetValue(Parquet));
        var registry = RegistryRules.Tables(await services.GetRequiredService<ReadRegistry>().Handle(stop));
        var given = csv is null && parquet is null ? null : await services.GetRequiredService<ExportRegistry>().Handle(csv, parquet, stop);
        Answer answer = new(
            clinic.Name, registry, RegistryText.Definitions,
            given?.Export is { } e ? new(e.Courses, e.MergedValues, e.Formats, e.Hash, [.. ExportRules.Columns.Select(c => new ColumnWords(c.Name, c.Type, c.Meaning))]) : null,
            given is { Decision.IsAllowed: false } ? given.Decision : null);
        return await VerbAnswer.GiveAsync(parsed, answer, () => Lines(answer, given?.Export), answer.Refused is null ? 0 : 1);
    }

    private static IEnumerable<string> Lines(Answer answer, RegistryExport? export) =>
    [
        .. RegistryText.Lines(answer.Clinic, answer.Registry),
        .. export is null ? [] : RegistryText.Description(export).Prepend(""),
        .. answer.Refused is null ? [] : answer.Refused.Reasons.Select(r => r.Sentence).Prepend(""),
    ];
}
