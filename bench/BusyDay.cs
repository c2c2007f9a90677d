using System.Text.Json;

namespace Fibril.Bench;

/// <summary>Day problems that are made, the same every time.</summary>
internal static class BusyDay
{
    /// <summary>Far more is asked than the day can hold.</summary>
    public static string Of(int practitioners, int requests)
    {
        var chance = new Random(20_261_130);
        string[] types = ["mn-20", "mn-30", "mn-60", "mn-30"];
        var staff = Enumerable.Range(1, practitioners).Select(i => Person($"p{i}", "practitioner", i)).Concat(Enumerable.Range(1, practitioners / 2).Select(i => Person($"a{i}", "assistant", i)));
        return Day(
            staff,
            Places(practitioners, practitioners - 1),
            [Visit("mn-20", 20, 30, 20, true), Visit("mn-30", 30, 60, 30, true), Visit("mn-60", 60, 120, 40, true)],
            Enumerable.Range(1, requests).Select(i => Request(i, types[chance.Next(types.Length)], chance)));
    }

    /// <summary>Twenty who ask for the same visit; one room, one practitioner, one assistant, eight hours.</summary>
    /// <param name="chairs">0: they numb in the treatment room.</param>
    public static string OneRoom(int dwell, int chairs) => Day(
        [Worker("amy", "practitioner", 9, 17), Worker("kim", "assistant", 9, 17)],
        Places(chairs, 1, 9, 17),
        [Visit("needling", dwell, dwell * 2, 30, chairs > 0)],
        Enumerable.Range(1, 20).Select(i => new { id = $"r{i}", visitType = "needling", weight = 1, mustServe = false }));

    private static string Day(IEnumerable<object> staff, IEnumerable<object> places, object[] types, IEnumerable<object> requests) => JsonSerializer.Serialize(new
    {
        contract = "fibril.day/1",
        date = "2026-11-27",
        timeZone = "Europe/London",
        granularity = 5,
        staff,
        places,
        turnover = new Dictionary<string, int> { ["numbing-chair"] = 5, ["treatment-room"] = 10, ["consult-room"] = 5 },
        visitTypes = types,
        booked = Array.Empty<object>(),
        requests,
        objective = new[] { "must-serve", "weight", "waiting", "finish" },
    });

    private static object Person(string id, string role, int i) => Worker(id, role, 8 + (i % 3), 16 + (i % 3));

    private static object Worker(string id, string role, int from, int to) => new
    {
        id,
        roles = new[] { role },
        work = new[] { new[] { $"{from:00}:00", $"{to:00}:00" } },
        breaks = new[] { new { name = "lunch", minutes = 30, earliest = "11:30", latest = "14:30" } },
    };

    private static IEnumerable<object> Places(int chairs, int rooms, int from = 8, int to = 18) =>
        Enumerable.Range(1, chairs).Select(i => Place($"chair-{i}", "numbing-chair", from, to)).Concat(Enumerable.Range(1, rooms).Select(i => Place($"room-{i}", "treatment-room", from, to)));

    private static object Place(string id, string kind, int from, int to) => new { id, kind, open = new[] { new[] { $"{from:00}:00", $"{to:00}:00" } } };

    private static object Visit(string id, int least, int most, int needling, bool onChair)
    {
        string[][] either = [["assistant", "practitioner"]];
        string[][] practitioner = [["practitioner"]];
        return new
        {
            id,
            segments = new object[]
            {
                new { name = "check-in and cream on", minutes = 15, needs = either, place = onChair ? "numbing-chair" : "treatment-room", gapAfter = new { min = least, max = most, place = onChair ? "hold" : "keep" } },
                new { name = "cream off", minutes = 5, needs = either, place = "treatment-room", gapAfter = new { min = 0, max = 5, place = "keep" } },
                new { name = "needling", minutes = needling, needs = practitioner, place = "treatment-room", gapAfter = new { min = 0, max = 10, place = "keep" } },
                new { name = "cool and aftercare", minutes = 10, needs = either, place = "treatment-room" },
            },
        };
    }

    private static object Request(int i, string type, Random chance)
    {
        var (weight, mustServe) = (chance.Next(1, 6), chance.Next(25) == 0);
        var from = chance.Next(8, 15);
        return chance.Next(3) == 0
            ? new { id = $"r{i}", visitType = type, weight, mustServe }
            : new { id = $"r{i}", visitType = type, earliest = $"{from:00}:00", latest = $"{Math.Min(18, from + chance.Next(3, 6)):00}:00", weight, mustServe };
    }
}
