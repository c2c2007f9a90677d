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
}

/// <summary>One thing that an answer names, with ids of the protocol's vocabulary.</summary>
public sealed record AnswerItem
{
    public required AnswerItemKind Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>There or taken now; false = in the past; null = not said.</summary>
    public bool? Now { get; init; }

    /// <summary>Last day it was there, taken, used or done: YYYY-MM-DD, YYYY-MM or YYYY.</summary>
    public string? On { get; init; }

    public List<string> Zones { get; init; } = [];

    public bool? Prescribed { get; init; }

    /// <summary>A count or measured value: attacks a year, papules, HbA1c.</summary>
    public decimal? Value { get; init; }

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
