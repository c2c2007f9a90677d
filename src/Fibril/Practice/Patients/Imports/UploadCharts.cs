using System.Text;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Practice.Patients.Imports;

/// <summary>Keeps uploaded charts until somebody has looked at them. Nothing of them is in anybody's record yet.</summary>
public sealed class UploadCharts(ClinicDb db, Caller caller)
{
    public const int MostFiles = 200;

    /// <summary>Of all files of one upload together.</summary>
    public const long LargestUpload = 512L * 1024 * 1024;

    public async Task<FormResult> Handle(IReadOnlyList<IFormFile> files, CancellationToken stop = default)
    {
        var decision = MayUpload([.. files.Select(f => (f.FileName, f.Length))]);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var batch = db.Add(new ImportBatch { UploadedAt = caller.Now, UploadedByName = caller.Who.Name }).Entity;
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, false));
            db.Add(new ImportedFile { BatchId = batch.Id, Name = NameOf(file.FileName), Text = (await reader.ReadToEndAsync(stop)).Replace('\0', ' ') });
        }

        await db.SaveAsync(caller.Act("upload charts"), stop);
        return FormResult.Go($"/staff/patients/import/{batch.Id}");
    }

    /// <summary>Number, size and kind of the files.</summary>
    public static Decision MayUpload(IReadOnlyList<(string Name, long Length)> files) => Decision.From(
    [
        .. files.Count == 0 ? [new Reason("import-none", "No file was chosen. Choose one or more charts as JSON files.", "clinic")] : Array.Empty<Reason>(),
        .. files.Count > MostFiles ? [new Reason("import-many", $"{files.Count} files were chosen; {MostFiles} go in at once. Upload the rest afterwards.", "clinic")] : Array.Empty<Reason>(),
        .. files.Where(f => f.Length > ChartReader.LargestFile).Select(f => new Reason("import-size", $"{NameOf(f.Name)} has {f.Length / 1048576} MB; one chart may have 20 MB.", "clinic")),
        .. files.Where(f => !f.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Select(f => new Reason("import-type", $"{NameOf(f.Name)} is no JSON file. A chart is a FHIR R4 bundle in a file such as maria-razo.json.", "clinic")),
    ]);

    private static string NameOf(string name) => Path.GetFileName(name) is { Length: > 200 } longName ? longName[^200..] : Path.GetFileName(name);
}
