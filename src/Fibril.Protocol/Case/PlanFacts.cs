using System.Text.Json.Serialization;

namespace Fibril.Protocol;

/// <summary>The session that is asked.</summary>
public sealed record PlanFacts
{
    /// <summary>Day of the session; null = the day of the assessment. Never before it.</summary>
    public DateOnly? SessionDate { get; init; }

    /// <summary>Kind of device.</summary>
    public required DeviceKind Device { get; init; }

    /// <summary>Energy of the device.</summary>
    public required Energy Energy { get; init; }

    /// <summary>What the device is labelled for.</summary>
    public required DeviceLabel DeviceLabel { get; init; }

    /// <summary>Material of the needles; null = steel.</summary>
    public NeedleMaterial? NeedleMaterial { get; init; }

    /// <summary>Zones asked, each once, at least one.</summary>
    public required IReadOnlyList<PlannedZone> Zones { get; init; }

    /// <summary>Anaesthetic id; <c>none</c> = no topical anaesthetic.</summary>
    public required string Anaesthetic { get; init; }

    /// <summary>What lies on the skin during or right after needling; null = nothing but the clinic's sterile gel.</summary>
    public IReadOnlyList<string>? Topicals { get; init; }

    /// <summary>Sessions of the course, 1 to 20.</summary>
    public int? Sessions { get; init; }

    /// <summary>Days between sessions, 1 to 400.</summary>
    public int? IntervalDays { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }

    /// <summary>True when no topical anaesthetic is planned.</summary>
    [JsonIgnore]
    public bool WithoutAnaesthetic => Anaesthetic == "none";
}

/// <summary>One zone of the plan.</summary>
public sealed record PlannedZone
{
    /// <summary>Zone id.</summary>
    public required string Zone { get; init; }

    /// <summary>Deepest depth asked, in millimetres, above 0 to 3.5.</summary>
    public required decimal DepthMm { get; init; }

    /// <summary>Indication id.</summary>
    public required string Indication { get; init; }

    /// <summary>Share of each type of acne scar.</summary>
    public ScarTypes? ScarTypes { get; init; }
}

/// <summary>Acne scars by type, in per cent.</summary>
public sealed record ScarTypes
{
    /// <summary>Narrow and deep.</summary>
    public decimal? IcePick { get; init; }

    /// <summary>Wide with steep walls.</summary>
    public decimal? Boxcar { get; init; }

    /// <summary>Wide and shallow.</summary>
    public decimal? Rolling { get; init; }
}
