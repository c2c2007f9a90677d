using System.Text.Json.Serialization;

namespace Fibril.Protocol;

/// <summary>An allergy.</summary>
public sealed record AllergyFact
{
    /// <summary>Allergy id.</summary>
    public required string Id { get; init; }

    /// <summary>For people; read by no rule.</summary>
    public string? Note { get; init; }
}

/// <summary>A measured value.</summary>
public sealed record MeasurementFact
{
    /// <summary>Measurement id.</summary>
    public required string Id { get; init; }

    /// <summary>Value in the unit of the vocabulary.</summary>
    public required decimal Value { get; init; }

    /// <summary>Day of the measurement.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>Sun, self-tanner, alcohol.</summary>
public sealed record ExposureFacts
{
    /// <summary>Last day of heavy sun or tanning bed.</summary>
    public PartialDate? LastUv { get; init; }

    /// <summary>Visible tan now.</summary>
    public bool? Tan { get; init; }

    /// <summary>Where the sun was; null = everywhere.</summary>
    public IReadOnlyList<string>? UvZones { get; init; }

    /// <summary>Sunburn, now or before.</summary>
    public SunburnFacts? Sunburn { get; init; }

    /// <summary>Last self-tanner.</summary>
    public PartialDate? LastSelfTan { get; init; }

    /// <summary>Where the self-tanner was; null = everywhere.</summary>
    public IReadOnlyList<string>? SelfTanZones { get; init; }

    /// <summary>Last drink.</summary>
    public PartialDate? LastAlcohol { get; init; }

    /// <summary>Daily broad-spectrum protection since.</summary>
    public PartialDate? PhotoprotectionSince { get; init; }
}

/// <summary>A sunburn.</summary>
public sealed record SunburnFacts
{
    /// <summary>Day it was gone; null = still there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required PartialDate? ResolvedOn { get; init; }

    /// <summary>Where; null = everywhere.</summary>
    public IReadOnlyList<string>? Zones { get; init; }
}

/// <summary>Results of screens.</summary>
public sealed record ScreeningFacts
{
    /// <summary>Screen for body-dysmorphic concern.</summary>
    public BddResult? Bdd { get; init; }

    /// <summary>Dissatisfied again and again after earlier treatments.</summary>
    public bool? RepeatedDissatisfaction { get; init; }

    /// <summary>The examiner sees at most a minimal defect.</summary>
    public bool? MinimalDefect { get; init; }

    /// <summary>A physician's look at the pigmented spot.</summary>
    public LesionCheck? LesionCheck { get; init; }
}

/// <summary>Pregnancy.</summary>
public sealed record PregnancyFacts
{
    /// <summary>Status on the day of assessment.</summary>
    public PregnancyStatus? Status { get; init; }

    /// <summary>Day of the test.</summary>
    public DateOnly? TestOn { get; init; }

    /// <summary>Weeks, 0 to 45.</summary>
    public int? Weeks { get; init; }

    /// <summary>End of the last pregnancy.</summary>
    public PartialDate? EndedOn { get; init; }
}

/// <summary>Breastfeeding.</summary>
public sealed record BreastfeedingFacts
{
    /// <summary>Status on the day of assessment.</summary>
    public BreastfeedingStatus? Status { get; init; }

    /// <summary>Day it ended.</summary>
    public PartialDate? EndedOn { get; init; }
}
