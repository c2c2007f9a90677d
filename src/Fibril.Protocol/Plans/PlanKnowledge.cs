namespace Fibril.Protocol;

/// <content>Plan checks as data.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Thresholds and combinations of a plan. Source: knowledge base 4.</summary>
    public PlanKnowledge PlanKnowledge => Section<PlanKnowledge>("plans.yaml");
}

/// <summary>What a plan is checked against, beside zones, gaps and holds.</summary>
public sealed record PlanKnowledge
{
    /// <summary>From this depth, mm, an anaesthetic step belongs to the plan.</summary>
    public required decimal AnaestheticFromMm { get; init; }

    /// <summary>Thickness of the epidermis, mm, added to the dermis of the zone.</summary>
    public required decimal EpidermisMm { get; init; }

    /// <summary>Sources of the thickness.</summary>
    public required IReadOnlyList<string> ThicknessSources { get; init; }

    /// <summary>Phototype IV to VI: no roller deeper than this over bone, mm.</summary>
    public required decimal RollerOverBoneMm { get; init; }

    /// <summary>Zones over bone.</summary>
    public required IReadOnlyList<string> BonyZones { get; init; }

    /// <summary>Other treatments in one plan.</summary>
    public required IReadOnlyList<CombinationRule> Combinations { get; init; }
}

/// <summary>Another treatment in the same plan. Source: knowledge base 4.7.</summary>
public sealed record CombinationRule
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>May it be on the day of the needling?</summary>
    public required bool SameDay { get; init; }

    /// <summary>How serious its finding is.</summary>
    public required PlanSeverity Severity { get; init; }

    /// <summary>Days free before the needling.</summary>
    public int? DaysBefore { get; init; }

    /// <summary>Days free after the needling.</summary>
    public int? DaysAfter { get; init; }

    /// <summary>Only with this indication.</summary>
    public string? OnlyWithIndication { get; init; }

    /// <summary>What it needs.</summary>
    public required string Text { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
