namespace Fibril.Protocol;

/// <summary>Which end of a scale is better.</summary>
public enum BetterEnd
{
    /// <summary>The lower score.</summary>
    Low,

    /// <summary>The higher score.</summary>
    High,

    /// <summary>A class, neither better nor worse.</summary>
    Neither,
}

/// <summary>How the items of a scale become one score.</summary>
public enum ScaleKind
{
    /// <summary>Sum of weight × points of each item.</summary>
    WeightedSum,

    /// <summary>Sum over regions of weight × first item × sum of the other items (MASI).</summary>
    Regions,
}

/// <summary>An outcome scale: range, direction, items and formula. Source: knowledge base 7.</summary>
public sealed record Scale
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Lowest possible score.</summary>
    public required decimal Min { get; init; }

    /// <summary>Highest possible score.</summary>
    public required decimal Max { get; init; }

    /// <summary>Which end is better.</summary>
    public required BetterEnd Better { get; init; }

    /// <summary>The formula.</summary>
    public required ScaleKind Kind { get; init; }

    /// <summary>Indications it is meant for; empty = any.</summary>
    public required IReadOnlyList<string> Indications { get; init; }

    /// <summary>Regions, for <see cref="ScaleKind.Regions"/>.</summary>
    public IReadOnlyList<ScaleRegion> Regions { get; init; } = [];

    /// <summary>What is graded; with regions: in each region, the first one multiplies the sum of the others.</summary>
    public required IReadOnlyList<ScaleItem> Items { get; init; }

    /// <summary>Names for ranges of the score, lowest first; empty = none.</summary>
    public IReadOnlyList<ScaleGrade> Grades { get; init; } = [];

    /// <summary>A change up to this many points is inside the disagreement of raters; null = not known.</summary>
    public required decimal? ErrorBound { get; init; }

    /// <summary>True when a change in per cent of the first score means something.</summary>
    public required bool Percent { get; init; }

    /// <summary>True when one rating already compares with the first photo (GAIS).</summary>
    public bool ComparesToBaseline { get; init; }

    /// <summary>What to mind; null = nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Keys under which values are given: the item, or <c>region.item</c>.</summary>
    public IReadOnlyList<string> Keys =>
        Kind == ScaleKind.Regions ? [.. Regions.SelectMany(r => Items.Select(i => $"{r.Id}.{i.Id}"))] : [.. Items.Select(i => i.Id)];

    /// <summary>Name of the range the score lies in; null when the scale names none.</summary>
    public string? GradeOf(decimal score) => Grades.FirstOrDefault(g => g.Below is { } below ? score < below : score <= (g.UpTo ?? decimal.MaxValue))?.Label;
}

/// <summary>A region of the face with its share.</summary>
public sealed record ScaleRegion
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Label { get; init; }

    /// <summary>Share of the whole, 0 to 1.</summary>
    public required decimal Weight { get; init; }
}

/// <summary>One thing that is graded.</summary>
public sealed record ScaleItem
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Short label in our own words.</summary>
    public required string Label { get; init; }

    /// <summary>Lowest value.</summary>
    public required decimal Min { get; init; }

    /// <summary>Highest value.</summary>
    public required decimal Max { get; init; }

    /// <summary>Only whole numbers.</summary>
    public required bool WholeNumbers { get; init; }

    /// <summary>Unit of the value; null = grade without unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Weight of its points.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>Points by value; empty = the value itself.</summary>
    public IReadOnlyList<PointBand> Bands { get; init; } = [];

    /// <summary>Points of a value.</summary>
    public decimal PointsOf(decimal value) =>
        Bands.Count == 0 ? value : Bands.First(b => b.Below is { } below ? value < below : value <= (b.UpTo ?? decimal.MaxValue)).Points;
}

/// <summary>Points for a range of values.</summary>
public sealed record PointBand
{
    /// <summary>Upper end, not included.</summary>
    public decimal? Below { get; init; }

    /// <summary>Upper end, included; with neither: everything else.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>Points.</summary>
    public required decimal Points { get; init; }
}

/// <summary>Name for a range of scores.</summary>
public sealed record ScaleGrade
{
    /// <summary>Upper end, not included.</summary>
    public decimal? Below { get; init; }

    /// <summary>Upper end, included.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>The name.</summary>
    public required string Label { get; init; }
}

/// <summary>A licensed scale of which only the total may be recorded.</summary>
public sealed record ImportedScale
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Lowest total.</summary>
    public required decimal Min { get; init; }

    /// <summary>Highest total.</summary>
    public required decimal Max { get; init; }

    /// <summary>Which end is better.</summary>
    public required BetterEnd Better { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
