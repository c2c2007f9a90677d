using Fibril.Platform.Data;

namespace Fibril.Practice.Clinics;

/// <summary>One clinic: where it is, how it is reached, and the house rules that are settings.</summary>
public sealed class Clinic : ClinicRow
{
    public required string Name { get; set; }

    /// <summary>IANA time zone; all days and hours of the clinic are in it.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 3166 code such as GB-ENG; chooses the legal rules.</summary>
    public required string Jurisdiction { get; set; }

    /// <summary>ISO 4217 code of its prices.</summary>
    public string Currency { get; set; } = "GBP";

    public string Phone { get; set; } = "";

    /// <summary>Whom a patient calls at night.</summary>
    public string EmergencyPhone { get; set; } = "";

    /// <summary>Number of the ambulance where the clinic is.</summary>
    public string AmbulanceNumber { get; set; } = "112";

    public string Email { get; set; } = "";

    public string Address { get; set; } = "";

    public TimeOnly OpensAt { get; set; } = new(9, 0);

    public TimeOnly ClosesAt { get; set; } = new(18, 0);

    /// <summary>No mail that can wait leaves between these hours.</summary>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>So long an urgent report waits for the person called before the next one is called.</summary>
    public int CallNextAfterMinutes { get; set; } = 15;

    /// <summary>What is asked of who books.</summary>
    public BookingTerms Booking { get; set; } = new();

    /// <summary>True for the demonstration clinic, which can be removed as a whole.</summary>
    public bool IsDemo { get; init; }

    public required DateTime CreatedAt { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private protected override Guid IdFor(Guid clinicId, Guid freshId) => clinicId;

    public DateOnly DayOf(DateTime utc) => utc.DayIn(Zone);
}
