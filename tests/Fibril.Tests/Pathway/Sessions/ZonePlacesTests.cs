using CsCheck;
using Fibril.Pathway.Sessions;

namespace Fibril.Tests.Pathway.Sessions;

public class ZonePlacesTests
{
    [Theory]
    [InlineData("face", 166, 196, "cheek", BodySide.Left)]
    [InlineData("face", 74, 196, "cheek", BodySide.Right)]
    [InlineData("face", 120, 255, "chin", BodySide.Middle)]
    [InlineData("face", 87, 134, "eyelid", BodySide.Right)]
    [InlineData("face", 120, 228, "vermilion", BodySide.Middle)]
    [InlineData("face", 2, 2, null, BodySide.Right)]
    [InlineData("body-front", 76, 180, "thigh", BodySide.Left)]
    [InlineData("body-back", 76, 80, "back", BodySide.Right)]
    [InlineData("body-back", 60, 14, "scalp", BodySide.Middle)]
    public void Spot_lies_in_the_uppermost_zone_and_on_the_persons_own_side(string map, double x, double y, string? zone, BodySide side)
    {
        var view = View(map);

        Assert.Equal(zone, ZonePlaces.ZoneAt(view, new(x, y)));
        Assert.Equal(zone is null ? [] : [zone], ZonePlaces.ZonesOf(view, [new(x, y)]));
        Assert.Equal(side, ZonePlaces.SideOf(view, [new(x, y)]));
    }

    [Fact]
    public void Outline_touches_every_zone_beneath_it_the_most_covered_first()
    {
        MapPoint[] aroundTheTip = [new(96, 174), new(144, 174), new(144, 198), new(96, 198)];

        Assert.Equal("nose-tip", ZonePlaces.ZonesOf(ZoneShapes.Face, aroundTheTip)[0]);
        Assert.Superset(new HashSet<string> { "nose-tip", "cheek" }, ZonePlaces.ZonesOf(ZoneShapes.Face, aroundTheTip).ToHashSet());
    }

    [Fact]
    public void Every_zone_of_every_map_has_places_that_lie_where_they_say()
    {
        foreach (var view in ZoneShapes.All)
        {
            Assert.Equal(view.Shapes.Select(s => s.Zone), ZonePlaces.Of(view).Select(p => p.Zone).Distinct());
            Assert.Distinct(ZonePlaces.Of(view).Select(p => (p.Zone, p.Side)));
            Assert.All(ZonePlaces.Of(view), p => Assert.Equal((p.Zone, p.Side), (ZonePlaces.ZoneAt(view, p.Point), ZonePlaces.SideOf(view, [p.Point]))));
        }
    }

    [Fact]
    public void Cheek_has_a_left_and_a_right_and_the_glabella_only_a_middle()
    {
        var places = ZonePlaces.Of(ZoneShapes.Face).ToLookup(p => p.Zone, p => p.Side);

        Assert.Equal([BodySide.Left, BodySide.Right], places["cheek"]);
        Assert.Equal([BodySide.Middle], places["glabella"]);
        Assert.Equal(3, places["forehead"].Count());
    }

    [Fact]
    public void Shapes_lie_on_their_map()
    {
        foreach (var view in ZoneShapes.All)
        {
            Assert.All(view.Shapes.SelectMany(s => s.Rings).SelectMany(r => r), p => Assert.True(p.X >= 0 && p.X <= view.Width && p.Y >= 0 && p.Y <= view.Height));
        }
    }

    [Fact]
    public void Outline_around_a_spot_touches_the_zone_of_the_spot() =>
        Gen.Select(Gen.Int[0, ZoneShapes.All.Count - 1].Select(i => ZoneShapes.All[i]), Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[3, 20]).Sample((view, x, y, half) =>
        {
            MapPoint spot = new(x * view.Width, y * view.Height);
            MapPoint[] around = [new(spot.X - half, spot.Y - half), new(spot.X + half, spot.Y - half), new(spot.X + half, spot.Y + half), new(spot.X - half, spot.Y + half), spot];

            Assert.True(ZonePlaces.ZoneAt(view, spot) is not { } zone || ZonePlaces.ZonesOf(view, around).Contains(zone));
        }, iter: 50);

    [Fact]
    public void Mirrored_spot_is_on_the_other_side() =>
        Gen.Select(Gen.Int[0, 2].Select(i => new[] { ZoneShapes.Face, ZoneShapes.Front, ZoneShapes.Back }[i]), BetweenTheLines).Sample((view, x) =>
        {
            BodySide Of(double at) => ZonePlaces.SideOf(view, [new(at * view.Width, 0)]);

            Assert.Equal(BodySide.Right - Of(x), Of(1 - x) - BodySide.Left);
        });

    [Fact]
    public void Right_side_of_the_face_is_the_left_one_in_a_mirror() =>
        Gen.Select(BetweenTheLines.Select(x => x * ZoneProfiles.Left.Width), BetweenTheLines.Select(y => y * ZoneProfiles.Left.Height)).Sample((x, y) =>
        {
            MapPoint mirrored = new(ZoneProfiles.Left.Width - x, y);

            Assert.Equal(ZonePlaces.ZoneAt(ZoneProfiles.Left, new(x, y)), ZonePlaces.ZoneAt(ZoneProfiles.Right, mirrored));
            Assert.Equal((BodySide.Left, BodySide.Right), (ZonePlaces.SideOf(ZoneProfiles.Left, [new(x, y)]), ZonePlaces.SideOf(ZoneProfiles.Right, [mirrored])));
        });

    [Theory]
    [InlineData("M10 20H30V40L5 6Z", "M90 20H70V40L95 6Z")]
    [InlineData("M10 20C1 2 3 4 5 6S7 8 9 10Z", "M90 20C99 2 97 4 95 6S93 8 91 10Z")]
    public void Path_is_mirrored_number_by_number(string path, string mirrored) => Assert.Equal(mirrored, ZonePath.Mirror(path, 100));

    [Fact]
    public void Path_with_an_arc_is_refused() => Assert.Throws<FormatException>(() => ZonePath.Rings("M0 0A1 1 0 0 1 2 2Z"));

    [Theory]
    [InlineData("M0 0H10V10H0Z", 5, 5, true)]
    [InlineData("M0 0H10V10H0Z", 11, 5, false)]
    [InlineData("M0 0Q10 20 20 0Z", 10, 9, true)]
    [InlineData("M0 0Q10 20 20 0Z", 10, 11, false)]
    [InlineData("M0 0C0 12 10 12 10 0S20 -12 20 0L20 20H0Z", 15, -5, true)]
    public void Curves_are_followed(string path, double x, double y, bool inside) =>
        Assert.Equal(inside, ZonePath.Rings(path).Any(r => ZonePath.Holds(r, new(x, y))));

    /// <summary>Shares of a side. The maps are drawn in round numbers, and a point on a line itself belongs to either of its sides.</summary>
    private static readonly Gen<double> BetweenTheLines = Gen.Int[0, 9_999].Select(n => (n + 0.3717) / 10_000);

    private static ZoneView View(string id) => ZoneShapes.All.Single(v => v.Id == id);
}
