namespace Fibril.Pathway.Consents;

/// <summary>One part of the text that was read: the words by their hash, and when the person went on.</summary>
public sealed record PartRead(string Part, string Hash, DateTime At);

/// <summary>One check question as it was answered: the wrong tries stay visible and flag "discuss".</summary>
public sealed record CheckAnswer(string Question, List<string> Tried, bool Right)
{
    public bool Discuss => Tried.Count > 1 || !Right;
}

/// <summary>The facts the text was made for, so that a later difference can be named in words. Ids of the vocabulary.</summary>
public sealed record ConsentBasis
{
    public List<string> Conditions { get; init; } = [];

    public List<string> Medicines { get; init; } = [];

    public List<string> Allergies { get; init; } = [];

    public bool PregnantOrPossibly { get; init; }
}
