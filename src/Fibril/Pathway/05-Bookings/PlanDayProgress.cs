using System.CommandLine;
using System.Globalization;
using Fibril.Scheduling;

namespace Fibril.Pathway.Bookings;

/// <summary>One line on standard error that says how far the planner is; nothing where that is no terminal.</summary>
internal sealed class PlanDayProgress(TextWriter? terminal) : IDisposable
{
    private readonly Lock gate = new();
    private int width;

    public static PlanDayProgress On(ParseResult parsed) =>
        new(Console.IsErrorRedirected || !ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error) ? null : Console.Error);

    public void Tell(DayProgress at) => Show(string.Create(
        CultureInfo.InvariantCulture,
        $"{at.Elapsed.TotalSeconds,5:0.0} s  {at.Level.ToString().ToLowerInvariant()}: weight {at.Weight}, at most {at.Bound}; at most a minute in all"));

    public void Clear() => Show("");

    public void Dispose() => Clear();

    private void Show(string line)
    {
        lock (gate)
        {
            terminal?.Write($"\r{line.PadRight(width)}{(line.Length == 0 ? "\r" : "")}");
            width = line.Length;
        }
    }
}
