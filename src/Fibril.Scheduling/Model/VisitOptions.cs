namespace Fibril.Scheduling;

/// <summary>What one visit could do if it were alone on the day: when each segment may start, who could do it, where each stay could be.</summary>
/// <param name="Lows">The earliest start of each segment, by window, hours of work, opening hours and gaps.</param>
/// <param name="Highs">The latest start of each segment.</param>
/// <param name="People">By segment and need: indexes into the staff.</param>
/// <param name="Places">By stay: indexes into the places.</param>
/// <param name="Reason">Why it cannot be served, even alone; null when it may be.</param>
internal sealed record VisitOptions(Visit Visit, int[] Lows, int[] Highs, int[][][] People, int[][] Places, string? Reason)
{
    /// <summary>Its segments, with their gaps, do not fit into hours and window.</summary>
    public bool IsOutOfHours { get; init; }

    public static VisitOptions Of(DayProblem day, Visit visit) => new OptionsFinder(day, visit).Find();

    /// <summary>No start is left to choose.</summary>
    public bool IsStill => Visit.Must && Lows.SequenceEqual(Highs);

    /// <summary>As it is in a plan, by times and people; its places may be given out anew.</summary>
    public VisitOptions At(DayProblem day, PlannedVisit planned)
    {
        int[] starts = [.. planned.Segments.Select(s => s.Start)];
        return this with
        {
            Visit = Visit with { Must = true },
            Lows = starts,
            Highs = starts,
            People = [.. planned.Segments.Select(s => s.Staff.Select(id => new[] { day.Staff.Index().First(p => p.Item.Id == id).Index }).ToArray())],
        };
    }

    /// <summary>The shortest a stay can be.</summary>
    public int Shortest(Stay stay)
    {
        var segments = Visit.Type.Segments;
        var length = 0;
        for (var s = stay.First; s <= stay.Last; s++)
        {
            length += segments[s].Length + (s < stay.Last || stay.Holds ? segments[s].GapAfter.Min : 0);
        }

        return length;
    }
}
