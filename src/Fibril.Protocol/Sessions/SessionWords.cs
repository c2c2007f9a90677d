namespace Fibril.Protocol;

/// <summary>A word a session record chooses: an end point or a direction.</summary>
public sealed record SessionWord
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it means; null = the name says it.</summary>
    public string? Text { get; init; }
}

/// <summary>Which end point is the default. Source: knowledge base 4.2; contested, so both are kept.</summary>
public sealed record EndPointDefaults
{
    /// <summary>Up to this depth, mm, redness for everything.</summary>
    public required decimal ErythemaUpToMm { get; init; }

    /// <summary>Deeper: fine pinpoint bleeding for these indications, redness for the others.</summary>
    public required IReadOnlyList<string> ScarIndications { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Usual passes of a kind of device.</summary>
public sealed record UsualPasses
{
    /// <summary><c>pen</c>, <c>roller</c> or <c>stamp</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Fewest usual.</summary>
    public required int From { get; init; }

    /// <summary>Most usual.</summary>
    public required int To { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Speed of the device over the skin, cm/s. No trial gives a figure.</summary>
public sealed record GlideSpeed
{
    /// <summary>Slowest allowed.</summary>
    public required decimal From { get; init; }

    /// <summary>Usual.</summary>
    public required decimal Usual { get; init; }

    /// <summary>Fastest allowed.</summary>
    public required decimal To { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
