using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fibril.Platform.Cli;

/// <summary>Count, rate and time left of long work, on standard error; nothing where that is no terminal.</summary>
internal static class CliProgress
{
    /// <param name="total">Asked only when it is shown: counting can take as long as a part of the work.</param>
    /// <param name="work">Gets what it calls with the number of things done since the last call.</param>
    public static async Task<T> RunAsync<T>(ParseResult parsed, string what, Func<Task<int>> total, Func<Action<int>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error))
        {
            return await work(_ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(what, maxValue: Math.Max(1, await total()));
                return await work(done => task.Increment(done));
            });
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0} of {task.MaxValue:0}, {task.Speed ?? 0:0}/s"));
    }
}
