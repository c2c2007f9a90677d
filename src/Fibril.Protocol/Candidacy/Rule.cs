using YamlDotNet.Serialization;

namespace Fibril.Protocol;

/// <summary>One rule of candidacy as data: when it fires and until when, texts, evidence, numbers, who may override.</summary>
public sealed record Rule
{
    /// <summary>Stable id, such as <c>C06a</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A few words for lists.</summary>
    public required string Title { get; init; }

    /// <summary>How far it reaches, where an outcome names nothing else.</summary>
    public required RuleScope Scope { get; init; }

    /// <summary>Grade: L label, G guideline, T trial, C case reports, X convention, D default, U unproven; with remarks.</summary>
    public required string Grade { get; init; }

    /// <summary>Evidence, or a default of the clinic.</summary>
    public required RuleBasis Basis { get; init; }

    /// <summary>Source ids; <c>default</c> = a default without a source.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Day by which a clinician looks at this rule again.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>Days, months, millimetres and thresholds it works with, by name.</summary>
    public IReadOnlyDictionary<string, decimal> Numbers { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Numbers that a clinic may tighten, and in which direction; no other one may be changed.</summary>
    public IReadOnlyDictionary<string, Tighter> Tighter { get; init; } = new Dictionary<string, Tighter>();

    /// <summary>What the clinic has made of it; null = as published.</summary>
    [YamlIgnore]
    public RuleChange? Change { get; init; }

    /// <summary>The numbers before the clinic changed any; null = as published.</summary>
    [YamlIgnore]
    public IReadOnlyDictionary<string, decimal>? PublishedNumbers { get; init; }

    /// <summary>When it fires.</summary>
    public required IReadOnlyList<RuleClause> When { get; init; }

    /// <summary>True = one finding for all its firings, with the latest of their dates and the strictest of their outcomes.</summary>
    public bool Merge { get; init; }

    /// <summary>Depth it allows at most; null = it sets none.</summary>
    public DepthLimit? LimitsDepth { get; init; }

    /// <summary>Rule that always fires with it and says more; null = it stands for itself.</summary>
    public string? Accompanies { get; init; }

    /// <summary>What it may say; most rules say one thing.</summary>
    public required IReadOnlyList<RuleOutcome> Outcomes { get; init; }

    /// <summary>Stands for every word of the vocabulary, where ids are named.</summary>
    public const string Every = "all";

    /// <summary>True when a clause of this rule means the word: it is named, all are, or none is and the word names the rule.</summary>
    /// <param name="word">A word of the vocabulary.</param>
    /// <param name="ids">Ids that the clause names.</param>
    public bool Means(VocabularyEntry word, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? word.Rules.Contains(Id) : ids.Contains(Every) || ids.Contains(word.Id);

    /// <summary>A number of this rule.</summary>
    /// <exception cref="ProtocolException">The pack does not give it.</exception>
    public decimal Number(string name) =>
        Numbers.TryGetValue(name, out var number) ? number : throw new ProtocolException($"Rule {Id} has no number '{name}'.");

    /// <summary>A whole number of this rule, such as days or months.</summary>
    /// <exception cref="ProtocolException">The pack does not give it.</exception>
    public int Whole(string name) => decimal.ToInt32(Number(name));

    /// <summary>The outcome of one case.</summary>
    /// <exception cref="ProtocolException">The pack does not give it.</exception>
    public RuleOutcome Outcome(string ofCase) =>
        Outcomes.Append(RuleOutcome.NotJudged).FirstOrDefault(o => o.Case == ofCase) ?? throw new ProtocolException($"Rule {Id} has no outcome '{ofCase}'.");
}

/// <summary>What a rule says in one case. Texts may name numbers in braces.</summary>
public sealed record RuleOutcome
{
    /// <summary>Name of the case of a rule that has only one.</summary>
    public const string Only = "fires";

    /// <summary>What stands for a rule that cannot be judged: fail closed.</summary>
    internal static readonly RuleOutcome NotJudged = new()
    {
        Case = "not-judged",
        Effect = FindingEffect.PhysicianReview,
        Scope = RuleScope.Patient,
        Reason = "This rule could not be judged; a physician decides.",
        Until = "A physician has decided about the rule that could not be judged.",
        Patient = "One safety check could not be done. A doctor decides.",
        OverridableBy = Overrider.Physician,
    };

    /// <summary>Name of the case; the condition picks it.</summary>
    public string Case { get; init; } = Only;

    /// <summary>What it does.</summary>
    public required FindingEffect Effect { get; init; }

    /// <summary>Reach in this case; null = that of the rule.</summary>
    public RuleScope? Scope { get; init; }

    /// <summary>Why, for the clinician.</summary>
    public required string Reason { get; init; }

    /// <summary>What must come true where no date can be given; null = nothing.</summary>
    public string? Until { get; init; }

    /// <summary>The same for the patient, in plain words.</summary>
    public required string Patient { get; init; }

    /// <summary>Who may go ahead in spite of it.</summary>
    public required Overrider OverridableBy { get; init; }
}
