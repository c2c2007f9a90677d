using System.Globalization;
using System.Text.Json;
using Fibril.Pathway.Bookings;
using Fibril.Practice.Staff.Hours;
using Fibril.Protocol;
using Fibril.Scheduling;
using Segment = Fibril.Pathway.Bookings.Segment;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary>Every time that is offered keeps the day plannable, by the word of the planner, which shares no code with the diary.</summary>
public class PlannableTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private static readonly Guid[] Practitioners = [Guid.NewGuid(), Guid.NewGuid()];
    private static readonly Guid Assistant = Guid.NewGuid();
    private static readonly Guid Chair = Guid.NewGuid();
    private static readonly Guid Room = Guid.NewGuid();
    private static readonly Dictionary<Guid, int> Turnover = new() { [Chair] = 5, [Room] = 10 };

    /// <summary>Visits are booked one after the other at offered times until the day is full; after each the planner still has a plan with all breaks.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Day_that_is_filled_with_offered_times_has_a_plan_with_every_break(int seed)
    {
        var chance = new Random(seed);
        var hours = Everybody().Select(who => Hours(who, chance)).ToList();
        var taken = WorkTimes.Off(hours, TimeZoneInfo.Utc, new(Monday, 1)).ToHashSet();
        List<Offer> booked = [];
        for (var free = Offers(hours, taken, chance); free.Count > 0; free = Offers(hours, taken, chance))
        {
            var offer = free[chance.Next(free.Count)];
            booked.Add(offer);
            taken.UnionWith(VisitLayout.UnitsOf(offer.Segments, Turnover));
        }

        var plan = DayPlanner.Plan(Day(hours, booked))!;

        Assert.NotEmpty(booked);
        Assert.True(plan.Status != DayStatus.Infeasible, $"no plan with {string.Join(", ", plan.Conflict)}");
        Assert.Equal((booked.Count, hours.Count), (plan.Table!.Visits.Count, plan.Table.Breaks.Count));
    }

    private static IEnumerable<Guid> Everybody() => [.. Practitioners, Assistant];

    private static List<Offer> Offers(IReadOnlyList<StaffHours> hours, HashSet<(Guid, DateTime)> taken, Random chance)
    {
        var question = new FreeTimesQuestion
        {
            Ways = chance.Next(3) == 0 ? [VisitLayout.Talk(VisitKind.Review)] : VisitLayout.Session(VisitLength.For(ProtocolPack.Current, "lidocaine-4")),
            Crews = FreeTimes.Crews(Practitioners, [Assistant], [Chair], [Room]),
            Turnover = Turnover,
            Taken = taken,
            Breaks = WorkTimes.Breaks(hours, TimeZoneInfo.Utc, new(Monday, 1)),
        };
        return [.. VisitTimes.Starts(TimeZoneInfo.Utc, Monday, new(8, 0), new(18, 0), 60).Select(s => FreeTimes.At(question, s)).OfType<Offer>()];
    }

    private static StaffHours Hours(Guid who, Random chance)
    {
        var hours = new StaffHours { StaffId = who };
        hours.Set([new(DayOfWeek.Monday, new(8, chance.Next(4) * 15), new(15 + chance.Next(3), 0))], new(15 + (5 * chance.Next(7)), new(11, 30), new(13, 5 * chance.Next(12))));
        return hours;
    }

    /// <summary>The day as the planner reads it: every booked visit fixed as it stands, everybody's hours, every break still to be placed.</summary>
    private static DayProblem Day(IReadOnlyList<StaffHours> hours, IReadOnlyList<Offer> booked)
    {
        var day = new
        {
            contract = "fibril.day/1",
            date = "2026-06-15",
            timeZone = "UTC",
            granularity = 5,
            staff = hours.Select(h => new
            {
                id = Id(h.StaffId),
                roles = new[] { Id(h.StaffId) },
                work = h.Week.Select(w => new[] { Text(w.From), Text(w.To) }),
                breaks = new[] { new { name = "break", minutes = h.Break!.Minutes, earliest = Text(h.Break.Earliest), latest = Text(h.Break.Latest) } },
            }),
            places = new[] { Chair, Room }.Select(p => new { id = Id(p), kind = Kind(p), open = new[] { new[] { "00:00", "24:00" } } }),
            turnover = new Dictionary<string, int> { [Kind(Chair)] = Turnover[Chair], [Kind(Room)] = Turnover[Room], ["consult-room"] = 0 },
            visitTypes = booked.Select((offer, n) => new { id = $"type-{n}", segments = offer.Segments.Select((s, i) => Part(offer.Segments, s, i)) }),
            booked = booked.Select((offer, n) => new
            {
                id = $"visit-{n}",
                visitType = $"type-{n}",
                @fixed = offer.Segments.Select(s => new { start = Text(TimeOnly.FromDateTime(s.StartsAt)), staff = s.StaffId is { } who ? new[] { Id(who) } : [], place = Id(s.PlaceId!.Value) }),
            }),
            requests = Array.Empty<object>(),
            objective = new[] { "must-serve", "weight", "waiting", "finish" },
        };
        var reading = DayReader.Read(JsonSerializer.Serialize(day));
        return reading.Day ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>Who is at a place stays there until the visit goes on elsewhere; the cream works where it was put on.</summary>
    private static Dictionary<string, object> Part(IReadOnlyList<Segment> segments, Segment part, int i)
    {
        Dictionary<string, object> written = new()
        {
            ["name"] = part.Kind.ToString(), ["minutes"] = part.Minutes, ["needs"] = part.StaffId is { } who ? new[] { new[] { Id(who) } } : [], ["place"] = Kind(part.PlaceId!.Value),
        };
        if (i + 1 < segments.Count)
        {
            written["gapAfter"] = new { min = 0, max = 0, place = segments[i + 1].PlaceId == part.PlaceId ? "keep" : "free" };
        }

        return written;
    }

    private static string Kind(Guid place) => place == Chair ? "numbing-chair" : "treatment-room";

    private static string Id(Guid id) => $"x{id:N}";

    private static string Text(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
