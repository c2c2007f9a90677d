using Fibril.Pathway.Consultations;
using Fibril.Protocol;

namespace Fibril.Pathway.Screening;

/// <summary>A case file in the making: facts from answers and chart side by side, and what stayed open.</summary>
internal sealed class CaseDraft(ProtocolPack pack, DateOnly on)
{
    private readonly Dictionary<(AnswerItemKind, string), List<string>> questionsOf = pack.Questions
        .SelectMany(q => ItemChoices.Of(pack, q).Select(c => (Key: (c.Kind, c.Id), q.Id)))
        .GroupBy(x => x.Key)
        .ToDictionary(g => g.Key, g => g.Select(x => x.Id).ToList());

    public ProtocolPack Pack => pack;

    public DateOnly On => on;

    public List<ConditionFact> Conditions { get; } = [];

    public List<MedicineFact> Medicines { get; } = [];

    public List<ProductFact> Products { get; } = [];

    public List<ProcedureFact> Procedures { get; } = [];

    public List<AllergyFact> Allergies { get; } = [];

    public List<MeasurementFact> Measurements { get; } = [];

    public ExposureFacts Exposures { get; set; } = new();

    public PregnancyFacts? Pregnancy { get; set; }

    public BreastfeedingFacts? Breastfeeding { get; set; }

    public HashSet<string> Open { get; } = [];

    public HashSet<string> No { get; } = [];

    /// <summary>Questions to which the person gave an answer that stands: a no, or something named.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>Lines for people: conflicts, what was not understood, what lacks a day.</summary>
    public List<string> Notes { get; } = [];

    public IReadOnlyList<string> QuestionsOf(AnswerItemKind kind, string id) => questionsOf.GetValueOrDefault((kind, id)) ?? [];

    /// <summary>A day of a fact; one that lies after the assessment is no fact.</summary>
    public PartialDate? Day(string? iso) => PartialDate.TryParse(iso, out var date) && date.FirstDay <= on ? date : null;

    /// <summary>Questions to which something was named that cannot be judged.</summary>
    public HashSet<string> Lacking { get; } = [];

    /// <summary>Named, but it cannot be judged: the question stays open until somebody knows.</summary>
    public void Incomplete(string name, string lacks, params IEnumerable<string> questions)
    {
        Notes.Add($"{CaseNotes.Incomplete}{name}: {lacks}");
        var lacking = questions.ToList();
        Open.UnionWith(lacking);
        Lacking.UnionWith(lacking);
    }

    /// <summary>Null leaves "was not asked" apart from "asked, and there is none".</summary>
    public IReadOnlyList<T>? List<T>(List<T> facts, string list) =>
        facts.Count > 0 || pack.Questions.Any(q => q.AnsweredBy.Lists.Contains(list) && Answered.Contains(q.Id)) ? facts : null;
}

/// <summary>First words of the lines in a case file's note.</summary>
public static class CaseNotes
{
    public const string Conflict = "Conflict: ";
    public const string NotUnderstood = "Not understood: ";
    public const string Incomplete = "Not complete: ";

    public static IEnumerable<string> Of(string? note, string kind) =>
        (note ?? "").Split('\n').Where(l => l.StartsWith(kind, StringComparison.Ordinal)).Select(l => l[kind.Length..]);
}
