namespace Fibril.Protocol;

/// <summary>A zone that can be planned and treated.</summary>
public sealed record Zone
{
    /// <summary>Kebab-case id, such as <c>nose-bridge</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>True for the face and every part of it.</summary>
    public bool IsFace { get; init; }

    /// <summary>Hard stop in millimetres without a physician's override; 0 = prohibited. A default, editable.</summary>
    public required decimal CapMm { get; init; }

    /// <summary>Usual depth for fine lines in millimetres, a number or a range as text; null = none known.</summary>
    public string? FineMm { get; init; }

    /// <summary>Usual depth for scars in millimetres, a number or a range as text; null = none known.</summary>
    public string? ScarMm { get; init; }

    /// <summary>Estimated area of both sides together in square centimetres; 0 for prohibited zones. Measure the person.</summary>
    public required decimal AreaCm2 { get; init; }

    /// <summary>Published mean thickness of the dermis in millimetres, the thinner sex (S76, S77, S78); null = no figure.</summary>
    public decimal? DermisMm { get; init; }

    /// <summary>SNOMED CT codes of the skin site, seen in public mappings (S113).</summary>
    public IReadOnlyList<string> Snomed { get; init; } = [];

    /// <summary>Zones that lie inside this one.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    /// <summary>True where keloids form easily; nobody may override a keloid history there.</summary>
    public bool KeloidProne { get; init; }

    /// <summary>What to mind here; null = nothing special.</summary>
    public string? Note { get; init; }

    /// <summary>True when the zone may never be needled.</summary>
    public bool IsProhibited => CapMm == 0;
}

/// <summary>A place where a fact may lie besides the zones, such as the ear or the whole body.</summary>
public sealed record Site
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Zones inside this site.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    /// <summary>True when it contains every zone.</summary>
    public bool Everywhere { get; init; }
}
