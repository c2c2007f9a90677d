using Fibril.Platform.Data;

namespace Fibril.Practice.Places;

public enum PlaceKind
{
    /// <summary>Where the cream works; nobody needs to stand by.</summary>
    NumbingChair,

    /// <summary>Where needling is done.</summary>
    TreatmentRoom,

    ConsultationRoom,
}

/// <summary>A chair or room that one person can use at a time.</summary>
public sealed class Place : ClinicRow
{
    public required string Name { get; set; }

    public required PlaceKind Kind { get; set; }

    /// <summary>Minutes to make it ready for the next person.</summary>
    public int TurnoverMinutes { get; set; } = 10;

    public DateTime? ClosedAt { get; set; }
}
