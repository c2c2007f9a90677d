namespace Fibril.Protocol;

public sealed partial class ProtocolPack
{
    /// <summary>Aftercare rows A01 to A18 and the resume calendar, undated. Source: knowledge base 8.</summary>
    public AftercareRules AftercareRules => Section<AftercareRules>("aftercare.yaml");

    /// <summary>The expected course, day by day. Source: knowledge base 6.</summary>
    public HealingRules HealingRules => Section<HealingRules>("healing.yaml");
}

/// <summary>Aftercare as data.</summary>
public sealed record AftercareRules
{
    /// <summary>Above this depth, mm, the ends marked <c>laterWhenDeep</c> move.</summary>
    public required decimal DeeperThanMm { get; init; }

    /// <summary>By so many days.</summary>
    public required int LaterDays { get; init; }

    /// <summary>The rows in order.</summary>
    public required IReadOnlyList<AftercareRule> Rows { get; init; }

    /// <summary>The resume calendar in order.</summary>
    public required IReadOnlyList<ResumeRule> Resume { get; init; }
}

/// <summary>One aftercare row, undated. Days count from the day of the session, 0.</summary>
public sealed record AftercareRule
{
    /// <summary>A01 to A18.</summary>
    public required string Id { get; init; }

    /// <summary>What to do.</summary>
    public required string Do { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>First day.</summary>
    public required int FromDay { get; init; }

    /// <summary>First hour, where hours count.</summary>
    public int? FromHour { get; init; }

    /// <summary>First day no longer in force; null when it goes by depth.</summary>
    public int? ToDay { get; init; }

    /// <summary>The same for phototype IV to VI, melasma or an unknown phototype.</summary>
    public int? ToDayDarkerSkin { get; init; }

    /// <summary>The same by the deepest setting.</summary>
    public IReadOnlyList<DayByDepth> ToDayByDepth { get; init; } = [];

    /// <summary>Last hour, where hours count.</summary>
    public int? ToHour { get; init; }

    /// <summary>The end moves for deep sessions and for phototype IV to VI.</summary>
    public bool LaterWhenDeep { get; init; }

    /// <summary>Only with: <c>antiviral</c>, <c>scalp</c>, <c>quiet-skin</c>.</summary>
    public string? Only { get; init; }

    /// <summary>More sentences, each under a condition.</summary>
    public IReadOnlyList<AftercareAlso> Also { get; init; } = [];

    /// <summary>Days on which the patient checks and sends a photo.</summary>
    public IReadOnlyList<int> CheckDays { get; init; } = [];

    /// <summary>Grade of the knowledge base.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>A sentence under a condition: <c>darker-skin-or-melasma</c>, <c>gel-given</c>, <c>prp-given</c>, <c>minoxidil</c>.</summary>
public sealed record AftercareAlso
{
    /// <summary>The condition.</summary>
    public required string When { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }
}

/// <summary>A day that goes by depth, upper end included; null = deeper.</summary>
public sealed record DayByDepth
{
    /// <summary>Up to this depth, mm; null for everything deeper.</summary>
    public required decimal? UpToMm { get; init; }

    /// <summary>The day.</summary>
    public required int Day { get; init; }
}

/// <summary>One line of the resume calendar, undated.</summary>
public sealed record ResumeRule
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What may start again.</summary>
    public required string What { get; init; }

    /// <summary>First day; null when it goes by depth.</summary>
    public int? FromDay { get; init; }

    /// <summary>The same for phototype IV to VI, melasma or an unknown phototype.</summary>
    public int? FromDayDarkerSkin { get; init; }

    /// <summary>The same by the deepest setting.</summary>
    public IReadOnlyList<DayByDepth> FromDayByDepth { get; init; } = [];

    /// <summary>First hour, where hours count.</summary>
    public int? FromHour { get; init; }

    /// <summary>The day moves for deep sessions and for phototype IV to VI.</summary>
    public bool LaterWhenDeep { get; init; }

    /// <summary>No redness and no peeling besides the date.</summary>
    public required bool QuietSkin { get; init; }

    /// <summary>Only with: <c>scalp</c>.</summary>
    public string? Only { get; init; }

    /// <summary>Aftercare row it belongs to.</summary>
    public required string Row { get; init; }
}
