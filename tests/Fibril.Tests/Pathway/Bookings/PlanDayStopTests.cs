using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fibril.Scheduling;
using Fibril.Tests.Scheduling;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>The planner as a process of its own that is told to stop: Ctrl+C at a terminal, SIGTERM from whatever started it.</summary>
public class PlanDayStopTests
{
    /// <summary>So much of the processors' time after the solver was loaded, the search is under way, however busy the machine is; it takes twenty times as long.</summary>
    private static readonly TimeSpan Searching = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Stopped_search_gives_the_best_plan_so_far(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        var day = Path.Combine(AppContext.BaseDirectory, "Scheduling", "Days", "day-5-large.json");
        using var planner = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "fibril"), ["plan-day", day, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (planner.StandardOutput.ReadToEndAsync(), planner.StandardError.ReadToEndAsync());
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        TimeSpan? loaded = null;
        while (!planner.HasExited && (loaded is null || planner.TotalProcessorTime - loaded < Searching))
        {
            await again.WaitForNextTickAsync();
            planner.Refresh();
            loaded ??= planner.Modules.Cast<ProcessModule>().Any(m => m.ModuleName.Contains("ortools", StringComparison.OrdinalIgnoreCase) && m.ModuleName.Contains("native", StringComparison.OrdinalIgnoreCase)) ? planner.TotalProcessorTime : null;
        }

        using var kill = Process.Start("kill", [$"-{signal}", planner.Id.ToString(CultureInfo.InvariantCulture)]);
        await planner.WaitForExitAsync();

        Assert.Equal(0, planner.ExitCode);
        var told = (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(told); // how far it was, though nobody sits at a terminal
        Assert.All(told, line => Assert.Matches(@"^ *[0-9.]+ s  [a-z-]+: weight \d+, at most \d+; at most a minute in all$", line));
        using var plan = JsonDocument.Parse(await output);
        var objective = plan.RootElement.GetProperty("objective");
        Assert.Equal("feasible", plan.RootElement.GetProperty("status").GetString());
        Assert.True(objective.GetProperty("bound").GetInt32() >= objective.GetProperty("weight").GetInt32());
        var problem = Days.Read(Days.Text("day-5-large.json"));
        Assert.Empty(DayChecker.Check(problem, Days.Plan(problem, await output)));
    }
}
