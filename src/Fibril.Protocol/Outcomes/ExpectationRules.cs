namespace Fibril.Protocol;

/// <content>What studies found, and a curve through some of them.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Published figures and the model. Source: knowledge base 4.5 and 6.5.</summary>
    public ExpectationRules ExpectationRules => Section<ExpectationRules>("expectation.yaml");
}

/// <summary>Expectation as data.</summary>
public sealed record ExpectationRules
{
    /// <summary>The one paragraph for every patient.</summary>
    public required string Summary { get; init; }

    /// <summary>Figures of studies.</summary>
    public required IReadOnlyList<StudyFigure> Figures { get; init; }

    /// <summary>The model.</summary>
    public required DoseResponseModel Model { get; init; }
}

/// <summary>What one study found.</summary>
public sealed record StudyFigure
{
    /// <summary>Indications it speaks about.</summary>
    public required IReadOnlyList<string> Indications { get; init; }

    /// <summary>The finding, in a sentence for patients.</summary>
    public required string Text { get; init; }

    /// <summary>People in the study; null = not on file.</summary>
    public int? N { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>The dose-response model. Source: knowledge base 6.5.</summary>
public sealed record DoseResponseModel
{
    /// <summary>Indications the model was fitted to; for others there is no curve.</summary>
    public required IReadOnlyList<string> Indications { get; init; }

    /// <summary>Ceiling of the gain, share of the first score.</summary>
    public required double IMax { get; init; }

    /// <summary>Gain by session.</summary>
    public required double K { get; init; }

    /// <summary>Days in which a session takes effect.</summary>
    public required double TauDays { get; init; }

    /// <summary>Gap from which a session counts in full, days.</summary>
    public required double FullGapDays { get; init; }

    /// <summary>Root mean square error over the five points, share.</summary>
    public required double Rmse { get; init; }

    /// <summary>Half width of the band, percentage points.</summary>
    public required double BandPoints { get; init; }

    /// <summary>Density that gives 63 % of the effect, holes/cm².</summary>
    public required double DensityScalePerCm2 { get; init; }

    /// <summary>Share of the skin's thickness whose reach counts in full.</summary>
    public required double DepthShareOfSkin { get; init; }

    /// <summary>Lowest depth factor.</summary>
    public required double DepthFactorMin { get; init; }

    /// <summary>Gain of narrow deep scars as a share of the others'.</summary>
    public required double IcePickFactor { get; init; }

    /// <summary>Odds ratio of more than half gain with platelet-rich plasma.</summary>
    public required double PrpOddsRatio { get; init; }

    /// <summary>Its lower limit.</summary>
    public required double PrpOddsLow { get; init; }

    /// <summary>Its upper limit.</summary>
    public required double PrpOddsHigh { get; init; }

    /// <summary>Share of the set depth that a device reaches, by kind.</summary>
    public required IReadOnlyDictionary<string, double> Penetration { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Assumptions that always hold.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Assumption when depth is known.</summary>
    public required string AssumptionDepth { get; init; }

    /// <summary>Assumption when density is known.</summary>
    public required string AssumptionDensity { get; init; }

    /// <summary>Assumption when depth is not known.</summary>
    public required string AssumptionNoDepth { get; init; }

    /// <summary>Assumption when density is not known.</summary>
    public required string AssumptionNoDensity { get; init; }
}
