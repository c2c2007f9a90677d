namespace Fibril.Protocol;

/// <summary>One version of the consent text in one language. A changed word is a new version.</summary>
public sealed record ConsentDocument
{
    /// <summary>Stable id of the document, the same in all languages.</summary>
    public required string Id { get; init; }

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public required string Language { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>First sentence.</summary>
    public required string Intro { get; init; }

    /// <summary>Sections in reading order.</summary>
    public required IReadOnlyList<ConsentSection> Sections { get; init; }

    /// <summary>Heading over the clinic's own lines.</summary>
    public required string ClinicTitle { get; init; }

    /// <summary>Sentence over the risks.</summary>
    public required string RisksIntro { get; init; }

    /// <summary>Sources of that sentence.</summary>
    public required IReadOnlyList<string> RisksIntroSources { get; init; }

    /// <summary>All risks; each is an adverse-event type. Source: knowledge base R049.</summary>
    public required IReadOnlyList<ConsentRisk> Risks { get; init; }

    /// <summary>Questions that check understanding.</summary>
    public required IReadOnlyList<ConsentQuestion> Questions { get; init; }

    /// <summary>Uses of photos; each is given and taken back alone.</summary>
    public required IReadOnlyList<PhotoUseChoice> PhotoChoices { get; init; }
}

/// <summary>A section of the consent text.</summary>
public sealed record ConsentSection
{
    /// <summary>Stable id; check questions point to it.</summary>
    public required string Id { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>Shown only then; null = always.</summary>
    public ConsentWhen? When { get; init; }

    /// <summary>Paragraphs in order.</summary>
    public required IReadOnlyList<ConsentParagraph> Paragraphs { get; init; }
}

/// <summary>A paragraph of the consent text.</summary>
public sealed record ConsentParagraph
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Shown only then; null = always.</summary>
    public ConsentWhen? When { get; init; }

    /// <summary>Source ids where the paragraph states a figure.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>A risk.</summary>
public sealed record ConsentRisk
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name in plain words.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required string Text { get; init; }

    /// <summary>How often, with the study where there is one.</summary>
    public required string HowOften { get; init; }

    /// <summary>Shown only then; null = always.</summary>
    public ConsentWhen? When { get; init; }

    /// <summary>Reasons why it concerns this patient more.</summary>
    public IReadOnlyList<ConsentBecause> Because { get; init; } = [];

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>"This applies to you because …".</summary>
public sealed record ConsentBecause
{
    /// <summary>Condition.</summary>
    public required ConsentWhen When { get; init; }

    /// <summary>True: every part of <see cref="When"/> must hold; false: any one.</summary>
    public bool All { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }
}

/// <summary>A condition over the patient's facts. A part that is absent does not count.</summary>
public sealed record ConsentWhen
{
    /// <summary>Any of these condition ids is on record.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Any of these allergy ids is on record.</summary>
    public IReadOnlyList<string> Allergies { get; init; } = [];

    /// <summary>Any of these medicine ids is taken.</summary>
    public IReadOnlyList<string> Medicines { get; init; } = [];

    /// <summary>The phototype is one of these; an unknown phototype counts as one of them.</summary>
    public IReadOnlyList<int> Phototypes { get; init; } = [];

    /// <summary>Any of these indications is planned.</summary>
    public IReadOnlyList<string> Indications { get; init; } = [];

    /// <summary>Any of these zones is planned.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Any of these products is put on at needling.</summary>
    public IReadOnlyList<string> Topicals { get; init; } = [];

    /// <summary>The plan goes deeper than this, mm.</summary>
    public decimal? DeeperThanMm { get; init; }

    /// <summary>True: the plan lies outside the device's label.</summary>
    public bool? OffLabel { get; init; }

    /// <summary>True: a numbing cream is planned; false: none is.</summary>
    public bool? Anaesthetic { get; init; }
}

/// <summary>A question that checks understanding.</summary>
public sealed record ConsentQuestion
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>Answers to choose from.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Index of the right one, from 0.</summary>
    public required int Right { get; init; }

    /// <summary>Section to show again after a wrong answer.</summary>
    public required string Section { get; init; }
}

/// <summary>One use of photos.</summary>
public sealed record PhotoUseChoice
{
    /// <summary><c>record</c>, <c>teaching</c> or <c>publication</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Title { get; init; }

    /// <summary>What is allowed by saying yes.</summary>
    public required string Text { get; init; }
}
