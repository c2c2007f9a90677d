namespace Fibril.Pathway.Outcomes;

/// <summary>A look at the result 30, 90 or 180 days after the last session.</summary>
public sealed class OutcomeVisit : CourseRow
{
    /// <summary>Days after the last session: 30, 90 or 180.</summary>
    public required int AfterDays { get; init; }

    /// <summary>Counts from the last signed session; a later one moves it while it is not held.</summary>
    public required DateOnly DueOn { get; set; }

    public DateTime? HeldAt { get; private set; }

    public string? HeldByName { get; private set; }

    public string Note { get; private set; } = "";

    public void Hold(string note, string by, DateTime now) => (Note, HeldByName, HeldAt) = (note, by, now);
}
