using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling;

/// <summary>Small days with every word of the contract in them, from a number; small enough to try all plans.</summary>
internal static class RandomDay
{
    private const int Open = 108; // 09:00 in units of five minutes

    public static DayProblem Of(int seed)
    {
        var chance = new Random(seed);
        var end = Open + chance.Next(9, 13);
        var clock = DayClock.Of("2026-11-25", "Europe/London", 5, out _, out _)!;
        List<Person> staff = [new("amy", ["practitioner"], Hours(chance, end), Rest(chance, end))];
        if (chance.Next(2) == 0)
        {
            staff.Add(new("kim", chance.Next(2) == 0 ? ["assistant"] : ["practitioner"], Hours(chance, end), []));
        }

        List<Place> places = [new("chair-1", "numbing-chair", [new(Open, end)]), new("room-1", "treatment-room", Hours(chance, end))];
        if (chance.Next(3) == 0)
        {
            places.Add(new("chair-2", "numbing-chair", [new(Open, end)]));
        }

        var types = Enumerable.Range(0, 2).Select(i => Type(chance, $"type-{i}", staff.Count)).ToList();
        List<Visit> visits = [.. Enumerable.Range(0, chance.Next(2, 4)).Select(i => Request(chance, $"r{i}", types[chance.Next(2)], end))];
        if (chance.Next(4) == 0)
        {
            visits.Insert(0, Fixed(chance, types[0], staff, places));
        }

        return new(clock, staff, places, new Dictionary<string, int> { ["numbing-chair"] = chance.Next(2), ["treatment-room"] = chance.Next(3), ["consult-room"] = 0 }, visits);
    }

    private static IReadOnlyList<Span> Hours(Random chance, int end) => chance.Next(3) == 0 ? [new(Open, Open + 4), new(Open + 5, end)] : [new(Open, end)];

    private static IReadOnlyList<Break> Rest(Random chance, int end) => chance.Next(3) == 0 ? [new("tea", 1, end - 4, end)] : [];

    private static VisitType Type(Random chance, string id, int people)
    {
        var needs = (string[][])[["practitioner"]];
        string[][] either = [["assistant", "practitioner"]];
        var place = (PlaceInGap)chance.Next(3);
        var keepsStaff = chance.Next(4) == 0;
        var gap = new Gap(chance.Next(3), 0, place, keepsStaff);
        gap = gap with { Max = gap.Min + chance.Next(3) };
        var second = place == PlaceInGap.Keep ? "numbing-chair" : "treatment-room";
        var last = people > 1 && !keepsStaff && chance.Next(4) == 0 ? [["practitioner"], ["assistant", "practitioner"]] : needs;
        List<Segment> segments = [new("on", chance.Next(1, 3), either, "numbing-chair", gap), new("needling", chance.Next(1, 4), last, second, Gap.None)];
        if (chance.Next(3) == 0)
        {
            segments[1] = segments[1] with { GapAfter = new(0, chance.Next(2), PlaceInGap.Free, false) };
            segments.Add(new("aftercare", 1, chance.Next(2) == 0 ? [] : either, null, Gap.None));
        }

        if (place == PlaceInGap.Free && chance.Next(3) == 0)
        {
            segments[0] = segments[0] with { Place = segments[1].Place }; // back in the same kind of place: turned over in between
        }

        return new(id, null, 1, segments);
    }

    private static Visit Request(Random chance, string id, VisitType type, int end) => new(
        id,
        type,
        chance.Next(3) == 0 ? Open + chance.Next(4) : Open,
        chance.Next(3) == 0 ? end - chance.Next(4) : end,
        chance.Next(5) == 0 ? new(["amy"], true) : null,
        chance.Next(1, 4),
        false,
        chance.Next(4) == 0,
        null);

    private static Visit Fixed(Random chance, VisitType type, List<Person> staff, List<Place> places)
    {
        var at = Open + chance.Next(3);
        var segments = new List<PlannedSegment>();
        foreach (var segment in type.Segments)
        {
            segments.Add(new(at, [.. segment.Needs.Select((_, i) => staff[i % staff.Count].Id)], places.FirstOrDefault(p => p.Kind == segment.Place)?.Id));
            at += segment.Length + segment.GapAfter.Min;
        }

        return new("bk", type, segments[0].Start, at, null, 0, true, true, segments);
    }
}
