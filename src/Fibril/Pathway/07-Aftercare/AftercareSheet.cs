namespace Fibril.Pathway.Aftercare;

/// <summary>One dated instruction as the person was given it.</summary>
public sealed record SheetRow(string Id, DateOnly FromOn, DateOnly ToOn, string When, string Do, string Why, string Grade);

/// <summary>What this person was told to do and to avoid after this session, with dates.</summary>
public sealed class AftercareSheet : CourseRow
{
    public required Guid SessionId { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required string ProtocolVersion { get; init; }

    public required string Language { get; init; }

    public List<SheetRow> Rows { get; init; } = [];

    /// <summary>The person said it back in own words.</summary>
    public DateTime? TaughtBackAt { get; private set; }

    public void TeachBack(DateTime now) => TaughtBackAt = now;
}
