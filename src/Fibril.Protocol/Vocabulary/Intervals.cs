namespace Fibril.Protocol;

/// <summary>Days between two needlings of one zone (S19, S59; a default of the clinic).</summary>
public sealed record Intervals
{
    /// <summary>Depth classes, shallow first; each includes its upper end.</summary>
    public required IReadOnlyList<DepthInterval> Depths { get; init; }

    /// <summary>Least days for phototype IV to VI.</summary>
    public required int DarkSkinDays { get; init; }

    /// <summary>Least days for phototype IV to VI when brown marks are recorded.</summary>
    public required int DarkSkinDaysAfterPih { get; init; }

    /// <summary>Grade of the evidence.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Least days after needling of this depth.</summary>
    /// <param name="depthMm">Deepest depth used, in millimetres.</param>
    /// <param name="zone">Zone id; the scalp heals faster in one class.</param>
    /// <param name="phototype">1 to 6; null = not known, which adds nothing here.</param>
    /// <param name="pih">Brown marks recorded, now or ever; counts for phototype IV to VI only.</param>
    public int GapDays(decimal depthMm, string zone, int? phototype, bool pih)
    {
        var row = RowOf(depthMm);
        var days = zone == "scalp" ? row.ScalpDays ?? row.Days : row.Days;
        return phototype >= 4 ? Math.Max(days, pih ? DarkSkinDaysAfterPih : DarkSkinDays) : days;
    }

    private DepthInterval RowOf(decimal depthMm)
    {
        for (var i = 0; i < Depths.Count; i++)
        {
            if (depthMm <= Depths[i].UpToMm)
            {
                return Depths[i];
            }
        }

        return Depths[^1];
    }
}

/// <summary>One class of depths.</summary>
public sealed record DepthInterval
{
    /// <summary>Upper end in millimetres, included.</summary>
    public required decimal UpToMm { get; init; }

    /// <summary>Least days.</summary>
    public required int Days { get; init; }

    /// <summary>Least days on the scalp; null = as elsewhere.</summary>
    public int? ScalpDays { get; init; }
}
