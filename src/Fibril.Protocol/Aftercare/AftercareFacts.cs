namespace Fibril.Protocol;

/// <summary>What stands with the antiviral against cold sores.</summary>
public enum AntiviralUse
{
    /// <summary>None was prescribed.</summary>
    None,

    /// <summary>Prescribed and taken.</summary>
    Taking,

    /// <summary>Prescribed and not taken.</summary>
    NotTaken,
}

/// <summary>What the aftercare of one session depends on.</summary>
public sealed record AftercareFacts
{
    /// <summary>Last needle contact in the clinic's local time; day 0 is its date.</summary>
    public required DateTime SessionEnd { get; init; }

    /// <summary>Deepest setting of the session, mm.</summary>
    public required decimal DeepestMm { get; init; }

    /// <summary>Phototype 1 to 6; null when not known, which gives the longer times.</summary>
    public required int? Phototype { get; init; }

    /// <summary>Zone ids that were needled.</summary>
    public required IReadOnlyCollection<string> Zones { get; init; }

    /// <summary>The antiviral against cold sores.</summary>
    public AntiviralUse Antiviral { get; init; }

    /// <summary>Product ids put on in the session or used by the patient, such as <c>sterile-ha-gel</c>, <c>prp</c>, <c>minoxidil-topical</c>.</summary>
    public IReadOnlyCollection<string> Products { get; init; } = [];

    /// <summary>Melasma in a treated zone: sun times as for phototype IV to VI.</summary>
    public bool Melasma { get; init; }

    /// <summary>Day 0.</summary>
    public DateOnly SessionOn => DateOnly.FromDateTime(SessionEnd);

    internal bool DarkerSkin => Phototype is null or >= 4;
}
