namespace Fibril.Protocol;

/// <summary>A usual course for one indication: a default, editable by the clinic. Source: knowledge base 4.3.</summary>
public sealed record CourseTemplate
{
    /// <summary>Indication id.</summary>
    public required string Indication { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Fewest usual sessions.</summary>
    public required int SessionsFrom { get; init; }

    /// <summary>Most usual sessions.</summary>
    public required int SessionsTo { get; init; }

    /// <summary>Days between sessions to begin with; the gap table may ask for more.</summary>
    public required int IntervalDays { get; init; }

    /// <summary>Shortest gap used in studies, days.</summary>
    public required int IntervalFromDays { get; init; }

    /// <summary>Longest gap used in studies, days.</summary>
    public required int IntervalToDays { get; init; }

    /// <summary>Shallowest usual depth, mm.</summary>
    public required decimal DepthFromMm { get; init; }

    /// <summary>Deepest usual depth, mm; every zone keeps its own cap.</summary>
    public required decimal DepthToMm { get; init; }

    /// <summary>Depth in words.</summary>
    public required string DepthText { get; init; }

    /// <summary>What else to mind; null = nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Grade of the knowledge base; U = limited evidence.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Days between sessions to propose: the usual ones, or more where the gap table asks for more.</summary>
    /// <param name="gaps">Gap table of the pack.</param>
    /// <param name="depthMm">Deepest planned setting, mm.</param>
    /// <param name="zone">Zone id.</param>
    /// <param name="phototype">1 to 6; null = not known.</param>
    /// <param name="pih">Brown marks, now or ever.</param>
    public int ProposedIntervalDays(Intervals gaps, decimal depthMm, string zone, int? phototype, bool pih = false) =>
        Math.Max(IntervalDays, gaps.GapDays(depthMm, zone, phototype, pih));
}

/// <summary>When a course without gain ends. Source: knowledge base 4.3.</summary>
public sealed record CourseStopRule
{
    /// <summary>After so many sessions.</summary>
    public required int Sessions { get; init; }

    /// <summary>Judged so many days after the last of them, or later.</summary>
    public required int JudgedAfterDays { get; init; }

    /// <summary>The rule in words.</summary>
    public required string Text { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>A reading that disagrees with a default.</summary>
public sealed record ContestedReading
{
    /// <summary>The other reading.</summary>
    public required string Text { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
