namespace Fibril.Pathway.Consultations;

public enum Reply
{
    No,
    Yes,

    /// <summary>"I do not know": a question that stays open, never a no.</summary>
    NotSure,
}

public enum AnswerItemKind
{
    Condition,
    Medicine,
    Product,
    Procedure,
    Allergy,
    Measurement,
    Exposure,
    Pregnancy,

    /// <summary>How the skin reacts to the sun, 1 to 6, as the person says.</summary>
    Phototype,
}

/// <summary>One thing that an answer names, with ids of the protocol's vocabulary. Days are YYYY-MM-DD, YYYY-MM or YYYY.</summary>
public sealed record AnswerItem
{
    /// <summary>Id of something that is not in the vocabulary: only the person's words say what it is.</summary>
    public const string Unlisted = "unlisted";

    public required AnswerItemKind Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>There or taken now; false = in the past; null = not said.</summary>
    public bool? Now { get; init; }

    /// <summary>Last day it was there, taken, used, done or measured.</summary>
    public string? On { get; init; }

    /// <summary>When it began: first dose, operation, first stretch marks.</summary>
    public string? From { get; init; }

    /// <summary>Planned last dose of a fixed course, or last day of a treatment.</summary>
    public string? Until { get; init; }

    /// <summary>When the skin had healed after a product or procedure.</summary>
    public string? Healed { get; init; }

    public List<string> Zones { get; init; } = [];

    public bool? Prescribed { get; init; }

    /// <summary>A measured or counted value: HbA1c, attacks a year, milligrams a day, needle depth in millimetres.</summary>
    public decimal? Value { get; init; }

    /// <summary>What a medicine is taken for.</summary>
    public string? Reason { get; init; }

    /// <summary>Further facts that are there or not: complications, letters on file.</summary>
    public List<string> Ticks { get; init; } = [];

    /// <summary>Counts by name: comedones, papules, pustules, nodules, cysts.</summary>
    public Dictionary<string, int> Counts { get; init; } = [];

    public string? Note { get; init; }
}

/// <summary>One answered health question, with the text as it was asked kept in the protocol version of its day.</summary>
public sealed record Answer
{
    public required string Question { get; init; }

    public required Reply Reply { get; init; }

    public List<AnswerItem> Items { get; init; } = [];

    /// <summary>The person's own words.</summary>
    public string Words { get; init; } = "";

    public required DateTime AnsweredAt { get; init; }

    /// <summary>Who typed it: the patient, or a named staff member.</summary>
    public required string By { get; init; }
}
