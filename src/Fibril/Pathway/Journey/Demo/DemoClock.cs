namespace Fibril.Pathway.Journey.Demo;

/// <summary>A clock that is set to the moment at which a step of the demo happened.</summary>
public sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTime utc) => now = new DateTimeOffset(utc, TimeSpan.Zero);

    public void Pass(int minutes) => now = now.AddMinutes(minutes);
}
