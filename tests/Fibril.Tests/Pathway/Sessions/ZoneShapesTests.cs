using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Sessions;

public class ZoneShapesTests
{
    [Fact]
    public void Every_zone_but_the_whole_face_and_the_mucosa_can_be_found_on_a_map()
    {
        var shown = ProtocolPack.Current.Zones.Select(z => z.Id).Where(z => ZoneShapes.For([z]).Any(v => v.Shapes.Any(s => s.Zone == z)));

        Assert.Equal(ProtocolPack.Current.Zones.Select(z => z.Id).Except(["face", "mucosa"]), shown);
    }

    [Theory]
    [InlineData("cheek,chin", "Face")]
    [InlineData("face", "Face")]
    [InlineData("abdomen,back", "Body, front,Body, back")]
    [InlineData("face,thigh", "Face,Body, front")]
    [InlineData("", "Face")]
    public void Only_views_with_a_zone_of_the_session_are_shown(string zones, string views) =>
        Assert.Equal(views, string.Join(",", ZoneShapes.For(zones.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(v => v.Name)));
}
