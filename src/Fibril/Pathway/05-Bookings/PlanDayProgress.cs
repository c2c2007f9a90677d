using System.CommandLine;
using System.Globalization;
using Fibril.Scheduling;

namespace Fibril.Pathway.Bookings;

/// <summary>How far the planner is, on standard error: one line that is redrawn at a terminal; in a file or pipe a line of its own for each better plan or bound.</summary>
/// <param name="error">Null says nothing.</param>
internal sealed class PlanDayProgress(TextWriter? error, bool isTerminal) : IDisposable
{
    private readonly Lock gate = new();
    private string said = "";

    public static PlanDayProgress On(ParseResult parsed) =>
        new(ReferenceEquals(parsed.InvocationConfiguration.Error, Console.Error) ? Console.Error : null, !Console.IsErrorRedirected);

    public void Tell(DayProgress at)
    {
        var news = string.Create(CultureInfo.InvariantCulture, $"{Word(at.Level)}: weight {at.Weight}, at most {at.Bound}; at most a minute in all");
        var line = string.Create(CultureInfo.InvariantCulture, $"{at.Elapsed.TotalSeconds,5:0.0} s  {news}");
        lock (gate)
        {
            if (isTerminal)
            {
                Redraw(line);
            }
            else if (news != said)
            {
                error?.WriteLine(line);
                said = news;
            }
        }
    }

    /// <summary>Takes the line away again; what stands in a file stays.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (isTerminal)
            {
                Redraw("");
            }
        }
    }

    public void Dispose() => Clear();

    private static string Word(DayLevel level) => level == DayLevel.MustServe ? "must-serve" : level.ToString().ToLowerInvariant();

    private void Redraw(string line)
    {
        error?.Write($"\r{line.PadRight(said.Length)}{(line.Length == 0 ? "\r" : "")}");
        said = line;
    }
}
