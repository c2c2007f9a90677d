namespace Fibril.Protocol;

/// <content>Needle coverage.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Thresholds, assumptions and known devices. Source: knowledge base 5.</summary>
    public CoverageRules CoverageRules => Section<CoverageRules>("coverage.yaml");
}

/// <summary>Coverage as data. Densities in holes for each cm².</summary>
public sealed record CoverageRules
{
    /// <summary>Lower end of the usual range.</summary>
    public required double TargetFrom { get; init; }

    /// <summary>Upper end of the usual range.</summary>
    public required double TargetTo { get; init; }

    /// <summary>Above this the clinician is warned.</summary>
    public required double WarnAbove { get; init; }

    /// <summary>Above this a clinician must confirm.</summary>
    public required double BlockAbove { get; init; }

    /// <summary>Highest ratio of the densest to the thinnest zone without a warning.</summary>
    public required double UniformityRatio { get; init; }

    /// <summary>Half width of the band, share.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Width of a hole, µm, narrow end.</summary>
    public required double HoleMicrometres { get; init; }

    /// <summary>Width of a hole, µm, wide end.</summary>
    public required double HoleMicrometresWide { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What an estimate rests on; shown beside it.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Devices with published figures.</summary>
    public required IReadOnlyList<KnownDevice> Devices { get; init; }

    /// <summary>Assumed width of a pen's tip, cm.</summary>
    public required double TipWidthCm { get; init; }
}

/// <summary>A device with published figures.</summary>
public sealed record KnownDevice
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary><c>pen</c> or <c>roller</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Needles.</summary>
    public required int Needles { get; init; }

    /// <summary>Strokes a second, pens.</summary>
    public double? FrequencyHz { get; init; }

    /// <summary>Diameter of the drum, cm, rollers.</summary>
    public double? DrumCm { get; init; }

    /// <summary>Width of the drum, cm, rollers.</summary>
    public double? WidthCm { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
