namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>One place that somebody clicked in both photographs.</summary>
public sealed record ClickedPair(PixelPoint Before, PixelPoint After);

/// <summary>How somebody laid a follow-up onto its baseline by clicks; the latest of a pair counts.</summary>
public sealed class HandAlignment : CourseRow
{
    public required Guid BeforeId { get; init; }

    public required Guid AfterId { get; init; }

    public List<ClickedPair> Clicks { get; init; } = [];

    public required DateTime LaidAt { get; init; }

    public required string LaidByName { get; init; }
}
