using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class HealingTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Theory]
    [InlineData(0, "0", 3, 2, 2, 1)]
    [InlineData(1, "1", 2, 2, 1, 1)]
    [InlineData(2, "2", 2, 1, 1, 1)]
    [InlineData(3, "3", 1, 0, 1, 1)]
    [InlineData(4, "4-5", 1, 0, 0, 1)]
    [InlineData(5, "4-5", 1, 0, 0, 1)]
    [InlineData(6, "6-7", 0, 0, 0, 1)]
    [InlineData(7, "6-7", 0, 0, 0, 1)]
    [InlineData(8, "8-14", 0, 0, 0, 0)]
    [InlineData(14, "8-14", 0, 0, 0, 0)]
    [InlineData(15, "15-30", 0, 0, 0, 0)]
    [InlineData(30, "15-30", 0, 0, 0, 0)]
    [InlineData(31, "31 and later", 0, 0, 0, 0)]
    [InlineData(400, "31 and later", 0, 0, 0, 0)]
    public void Row_of_the_day(int day, string days, int redness, int swelling, int pain, int itch)
    {
        var normal = Healing.NormalOn(Pack, day, 1.5m);

        Assert.Equal((days, redness, swelling, pain, itch), (normal.Days, normal.Redness, normal.Swelling, normal.Pain, normal.Itch));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0")]
    [InlineData(4, "3")]
    [InlineData(6, "4-5")]
    [InlineData(8, "6-7")]
    [InlineData(31, "15-30")]
    public void Deep_session_takes_the_row_before(int day, string days)
    {
        Assert.Equal(days, Healing.NormalOn(Pack, day, 1.6m).Days);
    }

    [Fact]
    public void What_is_not_normal_is_never_shifted()
    {
        Assert.Equal(Healing.NormalOn(Pack, 8, 0.5m).NotNormal, Healing.NormalOn(Pack, 8, 2.0m).NotNormal);
    }

    [Fact]
    public void Day_before_the_session_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Healing.NormalOn(Pack, -1, 0.5m));
    }

    [Theory]
    [InlineData(0.5, 2, 3)]
    [InlineData(0.6, 4, 5)]
    [InlineData(1.5, 4, 5)]
    [InlineData(2.0, 6, 7)]
    public void Downtime_by_depth(double depth, int from, int to)
    {
        var downtime = Healing.DowntimeOf(Pack, (decimal)depth);

        Assert.Equal((from, to), (downtime.FromDays, downtime.ToDays));
    }

    [Theory]
    [InlineData(23.9, 1.5, 2, false, ChannelState.Open)]
    [InlineData(24, 1.5, 2, false, ChannelState.Closing)]
    [InlineData(72, 1.5, 2, false, ChannelState.Closed)]
    [InlineData(47.9, 1.5, 5, false, ChannelState.Open)]
    [InlineData(24, 1.5, 4, false, ChannelState.Closing)]
    [InlineData(95.9, 1.6, 2, false, ChannelState.Closing)]
    [InlineData(96, 1.6, 2, false, ChannelState.Closed)]
    [InlineData(30, 0.5, 2, true, ChannelState.Open)]
    public void Channels_close(double hours, double depth, int phototype, bool covered, ChannelState state)
    {
        Assert.Equal(state, Healing.Channels(Pack, TimeSpan.FromHours(hours), (decimal)depth, phototype, covered));
    }
}
