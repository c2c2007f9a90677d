using Fibril.Scheduling;

namespace Fibril.Bench;

/// <summary>Days of the contract and larger ones, planned as the verb plans them; and what interleaving brings.</summary>
public static class DayBench
{
    private const double Limit = 60;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        foreach (var (name, seconds, gap) in new[] { ("day-3-small", 5.0, 0.0), ("day-4-clinic", 5, 0), ("day-5-large", Limit, 0.02) })
        {
            foreach (var figure in await Task.Run(() => Plan(name, File.ReadAllText(Path.Combine(Repository.Root, "tests/Fibril.Tests/Scheduling/Days", name + ".json")), seconds, gap)))
            {
                yield return figure;
            }
        }

        foreach (var figure in await Task.Run(() => Plan("day-80-over", BusyDay.Of(practitioners: 6, requests: 80), Limit, null)))
        {
            yield return figure;
        }

        foreach (var dwell in new[] { 30, 60 })
        {
            var (alone, interleaved) = await Task.Run(() => (Served(dwell, chairs: 0), Served(dwell, chairs: 3)));
            yield return new($"day.patients.dwell-{dwell}.one-at-a-time", alone, "patients");
            yield return new($"day.patients.dwell-{dwell}.interleaved", interleaved, "patients");
        }
    }

    private static List<Figure> Plan(string name, string text, double seconds, double? gap)
    {
        var (time, spent) = (System.Diagnostics.Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var plan = DayPlanner.Plan(DayReader.Read(text).Day!) ?? throw new InvalidOperationException($"{name}: neither a plan nor a proof");
        return
        [
            new($"day.{name}.seconds", time.Elapsed.TotalSeconds, "s", seconds),
            new($"day.{name}.cpu", (Environment.CpuUsage.TotalTime - spent).TotalSeconds, "s"), // the same where others use the machine
            new($"day.{name}.gap", plan.Gap, "of bound", gap),
            new($"day.{name}.weight", plan.Table!.Weight, $"of at most {plan.Bound}"),
            new($"day.{name}.levels-proven", plan.Proven, "of 4"),
        ];
    }

    /// <summary>Patients of one practitioner with an assistant in eight hours and one treatment room; without chairs each numbs in the room, as where nobody interleaves.</summary>
    private static double Served(int dwell, int chairs) =>
        DayPlanner.Plan(DayReader.Read(BusyDay.OneRoom(dwell, chairs)).Day!)?.Table!.Visits.Count ?? 0;
}
