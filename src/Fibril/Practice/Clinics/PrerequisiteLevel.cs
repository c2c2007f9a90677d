namespace Fibril.Practice.Clinics;

/// <summary>What it means for a booking that something is not there yet.</summary>
public enum PrerequisiteLevel
{
    /// <summary>It is said, and the time is booked.</summary>
    Reminder,

    /// <summary>Whoever books says why it may wait; that is kept with the visit.</summary>
    SkippableWithReason,

    /// <summary>Only the staff books without it.</summary>
    StaffOnly,

    /// <summary>Nobody books without it.</summary>
    Required,
}
