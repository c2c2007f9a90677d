using CsCheck;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Sessions;

public class SkinMarkRulesTests
{
    private static readonly DateTime Ten = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("10,10", null)]
    [InlineData("0,0;240,0;240,345", null)]
    [InlineData("", "mark-empty")]
    [InlineData("10,10;20,20", "outline-few")]
    [InlineData("240.2,10", "mark-outside")]
    [InlineData("10,-1", "mark-outside")]
    [InlineData("NaN,10", "mark-outside")]
    [InlineData("10,Infinity", "mark-outside")]
    [InlineData("10", "mark-outside")]
    [InlineData("10,10,10", "mark-outside")]
    [InlineData("10,10;<script>;20,20", "mark-outside")]
    public void Mark_lies_on_its_map(string points, string? refused) =>
        Assert.Equal(refused, Code(SkinMarkRules.MayMark(Session(), ZoneShapes.Face, SkinMarkWords.Read(points))));

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "outline-many")]
    [InlineData(5000, "outline-many")]
    public void Outline_has_so_many_points_at_most(int count, string? refused)
    {
        var points = SkinMarkWords.Read(string.Join(';', Enumerable.Range(0, count).Select(i => $"{i % 200},{i % 7}")));

        Assert.Equal(refused, Code(SkinMarkRules.MayMark(Session(), ZoneShapes.Face, points)));
        Assert.True(points.Count <= SkinMarkRules.MostPoints + 2);
    }

    [Fact]
    public void Signed_record_a_full_one_and_an_unknown_map_take_no_mark()
    {
        var (signed, full) = (Session(), Session());
        signed.Sign(Guid.NewGuid(), "Ada", "text", "hash", Ten);
        Enumerable.Range(0, SkinMarkRules.MostMarks).ToList().ForEach(_ => full.Mark(Mark()));

        Assert.Equal("session-signed", SkinMarkRules.MayMark(signed, ZoneShapes.Face, [new(1, 1)]).Reasons[0].Code);
        Assert.Equal("marks-many", SkinMarkRules.MayMark(full, ZoneShapes.Face, [new(1, 1)]).Reasons[0].Code);
        Assert.Equal("map-unknown", SkinMarkRules.MayMark(Session(), null, [new(1, 1)]).Reasons[0].Code);
    }

    [Fact]
    public void What_was_left_out_stays_known_until_somebody_says_that_it_is_gone()
    {
        var (mole, acne, filler) = (Mark(), Mark(MarkKind.ActiveAcne), Mark(MarkKind.Filler));
        SkinMark[] first = [mole, acne, filler], second = [acne with { IsGone = true }, mole with { Note = "larger" }];

        Assert.Equal([mole with { Note = "larger" }, filler], SkinMarkRules.Unanswered([], [first, second]));
        Assert.Equal([filler], SkinMarkRules.Unanswered([mole], [first, second]));
        Assert.Empty(SkinMarkRules.Unanswered([], []));
    }

    [Fact]
    public void Zone_names_what_lies_in_it_or_in_a_part_of_it_and_is_not_gone()
    {
        SkinMark[] marks = [Mark(), Mark(MarkKind.Filler) with { Zones = ["chin", "perioral"] }, Mark() with { IsGone = true }];

        Assert.Equal(marks[..1], SkinMarkRules.In("cheek", marks));
        Assert.Equal(marks[1..2], SkinMarkRules.In("perioral", marks));
        Assert.Equal(marks[..2], SkinMarkRules.In("face", marks));
        Assert.Empty(SkinMarkRules.In("thigh", marks));
    }

    [Fact]
    public void Points_come_back_as_they_were_written() =>
        Gen.Select(Gen.Double[0, 240], Gen.Double[0, 345]).Array[0, SkinMarkRules.MostPoints].Sample(drawn =>
        {
            var points = drawn.Select(p => new MapPoint(Math.Round(p.Item1, 1), Math.Round(p.Item2, 1))).ToList();

            Assert.Equal(points, SkinMarkWords.Read(SkinMarkWords.Write(points)));
        });

    [Fact]
    public void Words_say_what_where_and_how_it_is_drawn()
    {
        var area = Mark(MarkKind.Tattoo) with { Zones = [], Note = "wrist", Points = [new(1, 1), new(9, 1), new(9, 9)] };

        Assert.Equal("Mole, cheek, left", SkinMarkWords.Of(Mark()));
        Assert.Equal("Tattoo (no-go area), beside the zones, left: wrist", SkinMarkWords.Of(area));
        Assert.StartsWith("outline of 3 points on the map Face, sha256:", SkinMarkWords.Drawn(area), StringComparison.Ordinal);
        Assert.NotEqual(SkinMarkWords.Drawn(area), SkinMarkWords.Drawn(area with { Points = [new(1, 1), new(9, 1), new(9, 9.1)] }));
    }

    private static string? Code(Decision decision) => decision.Reasons is [var first, ..] ? first.Code : null;

    private static SkinMark Mark(MarkKind kind = MarkKind.Mole) => new(Guid.CreateVersion7(), "face", ["cheek"], BodySide.Left, kind, [new(166, 196)], "", "Ada", Ten);

    private static Session Session() => new() { BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(), CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = Ten };
}
