using System.Diagnostics;

namespace Fibril.Scheduling;

/// <summary>What a search may spend. Work is counted in the solver's own units, so that a day gives the same plan every time; the wall clock only guards.</summary>
internal sealed class Effort
{
    private readonly TimeSpan wall;
    private readonly CancellationToken stop;
    private readonly Stopwatch watch;

    public Effort(TimeSpan wall, CancellationToken stop)
        : this(wall, Stopwatch.StartNew(), stop)
    {
    }

    private Effort(TimeSpan wall, Stopwatch watch, CancellationToken stop) => (this.wall, this.watch, this.stop) = (wall, watch, stop);

    public TimeSpan Elapsed => watch.Elapsed;

    public CancellationToken Stop => stop;

    /// <summary>Seconds of the wall clock that are left; little but never nothing. Told to stop, a solver that is about to start gets no more than that.</summary>
    public double Left => stop.IsCancellationRequested ? 0.05 : Math.Max(0.05, (wall - watch.Elapsed).TotalSeconds);

    /// <summary>The same, but over so many seconds earlier.</summary>
    public Effort Sparing(double seconds) => new(wall - TimeSpan.FromSeconds(seconds), watch, stop);

    /// <summary>The same, but over within so many seconds from now.</summary>
    public Effort Within(double seconds) => new(TimeSpan.FromSeconds(Math.Min(wall.TotalSeconds, Elapsed.TotalSeconds + seconds)), watch, stop);

    public bool IsSpent => stop.IsCancellationRequested || watch.Elapsed >= wall;
}

/// <summary>How far the planner is.</summary>
/// <param name="Weight">Of the best plan so far.</param>
/// <param name="Bound">No plan has more, as far as is proven.</param>
public sealed record DayProgress(TimeSpan Elapsed, DayLevel Level, int Weight, int Bound);
