namespace Fibril.Scheduling;

/// <summary>Where one segment is in a plan; staff in the order of the segment's needs.</summary>
public sealed record PlannedSegment(int Start, IReadOnlyList<string> Staff, string? Place);

/// <summary>One visit in a plan, all its segments in order.</summary>
public sealed record PlannedVisit(Visit Visit, IReadOnlyList<PlannedSegment> Segments)
{
    /// <summary>When the first segment starts.</summary>
    public int Start => Segments[0].Start;

    /// <summary>When the last segment ends.</summary>
    public int End => Segments[^1].Start + Visit.Type.Segments[^1].Length;

    /// <summary>Units of every gap beyond its least.</summary>
    public int Waiting => End - Start - Visit.Type.Shortest;

    /// <summary>The time of one segment.</summary>
    public Span Of(int segment) => new(Segments[segment].Start, Segments[segment].Start + Visit.Type.Segments[segment].Length);

    /// <summary>The time of a stay: to the start of the segment after it when the place is held.</summary>
    public Span Of(Stay stay) => new(Segments[stay.First].Start, stay.Holds ? Segments[stay.Last + 1].Start : Of(stay.Last).To);
}

/// <summary>Where a break was placed.</summary>
public sealed record PlannedBreak(string Staff, string Name, Span Time);

/// <summary>Who does what, when and where.</summary>
public sealed record Timetable(IReadOnlyList<PlannedVisit> Visits, IReadOnlyList<PlannedBreak> Breaks)
{
    /// <summary>Sum of the weights of the requests served.</summary>
    public int Weight => Visits.Sum(v => v.Visit.Weight);

    /// <summary>Units waited beyond the least of every gap, by everybody.</summary>
    public int Waiting => Visits.Sum(v => v.Waiting);

    /// <summary>The latest end of a visit; null when there is none.</summary>
    public int? Finish => Visits.Count == 0 ? null : Visits.Max(v => v.End);

    /// <summary>Whether this one is better by weight, waiting and finish, in this order.</summary>
    public bool Beats(Timetable? other) =>
        other is null || (Weight, -Waiting, -(Finish ?? int.MinValue)).CompareTo((other.Weight, -other.Waiting, -(other.Finish ?? int.MinValue))) > 0;
}

/// <summary>How far a plan is known to be right.</summary>
public enum DayStatus
{
    /// <summary>All four levels are proven best.</summary>
    Optimal,

    /// <summary>It obeys every rule, but some level is not proven.</summary>
    Feasible,

    /// <summary>Proven that there is no plan.</summary>
    Infeasible,
}

/// <summary>The levels of the objective, in order.</summary>
public enum DayLevel
{
    /// <summary>Every booked visit and every must-serve request is in the plan.</summary>
    MustServe,

    /// <summary>The sum of the weights served.</summary>
    Weight,

    /// <summary>The sum of waiting beyond the least of every gap.</summary>
    Waiting,

    /// <summary>The latest end of a visit.</summary>
    Finish,
}

/// <summary>Why a request is not in the plan.</summary>
public enum UnservedCode
{
    /// <summary>No plan serves it, whatever else is left out of what may be left out.</summary>
    Impossible,

    /// <summary>A plan could serve it; it lost to other requests.</summary>
    Outweighed,

    /// <summary>The day has no plan.</summary>
    DayInfeasible,
}

/// <summary>A request that is not in the plan, and why in one sentence.</summary>
public sealed record Unserved(Visit Request, UnservedCode Code, string Reason);

/// <summary>The planner's answer.</summary>
/// <param name="Proven">How many levels are proven, from the first on; 0 exactly when the day is infeasible.</param>
/// <param name="Table">Null exactly when the day is infeasible.</param>
/// <param name="Bound">No plan of this day has more weight.</param>
/// <param name="Conflict">Promises that cannot all be kept, as few as could be found; empty unless infeasible.</param>
/// <param name="SolveTime">From the start of planning to this plan.</param>
public sealed record DayPlan(
    DayProblem Problem,
    DayStatus Status,
    int Proven,
    Timetable? Table,
    int Bound,
    IReadOnlyList<Unserved> Unserved,
    IReadOnlyList<string> Conflict,
    TimeSpan SolveTime)
{
    /// <summary>Why the promises collide, in one sentence; null unless infeasible. A day on which nobody asks for anything has no request to say it at.</summary>
    public string? ConflictReason { get; init; }

    /// <summary>(bound − weight) / bound; 0 when the bound is 0.</summary>
    public double Gap => Bound == 0 || Table is null ? 0 : (double)(Bound - Table.Weight) / Bound;
}
