namespace Fibril.Protocol;

/// <summary>The heat of a treatment.</summary>
public enum TreatmentHeat
{
    /// <summary>No heat.</summary>
    None,

    /// <summary>Heat from light.</summary>
    Light,

    /// <summary>Heat from radiofrequency current.</summary>
    Radiofrequency,

    /// <summary>No heat; an acid.</summary>
    Chemical,
}

/// <summary>One way of treating, or not treating, in comparable words for patients. Source: knowledge base R006, R007, R023, R026, R039, R040.</summary>
public sealed record Alternative
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Its heat.</summary>
    public required TreatmentHeat Heat { get; init; }

    /// <summary>What it does, with figures where there are.</summary>
    public required string Efficacy { get; init; }

    /// <summary>Pain.</summary>
    public required string Pain { get; init; }

    /// <summary>Days that show.</summary>
    public required string Downtime { get; init; }

    /// <summary>Heat and the chance of brown marks.</summary>
    public required string HeatAndPigment { get; init; }

    /// <summary>Usual sessions.</summary>
    public required string Sessions { get; init; }

    /// <summary>Cost relative to mechanical needling.</summary>
    public required string Cost { get; init; }

    /// <summary>Indications for which it is worth comparing.</summary>
    public required IReadOnlyList<string> GoodFor { get; init; }

    /// <summary>True when this protocol does not cover it.</summary>
    public bool NotCovered { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <content>What else there is besides needling.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Needling and its alternatives side by side, doing nothing included.</summary>
    public IReadOnlyList<Alternative> Alternatives => AlternativeSection.Alternatives;

    /// <summary>The comparison in one honest sentence.</summary>
    public string AlternativesSummary => AlternativeSection.Summary;

    /// <summary>Sources of that sentence.</summary>
    public IReadOnlyList<string> AlternativesSummarySources => AlternativeSection.SummarySources;

    private AlternativeFile AlternativeSection => Section<AlternativeFile>("alternatives.yaml");

    /// <summary>Needling first, then what is worth comparing for this indication, doing nothing last.</summary>
    public IReadOnlyList<Alternative> AlternativesFor(string indication) =>
        [.. Alternatives.Where(a => a.Id == "needling" || a.GoodFor.Contains(indication))];

    private sealed record AlternativeFile
    {
        public required IReadOnlyList<Alternative> Alternatives { get; init; }

        public required string Summary { get; init; }

        public required IReadOnlyList<string> SummarySources { get; init; }
    }
}
