namespace Fibril.Protocol;

/// <summary>How serious a finding of the plan check is, mildest first.</summary>
public enum PlanSeverity
{
    /// <summary>To know.</summary>
    Note,

    /// <summary>To think about; the practitioner goes on.</summary>
    Warning,

    /// <summary>Only with a physician's decision on record.</summary>
    NeedsPhysician,

    /// <summary>Not in this plan.</summary>
    Blocked,
}

/// <summary>What is checked: the plan of the case file and what else belongs to it.</summary>
public sealed record PlanToCheck
{
    /// <summary>Zones, depths, sessions, interval, device, anaesthetic and what lies on the skin.</summary>
    public required PlanFacts Plan { get; init; }

    /// <summary>1 to 6; null = not known, which is a finding.</summary>
    public int? Phototype { get; init; }

    /// <summary>Brown marks after an injury or a treatment, now or ever.</summary>
    public bool Pih { get; init; }

    /// <summary>No needling of these zones before.</summary>
    public bool FirstSession { get; init; }

    /// <summary>Deepest depth the screening leaves for a zone, mm (<see cref="ZoneDecision.MaxDepthMm"/>); zones that are absent have their cap.</summary>
    public IReadOnlyDictionary<string, decimal> DepthLimits { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Other treatments planned around a session.</summary>
    public IReadOnlyList<PlannedCombination> Combinations { get; init; } = [];
}

/// <summary>Another treatment planned around a session.</summary>
/// <param name="Id">Procedure id of the vocabulary, or an id of the combination table.</param>
/// <param name="DaysFromSession">Days from the session: negative before it, 0 on the day, positive after it.</param>
public sealed record PlannedCombination(string Id, int DaysFromSession);

/// <summary>One finding.</summary>
/// <param name="Code">Rule id, or a kebab-case word.</param>
/// <param name="Severity">How serious.</param>
/// <param name="Zone">Zone id; null = the whole plan.</param>
/// <param name="Sentence">What, and what to do.</param>
/// <param name="Sources">Source ids.</param>
/// <param name="Grade">Grade; X and D are a default of the clinic.</param>
/// <param name="OverridableBy">Who may go ahead in spite of it, with a reason on record.</param>
public sealed record PlanFinding(
    string Code, PlanSeverity Severity, string? Zone, string Sentence, IReadOnlyList<string> Sources, string Grade, Overrider OverridableBy);

/// <summary>All findings of a plan, most serious first.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="OffLabelZones">Zones outside the device's label: the consent needs its line.</param>
public sealed record PlanReview(IReadOnlyList<PlanFinding> Findings, IReadOnlyList<string> OffLabelZones)
{
    /// <summary>True when a zone lies outside the device's label.</summary>
    public bool IsOffLabel => OffLabelZones.Count > 0;

    /// <summary>Refused while something is blocked or waits for a physician; warnings and notes refuse nothing.</summary>
    public Decision Decision => Decision.From(Findings
        .Where(f => f.Severity >= PlanSeverity.NeedsPhysician)
        .Select(f => new Reason(f.Code, f.Sentence, f.Sources[0])));
}
