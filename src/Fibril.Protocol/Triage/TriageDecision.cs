using System.Text.Json;

namespace Fibril.Protocol;

/// <summary>The answer to a check-in (<c>fibril.triage/1</c>).</summary>
public sealed record TriageDecision
{
    /// <summary>Always <c>fibril.triage/1</c>.</summary>
    public string Contract { get; init; } = "fibril.triage/1";

    /// <summary>Whole days since the last needle contact.</summary>
    public required int Day { get; init; }

    /// <summary>The knowledge it was made with.</summary>
    public required ProtocolStamp Protocol { get; init; }

    /// <summary>The highest level of all findings; normal when there is none.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>Flags that fired, in order.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Flags first, then signs that are more than expected.</summary>
    public required IReadOnlyList<TriageFinding> Findings { get; init; }

    /// <summary>What is expected on the day.</summary>
    public required ExpectedSigns Expected { get; init; }

    /// <summary>Signs behind the findings.</summary>
    public required IReadOnlyList<string> Unexpected { get; init; }

    /// <summary>Action ids, each once.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Aftercare rows in force; empty at an emergency, nothing stands beside the ambulance.</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>There is free text that a person must read.</summary>
    public required bool ReadText { get; init; }

    /// <summary>The answer in the contract's shape; the same check-in and the same pack give the same bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ContractJson.Decisions);

    /// <summary>Reads a stored answer.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static TriageDecision FromJson(string json) =>
        JsonSerializer.Deserialize<TriageDecision>(json, ContractJson.Decisions) ?? throw new JsonException("The answer is empty.");
}

/// <summary>One flag that fired, or one sign that is more than expected.</summary>
public sealed record TriageFinding
{
    /// <summary>Flag id, <c>R045</c> for bleeding, <c>N-DAY</c> for a sign that is more than expected.</summary>
    public required string Rule { get; init; }

    /// <summary>How soon somebody must act.</summary>
    public required TriageLevel Level { get; init; }

    /// <summary>Signs behind it.</summary>
    public required IReadOnlyList<string> Signs { get; init; }

    /// <summary>Why, for staff.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, for the patient.</summary>
    public required string PatientText { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }
}

/// <summary>Highest severity that is still expected, 0 to 3.</summary>
/// <param name="Days">Row of the table that counted.</param>
/// <param name="Redness">Redness.</param>
/// <param name="Swelling">Swelling.</param>
/// <param name="Pain">Pain.</param>
/// <param name="Itch">Itch.</param>
/// <param name="Text">One sentence for the reader.</param>
public sealed record ExpectedSigns(string Days, int Redness, int Swelling, int Pain, int Itch, string Text)
{
    /// <summary>What is expected of one of the four signs.</summary>
    internal int Of(string sign) => sign switch
    {
        "redness" => Redness,
        "swelling" => Swelling,
        "pain" => Pain,
        "itch" => Itch,
        _ => throw new ProtocolException($"protocol/triage/signs.yaml: the table has no column '{sign}'."),
    };
}
