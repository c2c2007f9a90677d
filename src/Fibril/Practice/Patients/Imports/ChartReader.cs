using System.Text.Json;
using System.Text.Unicode;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Practice.Patients.Imports;

/// <summary>Reads one FHIR R4 bundle about one person. Never throws over what a file holds: what is wrong becomes a problem with its place.</summary>
public static class ChartReader
{
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly HashSet<string> Taken = ["Condition", "MedicationRequest", "MedicationStatement", "AllergyIntolerance", "Procedure", "Observation"];

    /// <param name="today">No date of a history lies after it.</param>
    public static Chart Read(string file, ReadOnlyMemory<byte> bytes, DateOnly today)
    {
        var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (json.Length > LargestFile)
        {
            return Stopped(file, new(Severity.Stop, "", $"The file has {json.Length / 1048576} MB; one chart may have 20 MB."));
        }

        if (!Utf8.IsValid(json.Span) || json.Span.IndexOf("\\u0000"u8) >= 0)
        {
            return Stopped(file, new(Severity.Stop, "", "The file is not plain UTF-8 text: it was cut, or written in another encoding.", "a file saved as UTF-8"));
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var chart = Read(file, document.RootElement, today);
            return chart with { Problems = JsonPlaces.Placed(json.Span, chart.Problems) };
        }
        catch (JsonException e)
        {
            return Stopped(file, Malformed(e, json.Length));
        }
    }

    private static ChartProblem Malformed(JsonException e, int length) =>
        new(Severity.Stop, "", length == 0 ? "The file is empty." : "The file is not JSON, or it was cut off: " + Plain(e.Message), "a file that begins with {\"resourceType\":\"Bundle\" and ends with }")
        {
            Line = (e.LineNumber ?? 0) + 1,
            Column = (e.BytePositionInLine ?? 0) + 1,
        };

    private static string Plain(string message) => message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];

    private static Chart Read(string file, JsonElement root, DateOnly today)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "Bundle")
        {
            return Stopped(file, new(Severity.Stop, root.ValueKind == JsonValueKind.Object && root.TryGetProperty("resourceType", out _) ? "/resourceType" : "", "This is not a FHIR bundle: a chart is one Bundle with one Patient and the person's history.", "\"resourceType\": \"Bundle\""));
        }

        if (!root.TryGetProperty("entry", out var entries) || entries.ValueKind != JsonValueKind.Array || entries.GetArrayLength() == 0)
        {
            return Stopped(file, new(Severity.Stop, "/entry", "The bundle has no entries.", "\"entry\": [{\"resource\": {\"resourceType\": \"Patient\", …}}]"));
        }

        return ReadEntries(file, entries, today);
    }

    private static Chart ReadEntries(string file, JsonElement entries, DateOnly today)
    {
        var bundle = new BundleParts(entries);
        var problems = new List<ChartProblem>(bundle.Problems);
        if (bundle.Patient(problems) is not { } subject)
        {
            return new(file, null, [], problems, new Dictionary<string, int>());
        }

        var person = PersonReader.Read(subject, today, problems);
        var lines = new LineReader(bundle, subject, person, today, problems);
        foreach (var part in bundle.Parts.Where(p => Taken.Contains(p.Type)))
        {
            lines.Add(part);
        }

        var notTaken = bundle.Parts.Where(p => !Taken.Contains(p.Type) && p.Type is not ("Patient" or "Medication"))
            .Select(p => p.Type).Concat(lines.PassedOver)
            .GroupBy(t => t).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());
        return new(file, person, lines.Lines, problems, notTaken);
    }

    private static Chart Stopped(string file, ChartProblem problem) => new(file, null, [], [problem], new Dictionary<string, int>());

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
