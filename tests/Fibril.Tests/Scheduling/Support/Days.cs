using System.Text.Json;
using System.Text.Json.Nodes;
using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling;

/// <summary>The open days of the contract, edits of them, and plans read back.</summary>
internal static class Days
{
    /// <summary>A minute, and nobody who stops it.</summary>
    public static Effort Ample => new(TimeSpan.FromMinutes(1), default);

    /// <summary>The large day on the grid of a minute, each request five times, every one with a window of its own: what there is to prepare grows with the square of the windows.</summary>
    public static DayProblem Fine()
    {
        var day = Read(Edited(Text("day-5-large.json"), "/granularity 1"));
        return day.With(day.Visits.Where(v => v.Must).Concat(Enumerable.Range(0, 5).SelectMany(n => day.Visits.Where(v => !v.Must)
            .Select((v, i) => v with { Id = $"{v.Id}-{n}", Earliest = v.Earliest - i - n, Latest = v.Latest + i + (7 * n) }))));
    }

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scheduling", "Days", name));

    public static DayProblem Read(string text) => DayReader.Read(text) is { Day: { } day } ? day : throw new InvalidOperationException(string.Join('\n', DayReader.Read(text).Problems));

    /// <summary>The small day with changes, each "pointer value"; without a value the member is taken out.</summary>
    public static string Small(params string[] edits) => Edited(Text("day-3-small.json"), edits);

    public static string Edited(string text, params string[] edits)
    {
        var root = JsonNode.Parse(text)!;
        foreach (var edit in edits)
        {
            var (pointer, value) = edit.Split(' ', 2) is [var p, var v] ? (p, v) : (edit, null);
            var steps = pointer.Split('/')[1..];
            var owner = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
            if (owner is JsonArray array)
            {
                array[int.Parse(steps[^1])] = JsonNode.Parse(value!);
            }
            else if (value is null)
            {
                owner.AsObject().Remove(steps[^1]);
            }
            else
            {
                owner[steps[^1]] = JsonNode.Parse(value);
            }
        }

        return root.ToJsonString();
    }

    /// <summary>The timetable of a printed plan.</summary>
    public static Timetable Plan(DayProblem day, string json)
    {
        using var plan = JsonDocument.Parse(json);
        int Unit(JsonElement time) => day.Clock.Unit(time.GetString()!, out _)!.Value;
        return new(
            [.. plan.RootElement.GetProperty("visits").EnumerateArray().Select(v => new PlannedVisit(
                day.Visits.Single(x => x.Id == v.GetProperty("id").GetString()),
                [.. v.GetProperty("segments").EnumerateArray().Select(s => new PlannedSegment(
                    Unit(s.GetProperty("start")),
                    [.. s.GetProperty("staff").EnumerateArray().Select(p => p.GetString()!)],
                    s.GetProperty("place").GetString()))]))],
            [.. plan.RootElement.GetProperty("breaks").EnumerateArray().Select(b => new PlannedBreak(
                b.GetProperty("staff").GetString()!, b.GetProperty("name").GetString()!, new(Unit(b.GetProperty("start")), Unit(b.GetProperty("end")))))]);
    }
}
