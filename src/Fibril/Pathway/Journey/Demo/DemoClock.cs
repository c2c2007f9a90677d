namespace Fibril.Pathway.Journey.Demo;

/// <summary>A clock that is set to the moment at which a step of the demo happened.</summary>
public sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public ClockHands Hands => new(() => now.UtcDateTime, Set);

    public void Set(DateTime utc) => now = new DateTimeOffset(utc, TimeSpan.Zero);
}

/// <summary>The hands of the clock that the program runs on: what moves them differs between a demo and a test.</summary>
public sealed record ClockHands(Func<DateTime> Now, Action<DateTime> Set)
{
    public void Pass(int minutes) => Set(Now().AddMinutes(minutes));
}
