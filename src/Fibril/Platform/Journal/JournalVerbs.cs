using System.CommandLine;
using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;

namespace Fibril.Platform.Journal;

/// <summary><c>fibril journal verify</c>: 0 when every chain is whole, 1 when not.</summary>
internal static class JournalVerbs
{
    public static Command Journal()
    {
        var verify = new Command("verify", "Finds every edit, deletion, insertion, exchange and cut in the journal. Exit 0: intact, 1: broken.");
        verify.Options.Add(CliOptions.Data);
        verify.Options.Add(CliOptions.Json);
        verify.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async services =>
        {
            var report = await services.GetRequiredService<JournalCheck>().Handle(stop: stop);
            Print(parsed.InvocationConfiguration.Output, report, parsed.GetValue(CliOptions.Json));
            return report.IsIntact ? 0 : 1;
        }));
        return new Command("journal", "Who saw and changed what, and the proof that nobody touched it since.") { Subcommands = { verify } };
    }

    private static void Print(TextWriter output, JournalReport report, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(report, Columns.Json));
            return;
        }

        foreach (var fault in report.Faults)
        {
            output.WriteLine($"clinic {fault.ClinicId}, entry {fault.Sequence}: {fault.Sentence}");
        }

        var found = report.IsIntact ? "intact" : $"BROKEN at {report.Faults.Count}{(report.Faults.Count == JournalReport.MaxFaults ? " or more" : "")} places";
        output.WriteLine($"{report.Entries} entries of {report.Clinics} clinics: {found}.");
    }
}
