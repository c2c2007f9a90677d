using System.IO.Compression;
using System.Security.Cryptography;
using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>Gives the de-identified rows out: a signed act, kept with the hash of what left.</summary>
public sealed class ExportRegistry(ClinicDb db, Caller caller, ReadRegistry read)
{
    /// <summary>Allowed with what was written, or refused.</summary>
    public sealed record Answer(Decision Decision, RegistryExport? Export);

    /// <param name="csv">File to write; null for none.</param>
    /// <param name="parquet">File to write; null for none.</param>
    /// <exception cref="IOException">A file cannot be written; nothing was signed.</exception>
    public async Task<Answer> Handle(string? csv, string? parquet, CancellationToken stop = default)
    {
        // The same courses as in the tables: what the two differ in would tell who was left out.
        List<RegistryCourse> courses = [.. RegistryRules.Counted(await read.Handle(stop))];
        var decision = ExportRules.MayExport(courses.Count);
        if (!decision.IsAllowed)
        {
            return new(decision, null);
        }

        // The order in which rows come is told by the numbers alone, and those by lot.
        int[] numbers = [.. Enumerable.Range(1, courses.Count)];
        RandomNumberGenerator.Shuffle(numbers.AsSpan());
        var rows = ExportRules.Of(courses, numbers);
        RegistryFile.Write(rows.Rows, csv, parquet);
        var export = db.Add(new RegistryExport
        {
            ExportedAt = caller.Now,
            ExportedByName = caller.Who.Name,
            Courses = rows.Rows.Count,
            MergedValues = rows.MergedValues,
            Formats = string.Join(", ", new[] { csv is null ? null : "csv", parquet is null ? null : "parquet" }.OfType<string>()),
            Hash = RegistryFile.HashOf(rows.Rows),
        }).Entity;
        await db.SaveAsync(caller.Act("export registry", $"{export.Courses} courses as {export.Formats}, {export.Hash}") with { Once = null }, stop);
        return new(decision, export);
    }

    /// <summary>Both formats and their description in one archive, for a browser.</summary>
    public async Task<(Decision Decision, byte[]? Zip)> ZipAsync(CancellationToken stop = default)
    {
        var folder = Directory.CreateTempSubdirectory("fibril-registry-");
        try
        {
            string[] files = [Path.Combine(folder.FullName, "registry.csv"), Path.Combine(folder.FullName, "registry.parquet"), Path.Combine(folder.FullName, "README.txt")];
            var (decision, export) = await Handle(files[0], files[1], stop);
            if (export is null)
            {
                return (decision, null);
            }

            await File.WriteAllLinesAsync(files[2], RegistryText.Description(export), stop);
            using var zip = new MemoryStream();
            await using (var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Create, leaveOpen: true, null, stop))
            {
                foreach (var file in files)
                {
                    await archive.CreateEntryFromFileAsync(file, Path.GetFileName(file), stop);
                }
            }

            return (decision, zip.ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
