namespace Fibril.Protocol;

/// <summary>What the consent text of one patient depends on. Ids are those of the vocabulary.</summary>
public sealed record ConsentFacts
{
    /// <summary>Conditions on record, whatever their status.</summary>
    public IReadOnlyCollection<string> Conditions { get; init; } = [];

    /// <summary>Allergies on record.</summary>
    public IReadOnlyCollection<string> Allergies { get; init; } = [];

    /// <summary>Medicines that are taken.</summary>
    public IReadOnlyCollection<string> Medicines { get; init; } = [];

    /// <summary>1 to 6; null when not known.</summary>
    public int? Phototype { get; init; }

    /// <summary>Planned indications.</summary>
    public IReadOnlyCollection<string> Indications { get; init; } = [];

    /// <summary>Planned zones.</summary>
    public IReadOnlyCollection<string> Zones { get; init; } = [];

    /// <summary>Products put on at needling.</summary>
    public IReadOnlyCollection<string> Topicals { get; init; } = [];

    /// <summary>Deepest planned setting, mm.</summary>
    public decimal DeepestMm { get; init; }

    /// <summary>The plan lies outside the device's label.</summary>
    public bool OffLabel { get; init; }

    /// <summary>Planned anaesthetic; <c>none</c> when there is none.</summary>
    public string Anaesthetic { get; init; } = "none";

    /// <summary>Lines of the clinic itself, such as its price or its law; shown in a section of their own and part of the hash.</summary>
    public IReadOnlyList<string> ClinicLines { get; init; } = [];
}

/// <summary>What one patient is shown, word for word.</summary>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Title.</param>
/// <param name="Intro">First sentence.</param>
/// <param name="Sections">Sections that apply.</param>
/// <param name="RisksIntro">Sentence over the risks.</param>
/// <param name="Risks">Risks that apply, those that concern this patient more first.</param>
/// <param name="Questions">Check questions; not part of the signed text.</param>
/// <param name="PhotoChoices">Uses of photos, each its own choice.</param>
/// <param name="FullText">Exactly the text that is shown and signed, one line for each heading and paragraph.</param>
/// <param name="Hash"><c>sha256:</c> and 64 hex digits of <paramref name="FullText"/>.</param>
public sealed record ComposedConsent(
    string DocumentId,
    string Version,
    string Language,
    string Title,
    string Intro,
    IReadOnlyList<ComposedSection> Sections,
    string RisksIntro,
    IReadOnlyList<ComposedRisk> Risks,
    IReadOnlyList<ConsentQuestion> Questions,
    IReadOnlyList<PhotoUseChoice> PhotoChoices,
    string FullText,
    string Hash);

/// <summary>A section as shown.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">Paragraphs that apply.</param>
public sealed record ComposedSection(string Id, string Title, IReadOnlyList<string> Paragraphs);

/// <summary>A risk as shown.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Name in plain words.</param>
/// <param name="Text">What it is.</param>
/// <param name="HowOften">How often.</param>
/// <param name="Because">Why it concerns this patient more; empty when nothing special does.</param>
/// <param name="Sources">Source ids.</param>
public sealed record ComposedRisk(string Id, string Title, string Text, string HowOften, IReadOnlyList<string> Because, IReadOnlyList<string> Sources);
