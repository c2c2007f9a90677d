using Fibril.Pathway.Bookings;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Bookings;

public class VisitLayoutTests
{
    private static readonly Guid Practitioner = Guid.NewGuid();
    private static readonly Guid Assistant = Guid.NewGuid();
    private static readonly Guid Chair = Guid.NewGuid();
    private static readonly Guid Room = Guid.NewGuid();
    private static readonly DateTime Ten = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Dictionary<Guid, int> NoTurnover = [];

    [Theory]
    [InlineData("none", 1, 60)]
    [InlineData("lidocaine-tetracaine", 3, 80)]
    [InlineData("lidocaine-4", 1, 90)]
    [InlineData("lidocaine-prilocaine", 1, 120)]
    public void Session_takes_the_numbing_of_its_product(string product, int ways, int shortestMinutes)
    {
        var laid = VisitLayout.Session(VisitLength.For(ProtocolPack.Current, product));

        Assert.Equal(ways, laid.Count);
        Assert.Equal(shortestMinutes, laid[0].Sum(p => p.Minutes));
        Assert.All(laid.SelectMany(w => w), p => Assert.Equal(0, p.Minutes % Occupancy.UnitMinutes));
    }

    [Fact]
    public void Numbing_needs_a_chair_and_nobodys_hands()
    {
        var segments = Place("lidocaine-tetracaine", new(Practitioner, Assistant, Chair, Room));

        var numbing = segments.Single(s => s.Kind == SegmentKind.Numbing);

        Assert.Null(numbing.StaffId);
        Assert.Equal(Chair, numbing.PlaceId);
    }

    [Fact]
    public void Needling_is_the_practitioners_in_a_room_and_the_rest_the_assistants()
    {
        var segments = Place("lidocaine-tetracaine", new(Practitioner, Assistant, Chair, Room));

        Assert.Equal((Practitioner, Room), (segments.Single(s => s.Kind == SegmentKind.Needling).StaffId, segments.Single(s => s.Kind == SegmentKind.Needling).PlaceId!.Value));
        Assert.All(segments.Where(s => s.Kind is SegmentKind.CheckIn or SegmentKind.CreamOn or SegmentKind.CreamOff or SegmentKind.Aftercare), s => Assert.Equal(Assistant, s.StaffId));
    }

    [Fact]
    public void Segments_follow_each_other_without_a_gap()
    {
        var segments = Place("lidocaine-4", new(Practitioner, null, null, Room));

        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.Equal(pair.First.EndsAt, pair.Second.StartsAt));
        Assert.All(segments, s => Assert.Equal(Room, s.PlaceId));
    }

    [Fact]
    public void A_place_is_kept_until_it_is_ready_for_the_next_person()
    {
        var segments = Place("none", new(Practitioner, null, null, Room));

        var units = VisitLayout.UnitsOf(segments, new Dictionary<Guid, int> { [Room] = 8 }).ToList();

        Assert.Equal(segments[^1].EndsAt.AddMinutes(5), units.Where(u => u.ResourceId == Room).Max(u => u.UnitStart));
        Assert.Equal(segments[^1].EndsAt.AddMinutes(-5), units.Where(u => u.ResourceId == Practitioner).Max(u => u.UnitStart));
    }

    [Fact]
    public void One_person_can_be_numbed_while_another_is_needled()
    {
        var secondRoom = Guid.NewGuid();
        var first = Place("lidocaine-4", new(Practitioner, Assistant, Chair, Room));
        var question = new FreeTimesQuestion
        {
            Ways = VisitLayout.Session(VisitLength.For(ProtocolPack.Current, "lidocaine-4")),
            Crews = FreeTimes.Crews([Practitioner], [Assistant], [Chair], [Room, secondRoom]),
            Turnover = NoTurnover,
            Taken = VisitLayout.UnitsOf(first, NoTurnover).ToHashSet(),
        };

        var second = Enumerable.Range(0, 12).Select(n => FreeTimes.At(question, Ten.AddMinutes(n * VisitTimes.GridMinutes))).First(o => o is not null)!;

        var numbing = second.Segments.Single(s => s.Kind == SegmentKind.Numbing);
        var needling = first.Single(s => s.Kind == SegmentKind.Needling);
        Assert.True(numbing.StartsAt < needling.EndsAt && needling.StartsAt < numbing.EndsAt, $"numbing from {numbing.StartsAt:HH:mm}, needling until {needling.EndsAt:HH:mm}");
        Assert.Empty(VisitLayout.UnitsOf(second.Segments, NoTurnover).Intersect(question.Taken));
    }

    [Fact]
    public void Nobody_free_means_no_offer()
    {
        var first = Place("none", new(Practitioner, null, null, Room));
        var question = new FreeTimesQuestion
        {
            Ways = [VisitLayout.Talk(VisitKind.Review)],
            Crews = FreeTimes.Crews([Practitioner], [], [], [Guid.NewGuid()]),
            Turnover = NoTurnover,
            Taken = VisitLayout.UnitsOf(first, NoTurnover).ToHashSet(),
        };

        Assert.Null(FreeTimes.At(question, Ten));
        Assert.NotNull(FreeTimes.At(question, first[^1].EndsAt));
    }

    [Fact]
    public void Visit_reads_as_one_sentence()
    {
        var segments = Place("lidocaine-4", new(Practitioner, Assistant, Chair, Room));

        var text = VisitText.Of(segments, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

        Assert.Equal("Arrive 10:00, leave about 11:30: 30 minutes numbing, about 30 needling, 10 aftercare.", text);
    }

    private static IReadOnlyList<Segment> Place(string product, Crew crew) =>
        VisitLayout.Place(VisitLayout.Session(VisitLength.For(ProtocolPack.Current, product))[0], crew, Ten);
}
