using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;

namespace Fibril.Practice.Patients.Imports;

/// <summary>What the command says about each file, for people.</summary>
internal sealed class ImportPrinter(TextWriter output)
{
    public void Begin(Clinic clinic, bool created, bool dryRun)
    {
        if (created)
        {
            output.WriteLine($"There was no clinic yet: \"{clinic.Name}\" was created (time zone {clinic.TimeZone}; change it under Practice).");
        }

        output.WriteLine(dryRun ? $"Dry run for \"{clinic.Name}\": nothing is written." : $"Into \"{clinic.Name}\".");
    }

    public void Print(FileReport file)
    {
        output.WriteLine();
        output.WriteLine($"{file.File}: {(file.Person is null ? "" : $"{file.Person}, born {file.BornOn:yyyy-MM-dd}: ")}{Verdict(file)}");
        if (file.Lines.Count > 0)
        {
            output.WriteLine($"  {string.Join(", ", file.Lines.Select(l => Words.Count(l.Value, Words.Of(l.Key).ToLowerInvariant(), Many(l.Key))))}; {file.Understood} understood, {file.Lines.Values.Sum() - file.Understood} not");
        }

        foreach (var line in file.NotUnderstood)
        {
            output.WriteLine($"  not understood, kept for a clinician: {line.Display} ({line.System?.Split('/')[^1] ?? "no code"} {line.Code}) at {string.Join(", ", line.Places.Take(3))}{(line.Places.Count > 3 ? $" and {line.Places.Count - 3} more" : "")}");
        }

        foreach (var difference in file.Differences)
        {
            output.WriteLine($"  {difference.Field}: ours {difference.Ours ?? "(blank)"}, the chart's {difference.Theirs}");
        }

        foreach (var name in file.LooksLike)
        {
            output.WriteLine($"  looks like somebody who is here: {name}. If it is one person, merge the two.");
        }

        foreach (var problem in file.Problems)
        {
            output.WriteLine($"  {(problem.Severity == Severity.Note ? "note" : "PROBLEM")} {problem.Place}: {problem.Sentence}{(problem.Example is null ? "" : $" Right would be: {problem.Example}")}");
        }

        if (file.NotTaken.Count > 0)
        {
            output.WriteLine($"  not taken: {string.Join(", ", file.NotTaken.Select(n => $"{n.Value} {n.Key}"))}");
        }
    }

    public void End(ImportReport report)
    {
        int Of(Standing standing) => report.Files.Count(f => f.Standing == standing);
        output.WriteLine();
        output.WriteLine($"{Words.Count(report.Files.Count, "file")}: {Of(Standing.New)} new, {Of(Standing.Same)} the same, {Of(Standing.Different)} different, {Of(Standing.Refused)} refused.");
        if (!report.AllWentIn)
        {
            output.WriteLine("Of a refused file nothing was written. Look at it and decide: Patients → Import (/staff/patients/import).");
        }
    }

    private static string Verdict(FileReport file) => file.Standing switch
    {
        Standing.New => "new",
        Standing.Same => "same",
        Standing.Different => $"different ({file.NewLines} new lines, {file.ChangedLines} changed)",
        _ when file.Differences.Any(d => d.IsConflict) && file.Problems.All(p => p.Severity == Severity.Note) => "refused: the person's data differ from ours (take them with --take-theirs, or review)",
        _ => "refused",
    };

    private static string Many(string kind) => kind switch { nameof(ChartKind.Allergy) => "allergies", nameof(ChartKind.Pregnancy) => "pregnancies", _ => kind.ToLowerInvariant() + "s" };
}
