using System.Globalization;
using System.Text.Json;
using Fibril.Pathway.Consultations;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Imports;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>Reads what <c>fibril screen</c> was given: a case file, or a FHIR bundle with what is asked on the command line.</summary>
internal static class ScreenReader
{
    public static async Task<CaseReading> ReadAsync(ScreenRequest request, CancellationToken stop)
    {
        if (request.On is not null && !PartialDate.TryDay(request.On, out _))
        {
            return Problem($"--on: \"{request.On}\" is no day; write YYYY-MM-DD.");
        }

        DateOnly? on = PartialDate.TryDay(request.On, out var day) ? day : null;
        return await ReadAsync(request.File, bytes => IsBundle(bytes) ? FromBundle(request, bytes, on) : FromCase(bytes, on), stop);
    }

    /// <summary>A case file and nothing else: a bundle holds no plan.</summary>
    /// <param name="on">Day of the session in place of the file's; null keeps that.</param>
    public static Task<CaseReading> ReadCaseAsync(string file, DateOnly? on, CancellationToken stop) => ReadAsync(file, bytes => FromCase(bytes, on), stop);

    private static async Task<CaseReading> ReadAsync(string file, Func<byte[], CaseReading> read, CancellationToken stop)
    {
        try
        {
            return read(file == "-" ? await AllAsync(Console.OpenStandardInput(), stop) : await File.ReadAllBytesAsync(file, stop));
        }
        catch (ArgumentException e) when (e.ParamName == "path")
        {
            return Problem($"\"{file}\" is no name of a file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem($"{file}: cannot be read. {e.Message}");
        }
    }

    private static CaseReading FromCase(byte[] bytes, DateOnly? on)
    {
        var reading = CaseReader.Read(new System.Text.UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'));
        if (reading.Case is not { } file || on is not { } day)
        {
            return reading;
        }

        return day < file.On
            ? Problem($"--on: {Text(day)} is before the assessment of the file ({Text(file.On)}).")
            : reading with { Case = file with { Plan = file.Plan with { SessionDate = day } } };

        static string Text(DateOnly d) => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A chart holds no answers: every question that it does not answer stays open.</summary>
    private static CaseReading FromBundle(ScreenRequest request, byte[] bytes, DateOnly? on)
    {
        var day = on ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var chart = ChartReader.Read(request.File, bytes, day);
        List<string> problems = [.. chart.Problems.Where(p => p.Severity == Severity.Stop).Select(p => $"{p.Pointer}: {p.Sentence}")];
        var areas = request.Zones.Count == 0 ? ["face:0.5:texture"] : request.Zones;
        var zones = areas.Select(a => AreaOf(a, problems)).OfType<PlannedZone>().ToList();
        if (problems.Count > 0 || chart.Person is not { } person)
        {
            return new(null, problems.Count > 0 ? problems : ["/entry: the bundle has no Patient."]);
        }

        ScreeningInput input = new(
            new Patient { GivenName = person.GivenName, FamilyName = person.FamilyName, BornOn = person.BornOn, Sex = person.Sex, RegisteredAt = default },
            new Consultation { CourseId = default, PatientId = default, StartedAt = default },
            [.. chart.Lines.Select(Entry)],
            "ZZ",
            day,
            Plan: new() { Device = DeviceKind.Pen, Energy = Energy.None, DeviceLabel = DeviceLabel.None, Anaesthetic = "lidocaine-4", Zones = zones });
        return CaseReader.Read(ScreeningCase.Build(ProtocolPack.Current, input)!.ToJson());
    }

    private static PlannedZone? AreaOf(string text, List<string> problems)
    {
        if (text.Split(':') is [var zone, var depth, var indication]
            && decimal.TryParse(depth, NumberStyles.Number, CultureInfo.InvariantCulture, out var mm)
            && mm is > 0 and <= 3.5m
            && ProtocolPack.Current.Zones.Any(z => z.Id == zone)
            && ProtocolPack.Current.Indications.Any(i => i.Id == indication))
        {
            return new() { Zone = zone, DepthMm = mm, Indication = indication };
        }

        problems.Add($"--zone: \"{text}\" is not zone:depth:indication with ids of the vocabulary, such as cheek:1.0:acne-scar.");
        return null;
    }

    private static ChartEntry Entry(ChartLine line) => new()
    {
        PatientId = default,
        Kind = line.Kind,
        Display = line.Display,
        StartedOn = line.StartedOn,
        EndedOn = line.EndedOn,
        Status = line.Status,
        Value = line.Value,
        Source = line.Pointer,
        VocabularyId = line.VocabularyId,
        Attribute = line.Attribute,
        Trust = line.Trust,
    };

    private static bool IsBundle(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("resourceType", out _);
        }
        catch (JsonException)
        {
            return false; // the case reader says where it breaks
        }
    }

    private static async Task<byte[]> AllAsync(Stream stream, CancellationToken stop)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, stop);
        return memory.ToArray();
    }

    private static CaseReading Problem(string line) => new(null, [line]);
}
