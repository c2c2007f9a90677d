using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class NumbingClockTests
{
    private static readonly DateTime OnAt = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("lidocaine-prilocaine", 0, NumbingState.BeforeMinimum)]
    [InlineData("lidocaine-prilocaine", 59, NumbingState.BeforeMinimum)]
    [InlineData("lidocaine-prilocaine", 60, NumbingState.Ready)]
    [InlineData("lidocaine-prilocaine", 104, NumbingState.Ready)]
    [InlineData("lidocaine-prilocaine", 105, NumbingState.Amber)]
    [InlineData("lidocaine-prilocaine", 120, NumbingState.Amber)]
    [InlineData("lidocaine-prilocaine", 121, NumbingState.OverMaximum)]
    [InlineData("lidocaine-tetracaine", 19, NumbingState.BeforeMinimum)]
    [InlineData("lidocaine-tetracaine", 20, NumbingState.Ready)]
    [InlineData("lidocaine-tetracaine", 25, NumbingState.Amber)]
    [InlineData("lidocaine-tetracaine", 30, NumbingState.Amber)]
    [InlineData("lidocaine-tetracaine", 31, NumbingState.OverMaximum)]
    [InlineData("lidocaine-4", 30, NumbingState.Ready)]
    [InlineData("compounded", 31, NumbingState.OverMaximum)]
    public void State_by_minutes(string product, int minutes, NumbingState state)
    {
        var dwell = ProtocolPack.Current.Anaesthetic(product).DwellOn(sensitiveSkin: false);

        Assert.Equal(state, NumbingClock.State(dwell, TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void One_second_counts_at_both_ends()
    {
        var dwell = ProtocolPack.Current.Anaesthetic("lidocaine-tetracaine").Dwell;

        Assert.Equal(NumbingState.BeforeMinimum, NumbingClock.Read(dwell, OnAt, OnAt.AddMinutes(20).AddSeconds(-1)).State);
        Assert.Equal(NumbingState.OverMaximum, NumbingClock.Read(dwell, OnAt, OnAt.AddMinutes(30).AddSeconds(1)).State);
    }

    [Fact]
    public void Reading_names_the_times()
    {
        var reading = NumbingClock.Read(ProtocolPack.Current.Anaesthetic("lidocaine-4").Dwell, OnAt, OnAt.AddMinutes(12.9));

        Assert.Equal((12, OnAt.AddMinutes(30), OnAt.AddMinutes(50), OnAt.AddMinutes(60)), (reading.MinutesOnSkin, reading.ReadyAt, reading.AmberAt, reading.RemoveByAt));
    }

    /// <summary>What runs on in a browser by these instants is what the rule says at each of them.</summary>
    [Theory]
    [InlineData("lidocaine-prilocaine", false, 60, 105, 120)]
    [InlineData("lidocaine-prilocaine", true, 15, 25, 30)]
    [InlineData("lidocaine-tetracaine", false, 20, 25, 30)]
    [InlineData("lidocaine-4", false, 30, 50, 60)]
    [InlineData("compounded", false, 15, 25, 30)]
    public void Each_state_begins_at_its_instant_and_not_a_millisecond_before(string product, bool sensitive, int ready, int amber, int most)
    {
        var dwell = ProtocolPack.Current.Anaesthetic(product).DwellOn(sensitive);
        var changes = NumbingClock.Changes(dwell, OnAt);

        Assert.Equal(
            [new(NumbingState.BeforeMinimum, OnAt), new(NumbingState.Ready, OnAt.AddMinutes(ready)), new(NumbingState.Amber, OnAt.AddMinutes(amber)), new(NumbingState.OverMaximum, OnAt.AddMinutes(most).AddMilliseconds(1))],
            changes);
        Assert.All(changes, c => Assert.Equal(c.State, NumbingClock.Read(dwell, OnAt, c.From).State));
        Assert.All(changes.Skip(1), c => Assert.Equal(c.State - 1, NumbingClock.Read(dwell, OnAt, c.From.AddMilliseconds(-1)).State));
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var dwell = ProtocolPack.Current.Anaesthetic("lidocaine-4").Dwell;

        Assert.Throws<ArgumentOutOfRangeException>(() => NumbingClock.Read(dwell, OnAt, OnAt.AddSeconds(-1)));
    }
}
