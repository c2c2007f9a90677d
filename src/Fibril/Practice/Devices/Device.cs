using Fibril.Platform.Data;

namespace Fibril.Practice.Devices;

/// <summary>Vocabulary: pen, roller, stamp.</summary>
public enum DeviceKind
{
    Pen,
    Roller,
    Stamp,
}

/// <summary>Mechanical, or radiofrequency: the second is heat and another protocol.</summary>
public enum DeviceEnergy
{
    None,
    Rf,
}

/// <summary>What the maker's label allows.</summary>
public enum DeviceLabel
{
    None,
    FdaMicroneedling,
    CeMedical,
}

/// <summary>A needling device of the clinic.</summary>
public sealed class Device : ClinicRow
{
    public required string Name { get; set; }

    public string Maker { get; set; } = "";

    public string Model { get; set; } = "";

    public string Serial { get; set; } = "";

    public required DeviceKind Kind { get; set; }

    public DeviceEnergy Energy { get; set; }

    public DeviceLabel Label { get; set; }

    /// <summary>Strokes per second.</summary>
    public decimal? RateHz { get; set; }

    /// <summary>Deepest setting, in millimetres.</summary>
    public decimal MaxDepthMm { get; set; } = 2.5m;

    public DateOnly? ServiceDueOn { get; set; }

    public DateTime? RetiredAt { get; set; }
}
