using Fibril.Platform.Data;

namespace Fibril.Pathway.Bookings;

/// <summary>
/// One resource taken for one 5-minute unit. The primary key (clinic, resource, unit) is why no slot can be sold twice:
/// the database has no second row for it.
/// </summary>
public sealed class Occupancy : IClinicOwned
{
    public const int UnitMinutes = 5;

    public required Guid ClinicId { get; init; }

    /// <summary>A staff member's, place's or device's id, or the patient's: nobody is in two visits at once.</summary>
    public required Guid ResourceId { get; init; }

    public required DateTime UnitStart { get; init; }

    /// <summary>Whose it is; a hold that moves a visit hands its units over to it.</summary>
    public required Guid BookingId { get; set; }

    /// <summary>End of a hold; null for a booking.</summary>
    public DateTime? ExpiresAt { get; set; }
}
