namespace Fibril.Pathway.Recovery;

/// <summary>Why somebody is called: whoever is on duty first, then ever more people.</summary>
public enum CallCircle
{
    /// <summary>Stands in the roster.</summary>
    OnDuty,

    /// <summary>Nobody is on duty: everybody who treats, or the owners where nobody does.</summary>
    Treating,

    TreatingAndOwners,

    Everybody,
}

/// <summary>One person was called about one report that cannot wait.</summary>
public sealed class StaffCall : CourseRow
{
    public required Guid CheckInId { get; init; }

    /// <summary>0 for the first round of calls, one more for each that followed.</summary>
    public required int Step { get; init; }

    public required CallCircle Circle { get; init; }

    public required Guid StaffId { get; init; }

    public required string StaffName { get; init; }

    /// <summary>Where the mail went.</summary>
    public required string Email { get; init; }

    public required DateTime CalledAt { get; init; }

    /// <summary>This person took the report; null when not, or when somebody else did.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>By the link in the mail, not signed in.</summary>
    public bool AnsweredByLink { get; private set; }

    public void Answer(DateTime now, bool byLink) => (AnsweredAt, AnsweredByLink) = (now, byLink);
}
