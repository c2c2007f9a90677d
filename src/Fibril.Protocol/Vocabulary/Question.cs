namespace Fibril.Protocol;

/// <summary>What follows when nobody answered a question.</summary>
public enum QuestionKind
{
    /// <summary>Explained and optional; unanswered it is a note.</summary>
    Optional,

    /// <summary>The worst behind it is a precaution; unanswered it is one.</summary>
    Precaution,

    /// <summary>Ask and test first; unanswered it defers.</summary>
    Pregnancy,

    /// <summary>Some rule behind it can defer, review or refuse; unanswered it is a physician's review.</summary>
    Safety,
}

/// <summary>One question of the intake, in the patient's words.</summary>
public sealed record Question
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>What follows when nobody answered.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>What it asks, for staff, in a few words.</summary>
    public required string Asks { get; init; }

    /// <summary>The question in plain words, to the patient.</summary>
    public required string Text { get; init; }

    /// <summary>Help for the patient: what counts, why it is asked.</summary>
    public required string Help { get; init; }

    /// <summary>When it applies; null = always.</summary>
    public QuestionScope? Applies { get; init; }

    /// <summary>Facts that answer it.</summary>
    public required AnsweringFacts AnsweredBy { get; init; }
}

/// <summary>When a question applies: every condition that is given must hold.</summary>
public sealed record QuestionScope
{
    /// <summary>Sex that is spared the question.</summary>
    public Sex? UnlessSex { get; init; }

    /// <summary>True = a face zone must be asked.</summary>
    public bool FaceZone { get; init; }

    /// <summary>A zone that must be asked.</summary>
    public string? Zone { get; init; }

    /// <summary>Indications of which one must be asked; empty = any.</summary>
    public IReadOnlyList<string> Indications { get; init; } = [];

    /// <summary>Phototypes it is for; empty = any.</summary>
    public IReadOnlyList<int> Phototypes { get; init; } = [];
}

/// <summary>Facts that answer a question; one of them is enough.</summary>
public sealed record AnsweringFacts
{
    /// <summary>Values such as <c>patient.phototype</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Lists that need only be present, even empty.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Condition ids.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Status such a condition must have; empty = any.</summary>
    public IReadOnlyList<ConditionStatus> Statuses { get; init; } = [];

    /// <summary>Condition ids that answer whatever their status, beside those with a status.</summary>
    public IReadOnlyList<string> ConditionsOfAnyStatus { get; init; } = [];

    /// <summary>Medicine ids.</summary>
    public IReadOnlyList<string> Medicines { get; init; } = [];

    /// <summary>Procedure ids.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    /// <summary>Measurement ids.</summary>
    public IReadOnlyList<string> Measurements { get; init; } = [];

    /// <summary>Indications of an asked zone.</summary>
    public IReadOnlyList<string> Indications { get; init; } = [];

    /// <summary>False when <c>otherwise: no</c> does not answer it.</summary>
    public bool Otherwise { get; init; } = true;
}
