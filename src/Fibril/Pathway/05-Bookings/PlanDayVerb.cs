using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Scheduling;

namespace Fibril.Pathway.Bookings;

/// <summary><c>fibril plan-day</c>: 0 with a plan or the proof that there is none; 1 when time ran out with neither; 2 when the file is no day.</summary>
internal static class PlanDayVerb
{
    private static readonly Argument<string> DayFile = new("DAY") { Description = "Day problem (fibril.day/1): people, places, visit types, what is booked and what is asked." };

    public static Command Create()
    {
        var verb = new Command("plan-day", "Plans a day of interleaved visits: one numbs while another is treated; says what is proven best, who is not served and why.") { DayFile, CliOptions.Json };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (text, problem) = await InputFile.ReadAsync(parsed.GetValue(DayFile)!, stop);
        if (text is null)
        {
            return await VerbAnswer.RefuseAsync(parsed, problem!);
        }

        var reading = DayReader.Read(text);
        if (reading.Day is not { } day)
        {
            return await VerbAnswer.RefuseAsync(parsed, reading.Problems);
        }

        using var show = PlanDayProgress.On(parsed);
        using var told = new StopSignal(stop);
        var plan = await Task.Run(() => DayPlanner.Plan(day, TimeLeft(), show.Tell, told.Token), CancellationToken.None);
        show.Clear();
        if (plan is null)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(told.Token.IsCancellationRequested
                ? "Stopped before there was a plan or a proof that there is none."
                : "Time ran out with neither a plan nor a proof that there is none. Ask less of the day, or widen a window.");
            return 1;
        }

        if (parsed.GetValue(CliOptions.Json))
        {
            var output = VerbAnswer.Output(parsed);
            await output.WriteAsync(plan.ToJson() + "\n");
            await output.FlushAsync(CancellationToken.None);
            return 0;
        }

        return await VerbAnswer.GiveAsync(parsed, 0, () => PlanDayText.Lines(plan));
    }

    /// <summary>The minute counts from the start of the program.</summary>
    private static TimeSpan TimeLeft()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        var sinceStart = TimeProvider.System.GetLocalNow().DateTime - self.StartTime;
        return DayPlanner.Limit - (sinceStart < TimeSpan.FromSeconds(20) ? sinceStart : TimeSpan.Zero); // a program that has long been running serves more than this verb
    }
}
