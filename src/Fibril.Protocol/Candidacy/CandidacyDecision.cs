using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fibril.Protocol;

/// <summary>The answer to a case file (<c>fibril.decision/1</c>): for the plan, for each zone, with every finding.</summary>
public sealed record CandidacyDecision
{
    /// <summary>Always <c>fibril.decision/1</c>.</summary>
    public string Contract { get; init; } = "fibril.decision/1";

    /// <summary>Day of the assessment.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Day the decision is for.</summary>
    public required DateOnly SessionDate { get; init; }

    /// <summary>The knowledge it was made with.</summary>
    public required ProtocolStamp Protocol { get; init; }

    /// <summary>The strictest of all findings of all zones: the plan as asked.</summary>
    public required CandidacyOutcome Decision { get; init; }

    /// <summary>Latest date over all zones, a lower bound; null when none is known or the decision is do-not-treat.</summary>
    public required DateOnly? NotBefore { get; init; }

    /// <summary>What must come true besides, each once.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>One answer for each zone, in the order asked.</summary>
    public required IReadOnlyList<ZoneDecision> Zones { get; init; }

    /// <summary>Every rule that fired, strictest first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>One entry for each precaution; nothing dropped.</summary>
    public required IReadOnlyList<PrecautionEntry> Precautions { get; init; }

    /// <summary>Questions that apply and that nobody answered.</summary>
    public required IReadOnlyList<string> Unanswered { get; init; }

    /// <summary>Facts that contradict each other; null when none do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Notice>? Notices { get; init; }

    /// <summary>The decision in the contract's shape; the same facts and the same pack give the same bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ContractJson.Decisions);

    /// <summary>Reads a stored decision.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static CandidacyDecision FromJson(string json) =>
        JsonSerializer.Deserialize<CandidacyDecision>(json, ContractJson.Decisions) ?? throw new JsonException("The decision is empty.");
}

/// <summary>Which knowledge an answer was made with.</summary>
/// <param name="Id">Id of the pack.</param>
/// <param name="Version">Semantic version of the pack.</param>
/// <param name="Hash"><c>sha256:</c> and 64 hex digits.</param>
public sealed record ProtocolStamp(string Id, string Version, string Hash)
{
    /// <summary>The stamp of a pack.</summary>
    public static ProtocolStamp Of(ProtocolPack pack) => new(pack.Header.Id, pack.Header.Version, pack.Hash);
}

/// <summary>The answer for one zone.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="Decision">Strictest finding that names the zone.</param>
/// <param name="NotBefore">Latest date of its defer and review findings; null when none, or when it must not be treated.</param>
/// <param name="MaxDepthMm">Deepest depth without an override, in millimetres.</param>
/// <param name="MinIntervalDays">Least days to the next needling of the zone.</param>
public sealed record ZoneDecision(string Zone, CandidacyOutcome Decision, DateOnly? NotBefore, decimal MaxDepthMm, int MinIntervalDays);

/// <summary>One precaution to take.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Text">What to do.</param>
/// <param name="Zones">Where.</param>
public sealed record PrecautionEntry(string Rule, string Text, IReadOnlyList<string> Zones);

/// <summary>One rule that fired on one fact.</summary>
public sealed record Finding
{
    /// <summary>Rule id.</summary>
    public required string Rule { get; init; }

    /// <summary>What it does.</summary>
    public required FindingEffect Effect { get; init; }

    /// <summary>How far it reaches.</summary>
    public required RuleScope Scope { get; init; }

    /// <summary>Asked zones it applies to; all of them for session and patient.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>The fact that fired it, readable.</summary>
    public required string Fact { get; init; }

    /// <summary>JSON Pointer to that fact in the case file.</summary>
    public string? FactRef { get; init; }

    /// <summary>First day on which it no longer stands; null when no date ends it.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>What must come true where no date ends it.</summary>
    public string? Until { get; init; }

    /// <summary>Why, for the clinician.</summary>
    public required string Reason { get; init; }

    /// <summary>The same for the patient, in plain words.</summary>
    public required string PatientText { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Grade of the evidence.</summary>
    public required string Grade { get; init; }

    /// <summary>Evidence, or a default of the clinic.</summary>
    public required RuleBasis Basis { get; init; }

    /// <summary>Who may go ahead in spite of it.</summary>
    public required Overrider OverridableBy { get; init; }

    /// <summary>For a precaution that must be fulfilled before the start: is it? Null for every other finding.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Met { get; init; }
}
