using System.Text.Json;
using Fibril.Platform.Cli;
using Fibril.Vision.Measures;

namespace Fibril.Pathway.Outcomes;

/// <summary>Zones drawn on a baseline: <c>{"zones":[{"zone":"cheek","polygon":[[x,y],…]}]}</c>, in pixels of the photograph as it is seen upright.</summary>
internal static class ZoneFile
{
    private const int MostZones = 50;
    private const int MostCorners = 1000;
    private const int MostBytes = 1024 * 1024;

    /// <summary>The zones, or what is wrong, a sentence each.</summary>
    public static async Task<(IReadOnlyList<SkinZone> Zones, IReadOnlyList<string> Problems)> ReadAsync(string path, CancellationToken stop)
    {
        var (text, problem) = await InputFile.ReadAsync(path, stop, MostBytes);
        if (text is null)
        {
            return ([], [$"--zones: {problem}"]);
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException e)
        {
            return ([], [$"--zones: the file is no JSON (line {e.LineNumber + 1})."]);
        }
        catch (InvalidOperationException) // half of a surrogate pair
        {
            return ([], ["--zones: the file holds a text that cannot be read."]);
        }
    }

    private static (IReadOnlyList<SkinZone> Zones, IReadOnlyList<string> Problems) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("zones", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostZones)
        {
            return ([], [$"--zones: write {{\"zones\":[{{\"zone\":\"cheek\",\"polygon\":[[x,y],…]}}]}} with 1 to {MostZones} zones."]);
        }

        List<SkinZone> zones = [];
        List<string> problems = [];
        foreach (var (item, i) in list.EnumerateArray().Select((z, i) => (z, i)))
        {
            if (Zone(item) is { } zone && zones.All(z => z.Name != zone.Name))
            {
                zones.Add(zone);
            }
            else
            {
                problems.Add($"--zones: zone {i + 1} needs a name of its own and a polygon of 3 to {MostCorners} corners [x,y].");
            }
        }

        return (zones, problems);
    }

    private static SkinZone? Zone(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("zone", out var name) || name.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(name.GetString()) ||
            !item.TryGetProperty("polygon", out var polygon) || polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() is < 3 or > MostCorners)
        {
            return null;
        }

        var corners = polygon.EnumerateArray().Select(Corner).OfType<(double, double)>().ToList();
        return corners.Count == polygon.GetArrayLength() ? new(name.GetString()!, corners) : null;
    }

    private static (double, double)? Corner(JsonElement corner) =>
        corner.ValueKind == JsonValueKind.Array && corner.GetArrayLength() == 2 && Number(corner[0]) is { } x && Number(corner[1]) is { } y ? (x, y) : null;

    private static double? Number(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;
}
