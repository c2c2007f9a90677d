namespace Fibril.Protocol;

/// <summary>Where a numbing cream stands between too short and too long.</summary>
public enum NumbingState
{
    /// <summary>Not long enough on the skin: needling must not start.</summary>
    BeforeMinimum,

    /// <summary>Long enough; no hurry.</summary>
    Ready,

    /// <summary>Long enough and near its limit: take it off now.</summary>
    Amber,

    /// <summary>Longer than allowed: take it off at once and look for signs of too much.</summary>
    OverMaximum,
}

/// <summary>One reading of the numbing clock.</summary>
/// <param name="State">The colour of the clock.</param>
/// <param name="MinutesOnSkin">Whole minutes that have passed; the state is judged on the exact time.</param>
/// <param name="ReadyAt">First instant at which needling may start, UTC.</param>
/// <param name="AmberAt">From here on the clock is amber, UTC.</param>
/// <param name="RemoveByAt">Last allowed instant on the skin, UTC.</param>
public sealed record NumbingReading(NumbingState State, int MinutesOnSkin, DateTime ReadyAt, DateTime AmberAt, DateTime RemoveByAt);

/// <summary>From when on a state of the numbing clock holds, until the next one does.</summary>
/// <param name="State">The state.</param>
/// <param name="From">Its first instant, UTC.</param>
public sealed record NumbingChange(NumbingState State, DateTime From);

/// <summary>Minutes on the skin in, state out. Reads no clock: the caller says what time it is.</summary>
public static class NumbingClock
{
    /// <summary>The maximum itself is still allowed; this long after it is too long. Clocks of browsers count no finer.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>State after a time on the skin. The minimum itself is ready, the maximum itself is still allowed (amber).</summary>
    /// <param name="dwell">Limits of the product on this skin.</param>
    /// <param name="onSkin">Time on the skin; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static NumbingState State(Dwell dwell, TimeSpan onSkin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(onSkin, TimeSpan.Zero);
        return Begins(dwell).Last(b => b.After <= onSkin).State;
    }

    /// <summary>The clock of one area under cream.</summary>
    /// <param name="dwell">Limits of the product on this skin.</param>
    /// <param name="onAt">Cream on, UTC.</param>
    /// <param name="readAt">Cream off, or now while it is on, UTC; not before <paramref name="onAt"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="readAt"/> lies before <paramref name="onAt"/>.</exception>
    public static NumbingReading Read(Dwell dwell, DateTime onAt, DateTime readAt)
    {
        var onSkin = readAt - onAt;
        return new(
            State(dwell, onSkin),
            (int)onSkin.TotalMinutes,
            onAt.AddMinutes(dwell.MinMinutes),
            onAt.AddMinutes(dwell.AmberMinutes),
            onAt.AddMinutes(dwell.MaxMinutes));
    }

    /// <summary>Every state in its order with the instant at which it begins, for whoever shows the clock while it runs on.</summary>
    /// <param name="dwell">Limits of the product on this skin.</param>
    /// <param name="onAt">Cream on, UTC.</param>
    public static IReadOnlyList<NumbingChange> Changes(Dwell dwell, DateTime onAt) => [.. Begins(dwell).Select(b => new NumbingChange(b.State, onAt + b.After))];

    private static IEnumerable<(NumbingState State, TimeSpan After)> Begins(Dwell dwell) =>
    [
        (NumbingState.BeforeMinimum, TimeSpan.Zero),
        (NumbingState.Ready, TimeSpan.FromMinutes(dwell.MinMinutes)),
        (NumbingState.Amber, TimeSpan.FromMinutes(dwell.AmberMinutes)),
        (NumbingState.OverMaximum, TimeSpan.FromMinutes(dwell.MaxMinutes) + Tick),
    ];
}
