using System.Diagnostics;

namespace Fibril.Scheduling;

/// <summary>What a search may spend. Work is counted in the solver's own units, so that a day gives the same plan every time; the wall clock only guards.</summary>
internal sealed class Effort(TimeSpan wall, CancellationToken stop)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => watch.Elapsed;

    public CancellationToken Stop => stop;

    /// <summary>Seconds of the wall clock that are left; little but never nothing.</summary>
    public double Left => Math.Max(0.05, (wall - watch.Elapsed).TotalSeconds);

    public bool IsSpent => stop.IsCancellationRequested || watch.Elapsed >= wall;
}

/// <summary>How far the planner is.</summary>
/// <param name="Weight">Of the best plan so far.</param>
/// <param name="Bound">No plan has more, as far as is proven.</param>
public sealed record DayProgress(TimeSpan Elapsed, DayLevel Level, int Weight, int Bound);
