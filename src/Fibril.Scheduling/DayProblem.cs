namespace Fibril.Scheduling;

/// <summary>A day as the planner sees it: every time is a whole number of grid units after the first instant of the date, which may be negative on the day before.</summary>
/// <param name="Clock">Turns units into instants and back.</param>
/// <param name="Staff">The people of the day, in the order of the file.</param>
/// <param name="Places">Chairs and rooms, in the order of the file.</param>
/// <param name="Turnover">Units between two stays at one place, by the kind of place.</param>
/// <param name="Visits">What is asked of the day: booked visits first, then requests, in the order of the file.</param>
public sealed record DayProblem(
    DayClock Clock,
    IReadOnlyList<Person> Staff,
    IReadOnlyList<Place> Places,
    IReadOnlyDictionary<string, int> Turnover,
    IReadOnlyList<Visit> Visits)
{
    /// <summary>The same day with only these visits asked of it.</summary>
    public DayProblem With(IEnumerable<Visit> visits) => this with { Visits = [.. visits] };
}

/// <summary>Half-open: from <paramref name="From"/>, before <paramref name="To"/>.</summary>
public readonly record struct Span(int From, int To)
{
    /// <summary>Units from start to end.</summary>
    public int Length => To - From;

    /// <summary>Whether the two have an instant in common; what ends and starts at the same moment does not meet.</summary>
    public bool Meets(Span other) => From < other.To && other.From < To;

    /// <summary>Whether the other lies inside.</summary>
    public bool Covers(Span other) => From <= other.From && other.To <= To;

    /// <summary>Units that the two have in common.</summary>
    public int Common(Span other) => Math.Max(0, Math.Min(To, other.To) - Math.Max(From, other.From));
}

/// <summary>Somebody who works that day.</summary>
public sealed record Person(string Id, IReadOnlyList<string> Roles, IReadOnlyList<Span> Work, IReadOnlyList<Break> Breaks);

/// <summary>A break that the planner places inside one work interval: not before <paramref name="Earliest"/>, over by <paramref name="Latest"/>.</summary>
public sealed record Break(string Name, int Length, int Earliest, int Latest);

/// <summary>A chair or a room, and when it is open.</summary>
public sealed record Place(string Id, string Kind, IReadOnlyList<Span> Open);

/// <summary>The segments of one kind of visit; <paramref name="Lead"/> is the segment a preference is about.</summary>
public sealed record VisitType(string Id, string? Title, int? Lead, IReadOnlyList<Segment> Segments)
{
    /// <summary>Units from the first start to the last end when nobody waits.</summary>
    public int Shortest => Segments.Sum(s => s.Length + s.GapAfter.Min);

    /// <summary>Runs of consecutive segments that are spent at one place.</summary>
    public IReadOnlyList<Stay> Stays { get; } = [.. Stay.Of(Segments)];
}

/// <summary>One step of a visit.</summary>
/// <param name="Needs">One entry for each person: the roles, any one of which will do.</param>
/// <param name="Place">Kind of place; null for none.</param>
/// <param name="GapAfter">From the end to the start of the next segment; zero after the last one.</param>
public sealed record Segment(string Name, int Length, IReadOnlyList<IReadOnlyList<string>> Needs, string? Place, Gap GapAfter);

/// <summary>What lies between two segments.</summary>
public sealed record Gap(int Min, int Max, PlaceInGap Place, bool KeepsStaff, string? Product = null)
{
    /// <summary>The next segment starts at once.</summary>
    public static readonly Gap None = new(0, 0, PlaceInGap.Free, false);
}

/// <summary>What becomes of a segment's place in the gap after it.</summary>
public enum PlaceInGap
{
    /// <summary>Released when the segment ends.</summary>
    Free,

    /// <summary>Occupied until the next segment starts, wherever that is.</summary>
    Hold,

    /// <summary>Occupied through the gap; the next segment is here too.</summary>
    Keep,
}

/// <summary>A run of segments at one place, from the start of the first to the end of the last, or until the segment after it starts.</summary>
public sealed record Stay(int First, int Last, string Kind, bool Holds)
{
    internal static IEnumerable<Stay> Of(IReadOnlyList<Segment> segments)
    {
        for (var first = 0; first < segments.Count; first++)
        {
            if (segments[first].Place is { } kind)
            {
                var last = first;
                while (segments[last].GapAfter.Place == PlaceInGap.Keep)
                {
                    last++;
                }

                yield return new(first, last, kind, segments[last].GapAfter.Place == PlaceInGap.Hold);
                first = last;
            }
        }
    }
}

/// <summary>A booked visit or a request.</summary>
/// <param name="Earliest">The first segment starts no earlier.</param>
/// <param name="Latest">The last segment has ended by then.</param>
/// <param name="Preferred">Who should do the lead segment; null when nobody was named.</param>
/// <param name="Weight">What serving it is worth; 0 for a booked visit.</param>
/// <param name="IsBooked">Already promised.</param>
/// <param name="Must">Without it there is no plan.</param>
/// <param name="Fixed">Exactly so, one entry per segment; null when the planner may choose.</param>
public sealed record Visit(string Id, VisitType Type, int Earliest, int Latest, Preference? Preferred, int Weight, bool IsBooked, bool Must, IReadOnlyList<PlannedSegment>? Fixed);

/// <summary>People for the first need of the lead segment: a rule when strict, else a wish that decides nothing else.</summary>
public sealed record Preference(IReadOnlyList<string> Ids, bool Strict);
